// What of the numbers was checked, a row for each site, place or month, with the shares drawn.

import { visible } from "./controls.js";
import { h } from "./dom.js";
import { drawn } from "./archive_bar.js";
import { placeName } from "./places.js";
import { amount, label, list, t } from "./words.js";

const HEADS = ["web.part", "archive.holdings", "web.numbers", "coverage.checked", "coverage.unverifiable", "coverage.unbound", "web.reasons"];
const REASON = /^(\S+) (\d+)$/;

export function coverage({ rows, asked, shown }) {
  if (!rows.length) return [];
  const head = HEADS.map((key, column) => h("th", { scope: "col", class: column && column < HEADS.length - 1 ? "number" : null }, t(key)));
  return [
    h(
      "div",
      { class: "table-box", tabindex: "0", role: "group", "aria-label": shown.title },
      h("table", { class: "answer coverage-table" }, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows.map((row) => line(row, asked.by)))),
    ),
  ];
}

function line(row, by) {
  const unbound = row.numbers - row.bound;
  const bar = drawn([["checked", row.checked], ["unverifiable", row.unverifiable], ["unbound", unbound]], row.numbers);
  const numbers = [row.articles, row.numbers, row.checked, row.unverifiable, unbound];
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, part(row.part, by), bar),
    numbers.map((number) => h("td", { class: "number" }, amount(number))),
    h("td", { class: "soft" }, reasons(row.reasons)),
  );
}

function part(name, by) {
  if (by === "region") return name ? placeName(name) : t("html.no_region");
  if (by === "month") return name || t("age.undated");
  return name ? visible(name) : t("archive.no_site");
}

function reasons(text) {
  const parts = text.split("; ").map((each) => REASON.exec(each)).filter(Boolean);
  return list(parts.map(([, name, number]) => `${label("reason", name)} ${amount(Number(number))}`));
}
