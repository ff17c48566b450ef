// What the hands do at the desk: buttons, keys, files dropped and pasted.

import { Desk } from "./desk.js";
import { $ } from "./dom.js";
import { onFile } from "./drop.js";
import { onKeys } from "./keys.js";
import { complain } from "./notice.js";
import { offerPlaces } from "./places.js";

const text = $("#text");
const desk = new Desk($("#region"), $("#published"));

const orComplain = (does) => async (...given) => {
  try {
    await does(...given);
  } catch (error) {
    complain(error.message);
  }
};

const clicks = {
  undo: () => desk.undo(),
  redo: () => desk.redo(),
  clear: () => desk.clear(),
  copy: () => desk.copy(),
  save: () => desk.saveCorrected(),
  annotate: () => desk.saveAnnotated(),
  next: () => desk.step(1),
  previous: () => desk.step(-1),
  "accept-all": () => desk.acceptAll(),
  "save-ignored": () => desk.saveIgnored(),
};
for (const [name, does] of Object.entries(clicks)) $(`#${name}`).addEventListener("click", orComplain(does));

onFile($("#open"), $("#file"), orComplain((blob) => desk.open(blob)), (is) => $("#sheet").classList.toggle("dragging", is));
$("#format").addEventListener("change", ({ target }) => desk.as(target.value));
for (const name of ["region", "published"]) $(`#${name}`).addEventListener("change", () => desk.recheck());

text.addEventListener("click", () => desk.chooseAtCaret({ open: true }));
document.addEventListener("selectionchange", () => document.activeElement === text && desk.chooseAtCaret());
// The menu of the browser has an undo too; its own memory would know nothing of accepted suggestions.
text.addEventListener("beforeinput", (event) => {
  const turn = { historyUndo: () => desk.undo(), historyRedo: () => desk.redo() }[event.inputType];
  if (!turn) return;
  event.preventDefault();
  turn();
});
onKeys({
  undo: () => desk.undo(),
  redo: () => desk.redo(),
  next: () => desk.step(1),
  previous: () => desk.step(-1),
  accept: () => desk.acceptCurrent(),
  toCard: () => desk.toCard(),
  toText: () => desk.toText(),
});
addEventListener("pagehide", () => desk.keep());

offerPlaces($("#places"));
document.body.dataset.ready = "true";
