// The archive at one view: how much, where, when, and what to mend first.

import { drawn } from "./archive_bar.js";
import { articleLine } from "./archive_place.js";
import { visible } from "./controls.js";
import { h } from "./dom.js";
import { placeName } from "./places.js";
import { amount, label, lang, t } from "./words.js";

const SEVERITIES = ["error", "warning", "info"];
const HUNDRED = 100;
// What a condition may hold.
const LONGEST = 200;

export function overview(numbers, conditions, narrowed) {
  if (!numbers.counts.error && !numbers.counts.warning && !numbers.counts.info) {
    return [tally(numbers.counts), coverage(numbers.totals), h("p", { class: "not-proof" }, t("summary.not_proof"))];
  }
  return [
    h("div", { class: "numbers" }, tally(numbers.counts), coverage(numbers.totals)),
    h("h3", {}, t("archive.by_age")),
    ages(conditions),
    h("div", { class: "charts" }, ...charts(numbers, narrowed)),
    h("h3", {}, t("archive.roots", { n: numbers.roots.length })),
    h("ol", { class: "roots" }, numbers.roots.map((each) => root(each, narrowed))),
    h("h3", {}, t("archive.pages")),
    worst(numbers.pages),
  ];
}

function tally(counts) {
  const one = (name) => h("li", { class: name }, h("b", {}, amount(counts[name])), " ", t(`severity.${name}`));
  return h("ul", { class: "tally" }, SEVERITIES.map(one));
}

function coverage({ numbers, bound, checked, unverifiable, reasons }) {
  if (!numbers) return h("p", {}, t("coverage.none"));
  const why = reasons.map(([name, n]) => h("li", {}, `${label("reason", name)} ${amount(n)}`));
  return h(
    "div",
    { class: "coverage-of-archive" },
    h("p", {}, t("archive.coverage", { n: numbers, bound, checked })),
    why.length ? h("details", {}, h("summary", {}, t("archive.reasons", { n: unverifiable })), h("ul", {}, why)) : null,
  );
}

// The drawing comes as a document of its own, and only its shapes are taken over.
function ages(conditions) {
  const place = h("div", { class: "ages" });
  const request = new XMLHttpRequest();
  request.open("GET", `/api/v1/archive/ages.svg?${new URLSearchParams({ ...conditions, lang })}`);
  request.responseType = "document";
  request.onload = () => {
    const drawing = request.response?.documentElement;
    if (request.status === 200 && drawing?.localName === "svg") place.append(document.importNode(drawing, true));
  };
  request.send();
  return place;
}

const articles = (group) => t("archive.articles", { n: group.documents });
const rate = (group) => t("archive.rate", { n: Math.round((HUNDRED * total(group)) / group.documents) });
const total = ({ counts }) => counts.error + counts.warning + counts.info;

function charts({ families, checks, sites, regions }, narrowed) {
  return [
    chart("html.by_family", families, (name) => label("family", name), (family) => narrowed({ family }), articles),
    chart("archive.by_site", sites, (name) => name || t("archive.no_site"), (site) => narrowed({ site }), rate),
    chart("html.by_check", checks, (name) => name, (name) => narrowed({ code: name.split(" ")[0] }), articles),
    chart("html.by_region", regions, (code) => (code ? placeName(code) : t("html.no_region")), (code) => narrowed({ region: code }), rate),
  ];
}

function chart(title, groups, named, address, note) {
  const shown = groups.filter(({ name }) => name !== null);
  const rest = groups.find(({ name }) => name === null);
  const most = Math.max(...shown.map(total), 1);
  const row = (group) => {
    const name = visible(named(group.name));
    const head = group.name ? h("a", { href: address(group.name) }, name) : name;
    return h("tr", {}, h("th", { scope: "row" }, head), h("td", { class: "drawn" }, bar(group, most)), h("td", { class: "number" }, amount(total(group))), h("td", { class: "note soft" }, note(group)));
  };
  const more = rest ? t("archive.rest", { n: rest.merged, findings: total(rest) }) : null;
  return h("table", { class: "chart" }, h("caption", {}, t(title)), h("tbody", {}, shown.map(row)), more ? h("tfoot", {}, h("tr", {}, h("td", { colspan: 4 }, more))) : null);
}

const bar = ({ counts }, most) => drawn(SEVERITIES.map((name) => [name, counts[name]]), most);

function root({ sentence, documents, counts, first, found }, narrowed) {
  const severity = SEVERITIES.find((name) => counts[name]);
  const places = t("archive.root_places", { n: total({ counts }), articles: documents });
  return h(
    "li",
    { class: `card ${severity}` },
    h("header", {}, h("span", { class: "severity" }, t(`severity.${severity}`)), sentence.length > LONGEST ? h("b", {}, places) : h("a", { href: narrowed({ text: sentence }) }, places)),
    h("p", { class: "told", lang: "zh-CN" }, visible(sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence)),
    found.map(said),
    articleLine(first, t("archive.first")),
  );
}

function said({ code, name, message, quote, suggestion, expected }) {
  return h(
    "div",
    { class: "said" },
    h("p", { class: "message" }, visible(message[lang]), " ", h("code", { class: "soft", title: name }, code)),
    suggestion ? h("p", { class: "change", lang: "zh-CN" }, h("del", {}, visible(quote)), h("span", { class: "arrow", "aria-hidden": "true" }, "→"), h("ins", {}, visible(suggestion))) : null,
    !suggestion && expected ? h("p", { class: "change", lang: "zh-CN" }, h("span", { class: "soft expected" }, t("archive.expected")), " ", h("ins", {}, visible(expected))) : null,
  );
}

function worst(pages) {
  const head = [t("archive.article"), ...SEVERITIES.map((name) => t(`severity.${name}`))];
  const line = (page) => h("tr", {}, h("td", {}, articleLine(page)), SEVERITIES.map((name) => h("td", { class: `number ${name}` }, amount(page.counts[name]))));
  return h(
    "div",
    { class: "table-box", tabindex: "0", role: "group", "aria-label": t("archive.pages") },
    h("table", { class: "answer" }, h("thead", {}, h("tr", {}, head.map((words) => h("th", { scope: "col" }, words)))), h("tbody", {}, pages.map(line))),
  );
}
