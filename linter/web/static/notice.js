// One line that says what just happened, to the eye and to a screen reader; what went wrong stays until it is mended.

import { $ } from "./dom.js";

const LONG_ENOUGH = 8000;
let silence = 0;

export function say(words, kind = "") {
  clearTimeout(silence);
  $("#notice").textContent = words;
  $("#notice").className = kind;
  if (words && kind !== "bad") silence = setTimeout(() => say(""), LONG_ENOUGH);
}

export const complain = (words) => say(words, "bad");

export function mended() {
  if ($("#notice").className === "bad") say("");
}
