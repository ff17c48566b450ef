"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const cards = all(".card");
  const marks = all("[data-cards]");
  const severities = all("[data-severity][aria-pressed]");
  const fields = { family: byId("filter-family"), file: byId("filter-file"), text: byId("filter-text") };
  let current = null;

  root.classList.add("js");

  const shown = () => cards.filter((card) => !card.hidden);
  const cardsOf = (mark) => mark.dataset.cards.split(" ");

  const revealed = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    return element;
  };

  const light = (id) => marks.forEach((mark) => mark.classList.toggle("lit", id !== null && cardsOf(mark).includes(id)));

  const showPosition = () => {
    const output = byId("position");
    if (!output) return;
    const list = shown();
    const index = list.indexOf(current);
    output.textContent = (index < 0 ? "–" : index + 1) + " / " + list.length;
  };

  const select = (card) => {
    if (current) current.classList.remove("current");
    current = card;
    if (current) current.classList.add("current");
    light(current ? current.id : null);
    showPosition();
  };

  const visit = (card) => {
    revealed(card);
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
    const target = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target) return;
    revealed(target);
    if (target.classList.contains("card")) {
      select(target);
      target.scrollIntoView({ block: "nearest" });
    } else if (target.classList.contains("at")) {
      target.scrollIntoView({ block: "center" });
    }
  };

  const wanted = (card) => {
    const pressed = severities.filter((chip) => chip.getAttribute("aria-pressed") === "true");
    const text = fields.text ? fields.text.value.trim().toLowerCase() : "";
    return (
      pressed.some((chip) => chip.dataset.severity === card.dataset.severity) &&
      (!fields.family || !fields.family.value || fields.family.value === card.dataset.family) &&
      (!fields.file || !fields.file.value || fields.file.value === card.dataset.file) &&
      (!text || card.textContent.toLowerCase().includes(text))
    );
  };

  const filter = () => {
    cards.forEach((card) => { card.hidden = !wanted(card); });
    const visible = new Set(shown().map((card) => card.id));
    all(".mark, .ref").forEach((mark) => mark.classList.toggle("off", !cardsOf(mark).some((id) => visible.has(id))));
    all(".cards, .elsewhere").forEach((box) => { box.hidden = all(".card", box).every((card) => card.hidden); });
    all(".document").forEach((each) => {
      each.hidden = visible.size < cards.length && !all(".card", each).some((card) => !card.hidden);
    });
    byId("none-match").hidden = visible.size > 0;
    if (current && current.hidden) select(null);
    showPosition();
  };

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

  const clear = () => {
    severities.forEach((chip) => chip.setAttribute("aria-pressed", "true"));
    Object.values(fields).forEach((field) => { if (field) field.value = ""; });
    filter();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !cards.length) return;
    if (event.key === "Escape") {
      event.target.blur();
      clear();
    }
    if (typing(event.target)) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
    if (event.key === "/" && fields.text) {
      event.preventDefault();
      fields.text.focus();
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
    const card = event.target.closest(".card");
    if (card && !event.target.closest("a, button, summary") && !String(getSelection())) select(card);
  });

  document.addEventListener("mouseover", (event) => {
    const card = event.target.closest(".card");
    light(card ? card.id : current ? current.id : null);
  });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(".card details:not([open])");
    opened.forEach((each) => { each.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((each) => { each.open = false; }));
  addEventListener("hashchange", fromHash);
  Object.values(fields).forEach((field) => { if (field) field.addEventListener("input", filter); });
  if (byId("next")) byId("next").addEventListener("click", () => step(1));
  if (byId("previous")) byId("previous").addEventListener("click", () => step(-1));

  showPosition();
  fromHash();
})();
