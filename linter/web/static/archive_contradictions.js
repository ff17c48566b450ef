// What articles say against each other: on the left what most of them say, on the right what some say instead.

import { articleLine } from "./archive_place.js";
import { visible } from "./controls.js";
import { h } from "./dom.js";
import { t } from "./words.js";

export function contradictions({ rows, shown }) {
  const cards = rows.map((row, index) => {
    const words = Object.fromEntries(shown.columns.map((name, column) => [name, shown.rows[index][column]]));
    return h("li", {}, card(row, words, `contradiction-${index}`));
  });
  return cards.length ? [h("ol", { class: "cards" }, cards)] : [];
}

function card(row, words, name) {
  const where = [words.region, words.period].filter(Boolean).join(" · ");
  return h(
    "article",
    { class: "card warning", "aria-labelledby": name },
    h("header", {}, h("h3", { id: name }, h("b", {}, visible(words.subject)), " ", h("span", { class: "soft" }, visible(where)))),
    h("div", { class: "sides" }, side(row, words, "usual", "web.side-usual"), side(row, words, "odd", "web.side-odd")),
  );
}

function side(row, words, which, heading) {
  const of = (slot) => row[`${which}_${slot}`];
  const confirmed = row.right_side === which;
  const article = { document: of("document"), published: of("published") };
  return h(
    "div",
    { class: confirmed ? "confirmed" : null },
    h("p", { class: "soft" }, t(heading), " · ", t("archive.articles", { n: of("articles") }), confirmed ? ` · ${t("web.side-confirmed")}` : ""),
    h("p", { class: "value", lang: "zh-CN" }, visible(words[which])),
    h("p", { class: "told", lang: "zh-CN" }, visible(of("sentence"))),
    articleLine(article, t("archive.first")),
  );
}
