"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  // What is stepped through and filtered: the cards, or the lines of a page with many of them.
  const entries = all("[data-entry]");
  const chips = all("button[data-severity]");
  const fields = { family: byId("filter-family"), check: byId("filter-check"), file: byId("filter-file") };
  const search = byId("filter-text");
  let current = null;
  let selected = null;

  root.classList.add("js");

  /* Texts of a page with many findings wait as plain text in a <noscript>. */

  const unpack = (box) => {
    const packed = box.querySelector("noscript");
    if (!packed) return;
    const template = document.createElement("template");
    template.innerHTML = packed.textContent;
    packed.replaceWith(template.content);
    filter();
  };

  const reach = (id) => {
    const there = byId(id);
    if (there) return there;
    const packed = all("noscript").find((each) => each.textContent.includes('id="' + CSS.escape(id) + '"'));
    if (packed) unpack(packed.parentElement);
    return byId(id);
  };

  const revealed = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" && at !== element) at.open = true;
    }
    return element;
  };

  /* The finding that is looked at. */

  const light = (id) => {
    all(".lit").forEach((mark) => mark.classList.remove("lit"));
    if (id) all('[data-cards~="' + CSS.escape(id) + '"]').forEach((mark) => mark.classList.add("lit"));
  };

  const shown = () => entries.filter((entry) => !entry.hidden);
  const nameOf = (entry) => entry.dataset.card || entry.id;
  const entryOf = (card) => entries.find((entry) => nameOf(entry) === card.id) || null;

  const showPosition = () => {
    const output = byId("position");
    if (!output) return;
    const list = shown();
    const index = list.indexOf(current);
    output.textContent = (index < 0 ? "–" : index + 1) + " / " + list.length;
  };

  const select = (card) => {
    if (selected) selected.classList.remove("current");
    selected = card;
    current = card ? entryOf(card) : null;
    if (card) card.classList.add("current");
    light(card ? card.id : null);
    showPosition();
  };

  const visit = (entry) => {
    const card = revealed(reach(nameOf(entry)));
    location.replace("#" + card.id);
    select(card);
    card.focus({ preventScroll: true });
  };

  const step = (by) => {
    const list = shown();
    if (!list.length) return;
    const at = list.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    visit(list[next]);
  };

  const fromHash = () => {
    const target = location.hash.length > 1 ? reach(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target) return;
    revealed(target);
    if (target.classList.contains("card")) {
      select(target);
      target.scrollIntoView({ block: "nearest" });
    } else if (target.classList.contains("at")) {
      target.scrollIntoView({ block: "center" });
    } else if (target.closest(".copies")) {
      target.scrollIntoView({ block: "center" });
    }
  };

  /* Filters. */

  const wanted = () => {
    const pressed = new Set(chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.severity));
    const words = search ? search.value.trim().toLowerCase() : "";
    const chosen = Object.entries(fields).filter(([, field]) => field && field.value);
    return (entry) =>
      pressed.has(entry.dataset.severity) &&
      chosen.every(([name, field]) => entry.dataset[name] === field.value) &&
      (!words || entry.textContent.toLowerCase().includes(words));
  };

  const filter = () => {
    const fits = wanted();
    entries.forEach((entry) => { entry.hidden = !fits(entry); });
    const off = new Set(entries.filter((entry) => entry.hidden).map(nameOf));
    all(".card").forEach((card) => { card.hidden = off.has(card.id); });
    all(".mark, .ref").forEach((mark) => {
      mark.classList.toggle("off", mark.dataset.cards.split(" ").every((id) => off.has(id)));
    });
    all(".cards, .elsewhere").forEach((box) => { box.hidden = all(".card", box).every((card) => card.hidden); });
    all(".document").forEach((each) => { each.hidden = off.size > 0 && !all("[data-entry]", each).some((entry) => !entry.hidden); });
    byId("none-match").hidden = off.size < entries.length || !entries.length;
    if (current && current.hidden) select(null);
    showPosition();
  };

  const clear = () => {
    chips.forEach((chip) => chip.setAttribute("aria-pressed", "true"));
    [...Object.values(fields), search].forEach((field) => { if (field) field.value = ""; });
    filter();
  };

  const choose = (name, value) => {
    if (!fields[name]) return;
    clear();
    fields[name].value = value;
    filter();
  };

  /* Copying a suggestion. */

  const copied = (button) => {
    const before = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = before; }, 1500);
  };

  const copyByHand = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      copyByHand(button.dataset.copy);
    }
    copied(button);
  };

  const typing = (element) => element.closest("input, select, textarea") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !entries.length) return;
    if (event.key === "Escape") {
      event.target.blur();
      clear();
    }
    if (typing(event.target)) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
    if (event.key === "/" && search) {
      event.preventDefault();
      search.focus();
    }
  });

  document.addEventListener("click", (event) => {
    const chip = event.target.closest("button[data-severity]");
    if (chip) {
      chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
      filter();
    }
    const button = event.target.closest("button[data-copy]");
    if (button) copy(button);
    const link = event.target.closest('a[href^="#"]');
    if (link && link.dataset.filter) choose(link.dataset.filter, link.dataset.value);
    else if (link && link.hash === location.hash) fromHash();
    const card = event.target.closest(".card");
    if (card && !event.target.closest("a, button, summary") && !String(getSelection())) select(card);
  });

  document.addEventListener("mouseover", (event) => {
    const card = event.target.closest(".card");
    light(card ? card.id : selected ? selected.id : null);
  });

  // Opening does not bubble, but it can be seen on its way down.
  document.addEventListener("toggle", (event) => { if (event.target.matches(".whole")) unpack(event.target); }, true);

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(".card details:not([open])");
    opened.forEach((each) => { each.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((each) => { each.open = false; }));
  addEventListener("hashchange", fromHash);
  [...Object.values(fields), search].forEach((field) => { if (field) field.addEventListener("input", filter); });
  if (byId("next")) byId("next").addEventListener("click", () => step(1));
  if (byId("previous")) byId("previous").addEventListener("click", () => step(-1));

  showPosition();
  fromHash();
})();
