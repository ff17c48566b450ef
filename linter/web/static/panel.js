// The list of cards beside the text.

import { card } from "./card.js";
import { h } from "./dom.js";
import { visible } from "./controls.js";
import { t } from "./words.js";

export class Panel {
  // `does`: show(place), accept(group), ignore(group, reason), restore(fingerprint), choose(root).
  constructor(cards, ignored, does) {
    Object.assign(this, { cards, ignored, does });
    cards.addEventListener("click", (event) => this.#chosen(event));
    cards.addEventListener("focusin", (event) => this.#chosen(event));
  }

  show(groups, ignored) {
    const before = this.#remembered();
    this.cards.replaceChildren(...groups.map((group) => h("li", {}, this.#card(group))));
    this.ignored.replaceChildren(...Object.entries(ignored).map((entry) => this.#ignoredRow(...entry)));
    this.ignored.closest("details").hidden = !Object.keys(ignored).length;
    this.#restored(before);
  }

  // Lights one card and brings it into view; when asked, opens it alone.
  light(root, { open = false } = {}) {
    for (const each of this.cards.querySelectorAll(".card")) {
      const isIt = each.dataset.root === root;
      each.classList.toggle("current", isIt);
      if (isIt) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
      if (open) each.querySelector("details.why").open = isIt;
      if (isIt) this.#intoView(each);
    }
  }

  // True when there is such a card to go to: to its first button, or without a control to the card as a whole.
  focus(root, control = "[data-action=accept], [data-action=ignore]") {
    const found = [...this.cards.querySelectorAll(".card")].find((each) => each.dataset.root === root);
    if (control === null) found?.scrollIntoView({ block: "start" });
    ((control && found?.querySelector(control)) ?? found)?.focus();
    return Boolean(found);
  }

  // Beside the text the list scrolls by itself and the text must stay where it is; below it there is no such list.
  #intoView(element) {
    const list = this.cards.closest(".findings");
    if (getComputedStyle(list).overflowY === "visible") return;
    const [outer, inner] = [list.getBoundingClientRect(), element.getBoundingClientRect()];
    const head = list.querySelector(".head").offsetHeight;
    if (inner.top < outer.top + head || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - head - 12;
  }

  #chosen(event) {
    const root = event.target.closest(".card")?.dataset.root;
    if (root) this.does.choose(root);
  }

  #card(group) {
    const ignore = button("ignore", t("web.ignore"), () => this.#asksReason(element, group));
    const element = card(group, { show: this.does.show, actions: [...this.#accept(group), ignore] });
    return element;
  }

  #accept(group) {
    const places = group.all.filter(({ change }) => change).length;
    if (!places) return [];
    const words = places > 1 ? t("web.accept-all-places", { n: places }) : t("web.accept");
    return [button("accept", words, () => this.does.accept(group), "primary")];
  }

  #asksReason(element, group) {
    const open = element.querySelector("form");
    if (open) return open.remove();
    const input = h("input", { name: "reason", required: true, list: "reasons", autocomplete: "off", maxlength: "200" });
    const form = h(
      "form",
      { class: "reason" },
      h("label", {}, t("web.reason"), input),
      h("button", { class: "primary" }, t("web.ignore-it")),
      button("cancel", t("web.cancel"), () => this.#closes(form, element)),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) this.does.ignore(group, input.value.trim());
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.#closes(form, element);
    });
    element.querySelector(".actions").after(form);
    input.focus();
    return undefined;
  }

  #closes(form, element) {
    form.remove();
    element.querySelector("[data-action=ignore]").focus();
  }

  #ignoredRow(fingerprint, { code, quote, reason }) {
    const words = h("span", { lang: "zh-CN" }, `${code} 「${visible(quote)}」`, t("colon"), visible(reason));
    return h("li", {}, words, " ", button("restore", t("web.restore"), () => this.does.restore(fingerprint)));
  }

  // New cards take the place of old ones under somebody's hands: what was open stays open, focus stays where it was.
  #remembered() {
    const open = [...this.cards.querySelectorAll("details.why[open]")].map((each) => each.closest(".card").id);
    const form = this.cards.querySelector("form");
    const active = document.activeElement?.closest?.(".card");
    return {
      open,
      form: form && { id: form.closest(".card").id, words: form.reason.value },
      focus: active && this.cards.contains(active) ? [active.id, document.activeElement.dataset.action] : null,
    };
  }

  #restored({ open, form, focus }) {
    for (const id of open) {
      const details = document.getElementById(id)?.querySelector("details.why");
      if (details) details.open = true;
    }
    if (focus) {
      const [id, action] = focus;
      const found = document.getElementById(id);
      (found?.querySelector(`[data-action="${action}"]`) ?? found)?.focus({ preventScroll: true });
    }
    if (!form) return;
    document.getElementById(form.id)?.querySelector("[data-action=ignore]").click();
    const input = document.getElementById(form.id)?.querySelector("input");
    if (input) input.value = form.words;
  }
}

const button = (action, words, onclick, kind = null) =>
  h("button", { type: "button", class: kind, data: { action }, onclick }, words);
