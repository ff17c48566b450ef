// Findings of the archive as cards, under the article they are in; the worst come first.

import { articleLine } from "./archive_place.js";
import { visible } from "./controls.js";
import { h } from "./dom.js";
import { ruleAddress } from "./rule.js";
import { label, lang, t } from "./words.js";

export function findings({ rows }) {
  const lines = rows.map((row, index) =>
    h("li", {}, rows[index - 1]?.document === row.document ? null : articleLine(row), card(row, index)),
  );
  return [h("ol", { class: "cards" }, lines)];
}

function card(row, index) {
  const name = `finding-${index}`;
  return h(
    "article",
    { class: `card ${row.severity}`, "aria-labelledby": name },
    h(
      "header",
      {},
      h("h3", { id: name }, h("span", { class: "severity" }, t(`severity.${row.severity}`)), " ", label("family", row.family)),
      h("code", { title: row.name }, row.code),
    ),
    h("p", { class: "told", lang: "zh-CN" }, ...told(row)),
    h("p", { class: "message" }, visible(lang === "en" ? row.message_en : row.message_zh)),
    cause(row),
    change(row),
    verdicts(row),
    source(row),
  );
}

// The sentence with what is wrong in it marked; of a long one what stands around it.
const AROUND = 120;

function told({ sentence, quote, line, column }) {
  const at = sentence.indexOf(quote);
  const place = h("span", { class: "soft place-number" }, ` ${line}:${column}`);
  if (!quote || at < 0) return [h("span", { class: "words" }, visible(quote || sentence.slice(0, 2 * AROUND))), place];
  const before = sentence.slice(0, at);
  const after = sentence.slice(at + quote.length);
  return [
    visible(before.length > AROUND ? `…${before.slice(-AROUND)}` : before),
    h("mark", {}, visible(quote)),
    visible(after.length > AROUND ? `${after.slice(0, AROUND)}…` : after),
    place,
  ];
}

function cause({ cause_zh: zh, cause_en: en }) {
  const words = lang === "en" ? en : zh;
  return words ? h("p", { class: "cause" }, t("html.cause"), t("colon"), visible(words)) : null;
}

function change({ quote, suggestion, expected }) {
  if (suggestion !== null) {
    const fresh = suggestion ? h("ins", {}, visible(suggestion)) : h("em", {}, t("html.delete"));
    return h("p", { class: "change", lang: "zh-CN" }, h("del", {}, visible(quote)), h("span", { class: "arrow", "aria-hidden": "true" }, "→"), fresh);
  }
  if (!expected) return null;
  return h("p", { class: "change", lang: "zh-CN" }, h("span", { class: "soft expected" }, t("archive.expected")), " ", h("ins", {}, visible(expected)));
}

function verdicts({ verdict_at_publication: then, verdict_now: now }) {
  const one = (when, verdict) =>
    h("div", { class: `verdict ${verdict}` }, h("dt", {}, t(`verdict.${when}`)), h("dd", {}, t(`verdict.${verdict}`)));
  return h("dl", { class: "verdicts" }, one("at_publication", then), one("now", now));
}

function source({ rule, evidence_grade: standing }) {
  if (!rule) return null;
  return h(
    "p",
    { class: "source" },
    h("span", { class: "soft" }, t("html.rule")),
    " ",
    h("a", { href: ruleAddress(rule) }, rule),
    " ",
    standing ? h("span", { class: "grade" }, label("evidence", standing)) : null,
  );
}
