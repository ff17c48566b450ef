// The answer to a question as a table, the sentences it rests on below each row.

import { visible } from "./controls.js";
import { h } from "./dom.js";
import { amount } from "./words.js";

const isWeb = (text) => /^https?:\/\//i.test(text);
const NUMBER = /^\d+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function table({ rows, shown }) {
  if (!rows.length) return [];
  const body = rows.flatMap((row, index) => lines(row, shown, index));
  return [
    h(
      "div",
      { class: "table-box", tabindex: "0", role: "group", "aria-label": shown.title },
      h("table", { class: "answer" }, h("thead", {}, h("tr", {}, shown.heads.map((words, column) => head(words, rows[0][shown.columns[column]])))), h("tbody", {}, body)),
    ),
  ];
}

const head = (words, value) => h("th", { scope: "col", class: typeof value === "number" ? "number" : null }, words);

function lines(row, { columns, rows, sentences }, index) {
  const cells = columns.map((name, column) => cell(row[name], rows[index][column]));
  const quoted = sentences[index].map((sentence) => h("p", {}, visible(sentence)));
  const below = quoted.length ? h("tr", { class: "quoted" }, h("td", { colspan: columns.length, lang: "zh-CN" }, quoted)) : null;
  return [h("tr", { class: below ? "over" : null }, cells), below];
}

function cell(value, words) {
  if (typeof value === "number") return h("td", { class: value ? "number" : "number zero" }, NUMBER.test(words) ? amount(value) : words);
  return h("td", { class: DAY.test(words) ? "date" : null }, linked(words));
}

// A place is "address:line": the address leads there, the line does not.
function linked(words) {
  const shown = h("bdi", {}, visible(words));
  if (!isWeb(words)) return shown;
  return h("a", { href: words.replace(/:\d+$/, ""), target: "_blank", rel: "noopener noreferrer nofollow" }, shown);
}
