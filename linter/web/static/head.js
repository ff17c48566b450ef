// The head of the desk: what was found in numbers, what was checked, and which buttons make sense.

import { coverageLine } from "./coverage.js";
import { $ } from "./dom.js";
import { isWord } from "./files.js";
import { counts } from "./findings.js";
import { complain } from "./notice.js";
import { understood } from "./sections.js";
import { list, t } from "./words.js";

export function showHead(checked, groups, hasText) {
  tell($("#summary"), summary(checked, groups, hasText));
  $("#coverage").textContent = checked ? coverageLine(checked.coverage) : "";
  $("#not-proof").hidden = !checked || groups.length > 0;
  $("#understood").textContent = checked ? understood(checked) : "";
}

export function showFailure(error, checked) {
  complain(error.message);
  if (!checked) tell($("#summary"), t("web.not-checked"));
}

function summary(checked, groups, hasText) {
  if (!hasText) return t("web.nothing-yet");
  if (!checked) return t("web.checking");
  if (!groups.length) return t("html.clear");
  const bySeverity = Object.entries(counts(groups.map(({ root }) => root))).filter(([, n]) => n);
  const parts = bySeverity.map(([name, n]) => `${t(`severity.${name}`)} ${n}`);
  return t("summary.findings", { n: groups.length }) + t("colon") + list(parts);
}

// A screen reader reads out what is put there, even when it is what it just read.
function tell(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

export function showPosition(groups, current) {
  const index = groups.findIndex(({ root }) => root.root === current);
  tell($("#position"), index < 0 ? "" : `${index + 1} / ${groups.length}`);
}

export function showControls(history, groups) {
  const { text, file, format } = history.state;
  const changes = groups.flatMap(({ all }) => all).filter(({ change }) => change).length;
  $("#undo").disabled = !history.canUndo;
  $("#redo").disabled = !history.canRedo;
  for (const name of ["copy", "save", "clear"]) $(`#${name}`).disabled = !text;
  for (const name of ["next", "previous"]) $(`#${name}`).disabled = !groups.length;
  $("#accept-all").hidden = changes < 2;
  $("#accept-all").textContent = t("web.accept-all", { n: changes });
  showFile(file, format);
  $("#sheet").classList.toggle("empty", !text);
  $("#welcome").hidden = Boolean(text);
  $("#open").classList.toggle("primary", !text);
}

function showFile(file, format) {
  $("#annotate").hidden = !isWord(file);
  $("#save").textContent = t(isWord(file) ? "web.save-word" : "web.save");
  $("#format").disabled = file !== null;
  $("#format").value = format;
  $("#file-name").textContent = file?.name ?? "";
  document.title = `${file ? `${file.name} · ` : ""}${t("web.desk")} · factlint`;
}
