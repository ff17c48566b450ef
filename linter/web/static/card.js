// A finding as a card: what is wrong, what to write instead, and on demand why and by which document.

import { h } from "./dom.js";
import { visible } from "./controls.js";
import { grade, periodText, ruleAddress, ruleTitle, sourceOf, timeline } from "./rule.js";
import { label, t } from "./words.js";

const CARD_WIDTH = 400;
const FIGURE = /[\d零〇一二三四五六七八九十百千万亿两]/;

// `show` leads to a place in the text, where there is one; `actions` are the buttons of whoever shows the card.
export function card({ root, all }, { show, actions = [] }) {
  const id = `card-${root.fingerprint}`;
  return h(
    "article",
    { class: `card ${root.severity}`, id, tabindex: "-1", "aria-labelledby": `${id}-name`, data: { root: root.root } },
    h("header", {}, heading(root, `${id}-name`), h("code", { title: root.name }, root.code)),
    quoted(root, show),
    show ? null : sentence(root),
    h("p", { class: "message" }, visible(root.message)),
    root.cause ? h("p", { class: "cause" }, t("html.cause"), t("colon"), visible(root.cause)) : null,
    changed(root),
    show && !all.some(({ change }) => change) ? byHand(root, show) : null,
    copies(all, show),
    actions.length ? h("p", { class: "actions" }, actions) : null,
    why(root, show),
  );
}

function heading({ severity, family }, id) {
  return h("h3", { id }, h("span", { class: "severity" }, t(`severity.${severity}`)), " ", label("family", family));
}

function quoted(finding, show) {
  const words = h("span", { class: "words", lang: "zh-CN" }, visible(finding.quote));
  if (!show) return h("p", { class: "quote" }, words, " ", h("span", { class: "soft" }, whereText(finding.span)));
  const properties = { type: "button", class: "quote", data: { action: "show" }, onclick: () => show(finding) };
  return h("p", {}, h("button", properties, words, h("span", { class: "hidden-label" }, t("web.in-text"))));
}

// Without the text beside it the quotation alone says too little.
function sentence({ context, quote }) {
  if (!context || context.trim() === quote) return null;
  return h("p", { class: "sentence", lang: "zh-CN" }, visible(context.trim()));
}

const whereText = (span) => `${span.line}:${span.column}`;

function changed({ suggestion }) {
  if (!suggestion) return null;
  return h(
    "p",
    { class: "change", lang: "zh-CN" },
    h("del", {}, visible(suggestion.replace)),
    h("span", { class: "arrow", "aria-hidden": "true" }, "→"),
    suggestion.with ? h("ins", {}, visible(suggestion.with)) : h("em", {}, t("html.delete")),
  );
}

// Which of several figures or places is wrong only the writer knows: each is one click away, and selected to be typed
// over.
function byHand(finding, show) {
  const [key, choices] = choicesOf(finding);
  const words = (each) => `${label("role", each.role)} ${visible(each.quote)}`;
  const ways = choices.flatMap((each) => [place(each.at, words(each), show), " "]);
  return h("p", { class: "by-hand" }, t(key), ways);
}

// The figures of a calculation; else the other places it contradicts: parts of the quotation itself are no choice.
function choicesOf({ evidence: all, from, to }) {
  const here = all.filter((each) => each.at);
  if (here.length && here.every(({ quote }) => FIGURE.test(quote))) return ["web.by-hand-figures", here];
  const others = here.filter(({ at }) => at.from < from || at.to > to);
  return others.length ? ["web.by-hand-places", others] : ["web.by-hand", []];
}

function copies(all, show) {
  if (all.length < 2) return null;
  const others = all.filter((each) => each.fingerprint !== each.root);
  const places = others.flatMap((each) => [place(each, whereText(each.span), show), " "]);
  return h("p", { class: "copies" }, t("copies.more", { n: others.length }), t("colon"), places);
}

function place(target, words, show) {
  if (!show) return h("span", { class: "soft" }, words);
  return h("button", { type: "button", class: "place", onclick: () => show(target) }, words);
}

function why(finding, show) {
  const details = h(
    "details",
    { class: "why" },
    h("summary", { data: { action: "why" } }, t("web.why")),
    verdicts(finding.verdict),
    finding.proof.length ? part("html.proof", h("ol", { class: "proof" }, finding.proof.map(step))) : null,
    finding.evidence.length ? part("web.places", evidence(finding.evidence, show)) : null,
    finding.rule ? rule(finding.rule) : null,
  );
  if (finding.rule) drawOnce(details, finding.rule.id);
  return details;
}

// Nobody waits for the drawings of cards that are never opened.
function drawOnce(details, id) {
  const draw = () => details.querySelector(".rule h4").after(timeline(id, CARD_WIDTH));
  details.addEventListener("toggle", draw, { once: true });
}

const part = (key, ...content) => h("section", {}, h("h4", {}, t(key)), ...content);

function verdicts({ at_publication: then, now }) {
  const row = (when, verdict) =>
    h("div", { class: `verdict ${verdict}` }, h("dt", {}, t(`verdict.${when}`)), h("dd", {}, t(`verdict.${verdict}`)));
  return h("dl", { class: "verdicts" }, row("at_publication", then), row("now", now));
}

// Reports made before the steps had words of their own show them as they are computed.
const step = ({ op, in: inputs, out, text }) => h("li", {}, visible(text ?? `${op}(${inputs.join(", ")}) = ${out}`));

function evidence(all, show) {
  const row = (each) => {
    const role = h("span", { class: "soft" }, label("role", each.role));
    const words = h("span", { lang: "zh-CN" }, visible(each.quote));
    const where = each.span ? whereText(each.span) : visible(each.path);
    return h("li", {}, role, " ", words, " ", place(each.at, where, each.at ? show : null));
  };
  return h("ul", {}, all.map(row));
}

function rule(cited) {
  return h(
    "section",
    { class: "rule" },
    h("h4", {}, t("html.rule")),
    h("p", {}, h("a", { href: ruleAddress(cited.id) }, ruleTitle(cited))),
    h("p", {}, h("b", { lang: "zh-CN" }, cited.display ?? ""), " ", h("span", { class: "soft" }, periodText(cited))),
    sourceOf(cited.source, grade(cited)),
  );
}
