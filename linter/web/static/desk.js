// The desk: the text, the marks behind it, the cards beside it, and what can be done with them.

import { Checker } from "./checker.js";
import { withoutControls } from "./controls.js";
import { coverageLine } from "./coverage.js";
import { $ } from "./dom.js";
import { difference, lineCount, replaced } from "./edits.js";
import { annotated, articleOf, corrected, isWord, opened, save, savedName } from "./files.js";
import { counts, grouped, moved, placed } from "./findings.js";
import { History } from "./history.js";
import { onKeys } from "./keys.js";
import { paint } from "./layer.js";
import { Panel } from "./panel.js";
import { offerPlaces } from "./places.js";
import { understood } from "./sections.js";
import { keep, kept } from "./session.js";
import { suppressionsFile } from "./suppressions.js";
import { list, t } from "./words.js";

const EMPTY = { text: "", format: "", file: null, ignored: {} };
const text = $("#text");
const fields = { region: $("#region"), published: $("#published") };
const { fields: keptFields, ...start } = kept() ?? EMPTY;
const desk = new History(start);
let report = null;
let findings = [];
let current = null;
let composing = false;

const checker = new Checker({
  order: () => (text.value.trim() ? { ...articleOf(desk.state), region: fields.region.value, published: fields.published.value } : null),
  found: (answer) => {
    report = answer;
    const checked = answer?.documents[0];
    findings = checked ? placed(checked, text.value) : [];
    say(answer?.problems.map(({ reason }) => reason).join(" ") ?? "", "bad");
    refresh();
    keep(desk.state, { region: fields.region.value, published: fields.published.value });
  },
  failed: (error) => say(error.message, "bad"),
  waiting: (is) => $("#findings").setAttribute("aria-busy", String(is)),
});

const panel = new Panel($("#cards"), $("#ignored"), {
  show: (place) => place && select(place),
  accept,
  ignore: (group, reason) => {
    const { code, quote, path, fingerprint } = group.root;
    const ignored = { ...desk.state.ignored };
    for (const each of group.all) ignored[each.fingerprint] = { code, quote: each.quote, path, reason };
    goOn(group, () => desk.enter({ ...desk.state, ignored }));
    say(t("web.ignored-one", { quote: group.root.quote }), "", fingerprint);
  },
  restore: (fingerprint) => {
    const { [fingerprint]: _gone, ...ignored } = desk.state.ignored;
    desk.enter({ ...desk.state, ignored });
    refresh();
  },
  choose: (root) => choose(root),
});

// --- what is shown ---------------------------------------------------------------------------------------------

const counted = () => findings.filter(({ fingerprint, root }) => !(fingerprint in desk.state.ignored) && !(root in desk.state.ignored));

function refresh() {
  const shown = counted();
  const groups = grouped(shown);
  if (!groups.some(({ root }) => root.root === current)) current = null;
  panel.show(groups, desk.state.ignored);
  panel.light(current);
  paint($("#layer"), text.value, shown, current);
  $("#summary").textContent = summary(groups);
  $("#coverage").textContent = report?.documents[0] ? coverageLine(report.documents[0].coverage) : "";
  $("#not-proof").hidden = !report?.documents[0] || groups.length > 0;
  $("#understood").textContent = report?.documents[0] ? understood(report.documents[0]) : "";
  const changes = shown.filter(({ change }) => change).length;
  $("#accept-all").hidden = changes < 2;
  $("#accept-all").textContent = t("web.accept-all", { n: changes });
  setControls(groups);
}

function setControls(groups) {
  const { file } = desk.state;
  const empty = !text.value;
  $("#undo").disabled = !desk.canUndo;
  $("#redo").disabled = !desk.canRedo;
  for (const name of ["copy", "save", "clear"]) $(`#${name}`).disabled = empty;
  for (const name of ["next", "previous"]) $(`#${name}`).disabled = !groups.length;
  $("#annotate").hidden = !isWord(file);
  $("#save").textContent = t(isWord(file) ? "web.save-word" : "web.save");
  $("#format").disabled = file !== null;
  $("#format").value = desk.state.format;
  $("#file-name").textContent = file?.name ?? "";
  $("#sheet").classList.toggle("empty", empty);
  $("#welcome").hidden = !empty;
  document.title = `${file ? `${file.name} · ` : ""}${t("web.desk")} · factlint`;
}

function summary(groups) {
  if (!report?.documents[0]) return t(text.value ? "web.checking" : "web.nothing-yet");
  if (!groups.length) return t("html.clear");
  const bySeverity = Object.entries(counts(groups.map(({ root }) => root))).filter(([, n]) => n);
  return t("summary.findings", { n: groups.length }) + t("colon") + list(bySeverity.map(([name, n]) => `${t(`severity.${name}`)} ${n}`));
}

let silence = 0;
function say(words, kind = "") {
  clearTimeout(silence);
  $("#notice").textContent = words;
  $("#notice").className = kind;
  if (words && kind !== "bad") silence = setTimeout(() => say(""), 8000);
}

// --- the text --------------------------------------------------------------------------------------------------

function typed() {
  const { state } = desk;
  if (isWord(state.file) && lineCount(text.value) !== lineCount(state.text)) {
    put(state.text);
    return say(t("web.word-lines"), "bad");
  }
  if (!composing) tidy();
  const edit = difference(state.text, text.value);
  if (composing) return paint($("#layer"), text.value, [], null);
  findings = moved(findings, edit);
  desk.type({ ...state, text: text.value }, performance.now());
  refresh();
  return checker.soon();
}

function tidy() {
  const { clean, found } = withoutControls(text.value);
  if (!found.size) return;
  const caret = withoutControls(text.value.slice(0, text.selectionStart)).clean.length;
  text.value = clean;
  text.setSelectionRange(caret, caret);
  sayTakenOut(found);
}

function sayTakenOut(found) {
  if (found.size) say(t("web.taken-out", { what: list([...found].map(([name, n]) => `${name} ×${n}`)) }));
}

// The text of a state in the field, the caret behind what differs.
function put(words) {
  const { upTo } = difference(text.value, words);
  text.value = words;
  text.setSelectionRange(upTo, upTo);
}

function enter(state, { say: words = "" } = {}) {
  const edit = difference(text.value, state.text);
  desk.enter(state);
  findings = moved(findings, edit);
  put(state.text);
  refresh();
  say(words);
  checker.now();
}

function turn(moved_) {
  if (!moved_) return;
  const { state } = desk;
  findings = moved(findings, difference(text.value, state.text));
  put(state.text);
  refresh();
  checker.now();
}

const undo = () => turn(desk.undo());
const redo = () => turn(desk.redo());

// --- the findings ----------------------------------------------------------------------------------------------

function choose(root, { open = false } = {}) {
  if (root === current && !open) return;
  current = root;
  panel.light(root, { open });
  paint($("#layer"), text.value, counted(), root);
  const groups = grouped(counted());
  const index = groups.findIndex((each) => each.root.root === root);
  $("#position").textContent = index < 0 ? "" : `${index + 1} / ${groups.length}`;
}

function select({ from, to }) {
  text.focus({ preventScroll: true });
  text.setSelectionRange(from, to);
  const mark = [...$("#layer").querySelectorAll("mark.current")][0];
  mark?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

const at = (offset) => counted().find(({ from, to }) => from <= offset && offset <= to);

function step(by) {
  const groups = grouped(counted());
  if (!groups.length) return;
  const index = groups.findIndex(({ root }) => root.root === current);
  const next = groups[(index < 0 && by < 0 ? 0 : index + by + groups.length) % groups.length];
  choose(next.root.root, { open: true });
  if (innerWidth < NARROW) document.getElementById(`card-${next.root.fingerprint}`).scrollIntoView({ block: "center" });
  else select(next.root);
}

const NARROW = 960;

// Whoever works through the cards by keyboard goes on with the next one.
function goOn(group, does) {
  const groups = grouped(counted());
  const following = groups[groups.findIndex(({ root }) => root.root === group.root.root) + 1]?.root.root;
  const byKeyboard = $("#cards").contains(document.activeElement);
  does();
  refresh();
  if (byKeyboard && !(following && panel.focus(following))) $("#summary").focus();
}

function accept(group) {
  const taken = group.all.filter((each) => each.change).map((each) => each.change);
  const { suggestion } = group.root;
  const words = suggestion ? t("web.accepted", { old: suggestion.replace, fresh: suggestion.with }) : "";
  goOn(group, () => enter({ ...desk.state, text: replaced(text.value, taken) }, { say: words }));
}

function acceptAll() {
  const taken = counted().filter((each) => each.change).map((each) => each.change);
  enter({ ...desk.state, text: replaced(text.value, taken) }, { say: t("web.accepted-all", { n: taken.length }) });
}

// --- files -----------------------------------------------------------------------------------------------------

const guarded = (does) => async (...given) => {
  try {
    await does(...given);
  } catch (error) {
    say(error.message, "bad");
  }
};

const open = guarded(async (blob) => {
  const { file, text: words, found } = await opened(blob);
  report = null;
  findings = [];
  enter({ ...EMPTY, text: words, file }, { say: t("web.opened", { name: file.name }) });
  sayTakenOut(found);
  text.setSelectionRange(0, 0);
});

const saveCorrected = guarded(async () => save(await corrected(desk.state, t("web.corrected-ending"))));
const saveAnnotated = guarded(async () => save(await annotated(desk.state, t("web.annotated-ending"))));
const copy = guarded(async () => {
  await navigator.clipboard.writeText(text.value);
  say(t("web.copied"));
});

function saveIgnored() {
  save({ name: "factlint-suppressions.yml", blob: new Blob([suppressionsFile(desk.state.ignored)]) });
}

// --- hands -----------------------------------------------------------------------------------------------------

text.addEventListener("compositionstart", () => (composing = true));
text.addEventListener("compositionend", () => {
  composing = false;
  typed();
});
text.addEventListener("input", typed);
text.addEventListener("beforeinput", (event) => {
  const turns = { historyUndo: undo, historyRedo: redo }[event.inputType];
  if (!turns) return;
  event.preventDefault();
  turns();
});
text.addEventListener("click", () => {
  const found = at(text.selectionStart);
  if (found && text.selectionStart === text.selectionEnd) choose(found.root, { open: true });
});
document.addEventListener("selectionchange", () => {
  const found = document.activeElement === text && at(text.selectionStart);
  if (found) choose(found.root);
});

const clicks = {
  "#undo": undo,
  "#redo": redo,
  "#copy": copy,
  "#save": saveCorrected,
  "#annotate": saveAnnotated,
  "#clear": () => enter(EMPTY),
  "#next": () => step(1),
  "#previous": () => step(-1),
  "#accept-all": acceptAll,
  "#save-ignored": saveIgnored,
  "#open": () => $("#file").click(),
};
for (const [name, does] of Object.entries(clicks)) $(name).addEventListener("click", () => does());

$("#file").addEventListener("change", ({ target }) => {
  if (target.files[0]) open(target.files[0]);
  target.value = "";
});
$("#format").addEventListener("change", ({ target }) => enter({ ...desk.state, format: target.value }));
for (const field of Object.values(fields)) field.addEventListener("change", () => checker.now());

addEventListener("dragover", (event) => {
  event.preventDefault();
  $("#sheet").classList.add("dragging");
});
addEventListener("dragleave", (event) => event.relatedTarget ?? $("#sheet").classList.remove("dragging"));
addEventListener("drop", (event) => {
  $("#sheet").classList.remove("dragging");
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  open(event.dataTransfer.files[0]);
});
text.addEventListener("paste", (event) => {
  if (!event.clipboardData.files.length || event.clipboardData.types.includes("text/plain")) return;
  event.preventDefault();
  open(event.clipboardData.files[0]);
});
addEventListener("pagehide", () => keep(desk.state, { region: fields.region.value, published: fields.published.value }));

onKeys({
  undo,
  redo,
  next: () => step(1),
  previous: () => step(-1),
  toCard: () => current && panel.focus(current),
  toText: () => text.focus(),
  accept: () => {
    const group = grouped(counted()).find(({ root }) => root.root === current);
    if (group?.all.some(({ change }) => change)) accept(group);
  },
});

for (const [name, field] of Object.entries(fields)) field.value = keptFields?.[name] ?? "";
offerPlaces($("#places"));
text.value = desk.state.text;
refresh();
checker.now();
document.body.dataset.ready = "true";
