// The text field with its layer of marks. It knows nothing of findings beyond where they are.

import { withoutControls } from "./controls.js";
import { difference } from "./edits.js";
import { paint } from "./layer.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Field {
  #composing = false;

  // `typed(found)` is told that the text has changed by hand, and which unseen characters were taken out of it.
  constructor(text, layer, typed) {
    Object.assign(this, { text, layer, typed });
    text.addEventListener("compositionstart", () => (this.#composing = true));
    text.addEventListener("compositionend", () => {
      this.#composing = false;
      this.#changed();
    });
    text.addEventListener("input", () => this.#changed());
  }

  get words() {
    return this.text.value;
  }

  get caret() {
    return this.text.selectionStart === this.text.selectionEnd ? this.text.selectionStart : null;
  }

  get isFocused() {
    return document.activeElement === this.text;
  }

  focus() {
    this.text.focus();
  }

  // Other words in the field; the caret goes behind what differs, as it would after typing it.
  put(words) {
    const { upTo } = difference(this.text.value, words);
    this.text.value = words;
    this.text.setSelectionRange(upTo, upTo);
  }

  toStart() {
    this.text.setSelectionRange(0, 0);
  }

  select({ from, to }) {
    this.text.focus({ preventScroll: true });
    this.text.setSelectionRange(from, to);
    const mark = this.layer.querySelector(`mark[data-from="${from}"]`);
    mark?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  paint(findings, current) {
    paint(this.layer, this.text.value, findings, current);
  }

  #changed() {
    // While an input method composes, the letters are not yet words: they are shown and not judged.
    if (this.#composing) this.paint([], null);
    else this.typed(this.#tidied());
  }

  #tidied() {
    const { clean, found } = withoutControls(this.text.value);
    if (found.size) {
      const caret = withoutControls(this.text.value.slice(0, this.text.selectionStart)).clean.length;
      this.text.value = clean;
      this.text.setSelectionRange(caret, caret);
    }
    return found;
  }
}
