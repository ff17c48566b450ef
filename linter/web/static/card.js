// A finding as a card: what is wrong, what to write instead, and on demand why and by which document.

import { h } from "./dom.js";
import { visible } from "./controls.js";
import { grade, periodText, ruleAddress, ruleTitle, sourceOf, timeline } from "./rule.js";
import { label, list, t } from "./words.js";

// `show` leads to a place in the text, where there is one; `actions` are the buttons of whoever shows the card.
export function card({ root, all }, { show, actions = [] }) {
  const id = `card-${root.fingerprint}`;
  return h(
    "article",
    { class: `card ${root.severity}`, id, tabindex: "-1", "aria-labelledby": `${id}-name`, data: { root: root.root ?? root.fingerprint } },
    h(
      "header",
      {},
      h("h3", { id: `${id}-name` }, h("span", { class: "severity" }, t(`severity.${root.severity}`)), " ", label("family", root.family)),
      h("code", { class: "code", title: root.name }, root.code),
    ),
    quoted(root, show),
    h("p", { class: "message" }, visible(root.message)),
    changed(root),
    copies(all, show),
    actions.length ? h("p", { class: "actions" }, actions) : null,
    why(root, show),
  );
}

function quoted(finding, show) {
  const words = h("span", { class: "words", lang: "zh-CN" }, visible(finding.quote));
  if (!show) return h("p", { class: "quote" }, words, " ", h("span", { class: "soft" }, whereText(finding.span)));
  return h("p", {}, h("button", { type: "button", class: "quote", data: { action: "show" }, onclick: () => show(finding) }, words, h("span", { class: "hidden-label" }, t("web.in-text"))));
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

function copies(all, show) {
  if (all.length < 2) return null;
  const others = all.slice(1).map((each) => place(each, whereText(each.span), show));
  return h("p", { class: "copies" }, t("copies.more", { n: others.length }), t("colon"), ...others.flatMap((each) => [each, " "]));
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
    finding.cause ? part("html.cause", h("p", {}, visible(finding.cause))) : null,
    finding.proof.length ? part("html.proof", h("ol", { class: "proof" }, finding.proof.map(step))) : null,
    finding.evidence.length ? part("text.evidence", h("ul", {}, finding.evidence.map((each) => evidence(each, show)))) : null,
    finding.rule ? rule(finding.rule) : null,
  );
  if (finding.rule) drawOnce(details, finding.rule.id);
  return details;
}

// Nobody waits for the drawings of cards that are never opened.
function drawOnce(details, id) {
  details.addEventListener("toggle", () => details.querySelector(".rule h4").after(timeline(id)), { once: true });
}

const part = (key, ...content) => h("section", {}, h("h4", {}, t(key)), ...content);

function verdicts({ at_publication: then, now }) {
  const row = (when, verdict) =>
    h("div", { class: `verdict ${verdict}` }, h("dt", {}, t(`verdict.${when}`)), h("dd", {}, t(`verdict.${verdict}`)));
  return h("dl", { class: "verdicts" }, row("at_publication", then), row("now", now));
}

// Reports made before the steps had words of their own show them as they are computed.
const step = ({ op, in: inputs, out, text }) => h("li", {}, visible(text ?? `${op}(${inputs.join(", ")}) = ${out}`));

function evidence(each, show) {
  const where = each.span ? whereText(each.span) : each.path;
  const words = h("span", { lang: "zh-CN" }, visible(each.quote));
  return h("li", {}, h("span", { class: "soft" }, label("role", each.role)), " ", words, " ", place(each.at ?? each, where, each.at ? show : null));
}

function rule(cited) {
  const standing = cited.history?.length > 1 ? history(cited) : null;
  return h(
    "section",
    { class: "rule" },
    h("h4", {}, t("html.rule")),
    h("p", {}, h("a", { href: ruleAddress(cited.id) }, ruleTitle(cited)), h("br"), h("b", { lang: "zh-CN" }, cited.display ?? ""), " ", h("span", { class: "soft" }, periodText(cited))),
    sourceOf(cited.source, grade(cited)),
    standing,
  );
}

function history(cited) {
  const used = (value) => value.from === cited.from && value.display === cited.display;
  const row = (value) =>
    h("li", { class: used(value) ? "used" : null }, h("span", { class: "when" }, periodText(value)), " ", h("b", { lang: "zh-CN" }, value.display ?? ""), value.state === "in_force" ? null : ` ${list([label("state", value.state)])}`);
  return h("ol", { class: "history" }, cited.history.map(row));
}
