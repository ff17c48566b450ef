// The reference: rules by words, and one rule with its values, their timeline and their sources.

import { get } from "./api.js";
import { visible } from "./controls.js";
import { $, h } from "./dom.js";
import { grade, periodText, ruleAddress, ruleTitle, sourceOf, timeline } from "./rule.js";
import { offerPlaces } from "./places.js";
import { label, list, t } from "./words.js";

const PAUSE = 200;
const PAGE_WIDTH = 720;
const query = $("#query");
const region = $("#region");
let timer = 0;
let asking = new AbortController();

async function search() {
  asking.abort();
  asking = new AbortController();
  try {
    const { total, rules } = await get("rules", { q: query.value.trim(), region: region.value.trim() }, asking.signal);
    const key = total > rules.length ? "web.rules-shown" : "web.rules-found";
    $("#found").textContent = total ? t(key, { n: total, shown: rules.length }) : t("web.no-rules");
    $("#rules").replaceChildren(...rules.map(row));
    light();
  } catch (error) {
    if (error.name === "AbortError") return;
    $("#found").textContent = error.message;
    $("#rules").replaceChildren();
  }
}

function row(rule) {
  const value = h("span", { class: "value", lang: "zh-CN" }, visible(rule.value?.display ?? t("web.not-known")));
  const choose = () => go(rule.id);
  return h("li", {}, h("button", { type: "button", data: { rule: rule.id }, onclick: choose }, h("span", {}, ruleTitle(rule)), value, h("small", {}, rule.place)));
}

const chosen = () => new URLSearchParams(location.search).get("rule");

function go(id) {
  history.pushState(null, "", id ? ruleAddress(id) : "/reference");
  return show({ focus: true });
}

async function show({ focus = false } = {}) {
  const id = chosen();
  $(".columns").classList.toggle("chosen", Boolean(id));
  light();
  const place = $("#rule");
  if (!id) return place.replaceChildren(h("p", { class: "soft" }, t("web.choose-rule")));
  try {
    const rule = await get(`rules/${encodeURIComponent(id)}`);
    if (chosen() === id) place.replaceChildren(back(), page(rule));
  } catch (error) {
    place.replaceChildren(back(), h("p", { class: "bad" }, error.message));
  }
  if (focus) place.focus({ preventScroll: innerWidth >= 960 });
  return undefined;
}

function light() {
  for (const each of document.querySelectorAll("#rules button")) {
    if (each.dataset.rule === chosen()) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
}

const back = () => h("p", { class: "back" }, h("button", { type: "button", onclick: () => go(null) }, t("web.back-to-list")));

function page(rule) {
  return h(
    "article",
    { class: "sheet" },
    h("h2", {}, ruleTitle(rule)),
    facts(rule),
    h("h3", {}, t("web.values")),
    timeline(rule.id, PAGE_WIDTH),
    h("ol", { class: "values" }, [...rule.values].reverse().map(value)),
    listed("web.gaps", rule.unknown.map((one) => h("li", {}, periodText(one), t("colon"), visible(one.why)))),
    listed("web.disputes", rule.disputes.map((one) => h("li", {}, `${one.on} ${visible(one.by)}`, t("colon"), visible(one.says)))),
    listed("web.related", rule.related.map(related), "related"),
  );
}

function facts(rule) {
  const rows = [
    [t("web.value-of-day", { day: rule.as_of }), h("dd", { class: "today-value", lang: "zh-CN" }, visible(rule.value?.display ?? t("web.not-known")))],
    [t("web.rule-place"), h("dd", {}, rule.place)],
    [t("web.rule-id"), h("dd", {}, h("code", {}, rule.id))],
  ];
  if (rule.note) rows.push([t("web.rule-note"), h("dd", { lang: "zh-CN" }, visible(rule.note))]);
  return h("dl", { class: "facts" }, rows.flatMap(([term, description]) => [h("dt", {}, term), description]));
}

function value(one) {
  const state = one.state === "in_force" ? [] : [label("state", one.state)];
  const verified = one.verified_on ? [t("web.verified", { day: one.verified_on })] : [];
  return h(
    "li",
    {},
    h("p", {}, h("b", { lang: "zh-CN" }, visible(one.display)), " ", h("span", { class: "soft" }, list([periodText(one), ...state]))),
    sourceOf(one.source, grade(one)),
    one.note ? h("p", { class: "soft", lang: "zh-CN" }, visible(one.note)) : null,
    verified.length ? h("p", { class: "soft" }, verified) : null,
  );
}

function listed(key, rows, kind = "") {
  return rows.length ? h("section", {}, h("h3", {}, t(key)), h("ul", { class: kind }, rows)) : null;
}

function related(rule) {
  const open = (event) => {
    event.preventDefault();
    go(rule.id);
  };
  return h("li", {}, h("a", { href: ruleAddress(rule.id), onclick: open }, ruleTitle(rule)), ` ${visible(rule.value?.display ?? "")}`);
}

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
};
query.addEventListener("input", soon);
region.addEventListener("input", soon);
$("#search").addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
addEventListener("popstate", () => show());

offerPlaces($("#places"));
await Promise.all([search(), show()]);
document.body.dataset.ready = "true";
