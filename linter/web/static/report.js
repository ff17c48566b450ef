// The findings of many files, from a JSON report that `factlint check` wrote.

import { card } from "./card.js";
import { visible } from "./controls.js";
import { coverageLine } from "./coverage.js";
import { $, h } from "./dom.js";
import { onFile } from "./drop.js";
import { grouped } from "./findings.js";
import { list, t } from "./words.js";

const STEP = 50;
const RANK = { error: 0, warning: 1, info: 2 };
let report = null;
let path = "";
let most = STEP;

function read(text) {
  const read_ = JSON.parse(text);
  if (!String(read_.schema_version).startsWith("1.") || !Array.isArray(read_.documents)) throw new Error();
  return read_;
}

async function open(blob) {
  try {
    report = read(await blob.text());
    path = "";
    most = STEP;
    $("#notice").textContent = report.problems.map(({ path: where, reason }) => `${visible(where)}${t("colon")}${visible(reason)}`).join(" ");
    $("#summary").textContent = summary();
    show();
    $("#summary").focus();
  } catch {
    $("#notice").textContent = t("web.no-report");
  }
}

function summary() {
  const { documents, findings, coverage } = report.summary;
  const counts = Object.entries(findings).filter(([, n]) => n).map(([name, n]) => `${t(`severity.${name}`)} ${n}`);
  const head = t("web.report-of", {
    files: t("summary.documents", { n: documents }),
    findings: counts.length ? list(counts) : t("html.clear"),
    day: report.as_of,
  });
  return `${head} · ${coverageLine(coverage)}`;
}

// Worst first; within a file in reading order.
function matching() {
  const words = $("#query").value.trim().toLowerCase();
  const severity = $("#severity").value;
  const groups = report.documents.flatMap((document_) =>
    grouped(document_.findings.map((each) => ({ ...each, root: each.copy_of ?? each.fingerprint }))).map((group) => ({ ...group, document: document_ })),
  );
  return groups
    .filter(({ root }) => !severity || root.severity === severity)
    .filter(({ root, document: { path: where } }) => !words || `${where} ${root.code} ${root.name} ${root.quote} ${root.message}`.toLowerCase().includes(words))
    .sort((one, other) => RANK[one.root.severity] - RANK[other.root.severity]);
}

function show() {
  if (!report) return;
  const all = matching();
  const here = path ? all.filter((group) => group.document.path === path) : all;
  files(all);
  $("#cards").replaceChildren(...here.slice(0, most).map(row));
  $("#more").hidden = here.length <= most;
}

// A file is named once above its cards that follow each other.
function row(group, index, all) {
  const { document: one } = group;
  const named = all[index - 1]?.document === one;
  return h("li", {}, named ? null : where(one), card(group, {}));
}

const where = (one) =>
  h("p", { class: "where" }, h("bdi", {}, visible(one.path)), " ", h("span", { class: "soft" }, visible(one.title ?? "")));

function files(groups) {
  const counts = new Map();
  for (const { document: each } of groups) counts.set(each.path, (counts.get(each.path) ?? 0) + 1);
  const rows = [["", groups.length], ...counts];
  $("#files").replaceChildren(...rows.map(([name, n]) => fileRow(name, n)));
  $("#files").closest("nav").hidden = false;
}

function fileRow(name, n) {
  const choose = () => {
    path = name;
    most = STEP;
    show();
  };
  const current = name === path ? "true" : null;
  return h("li", {}, h("button", { type: "button", "aria-current": current, onclick: choose }, h("bdi", {}, name ? visible(name) : t("web.all")), h("span", { class: "value" }, String(n))));
}

onFile($("#open"), $("#file"), open);
$("#query").addEventListener("input", show);
$("#severity").addEventListener("change", show);
$("#more").addEventListener("click", () => {
  most += STEP;
  show();
});
document.body.dataset.ready = "true";
