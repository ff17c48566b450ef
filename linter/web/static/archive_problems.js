// What was not, or not wholly, checked.

import { visible } from "./controls.js";
import { h } from "./dom.js";
import { label, lang, t } from "./words.js";

export function problems({ rows }) {
  if (!rows.length) return [];
  const line = (row) =>
    h("tr", {}, h("td", {}, h("bdi", { class: "path" }, visible(row.document))), h("td", {}, label("trouble", row.kind)), h("td", {}, visible(lang === "en" ? row.reason_en : row.reason_zh)));
  const heads = ["archive.article", "web.kind-of-problem", "web.reason"].map((key) => h("th", { scope: "col" }, t(key)));
  return [
    h("p", {}, t("problems.note")),
    h("div", { class: "table-box", tabindex: "0", role: "group", "aria-label": t("archive.problems") }, h("table", { class: "answer" }, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows.map(line)))),
  ];
}
