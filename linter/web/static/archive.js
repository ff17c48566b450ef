// The archive: what is wanted of it stands in the address, so that every view can be kept, sent on and gone back to.

import { get } from "./api.js";
import { visible } from "./controls.js";
import { $, h } from "./dom.js";
import { contradictions } from "./archive_contradictions.js";
import { coverage } from "./archive_coverage.js";
import { findings } from "./archive_findings.js";
import { overview } from "./archive_overview.js";
import { problems } from "./archive_problems.js";
import { table } from "./archive_table.js";
import { offerPlaces } from "./places.js";
import { lang, t } from "./words.js";

const PAUSE = 400;
const FIRST = "findings";
const OWN = { contradictions, coverage, findings, problems };
const form = $("#conditions");
let timer = 0;
let asking = new AbortController();

const address = () => new URLSearchParams(location.search);
const viewOf = (query) => (document.querySelector(`[data-view="${CSS.escape(query.get("view") ?? "")}"]`)?.dataset.view ?? FIRST);

const fields = () => [...form.elements].filter((field) => field.name);
const fits = (field, view) => field.closest("label").dataset.for.split(" ").includes(view);

// The address is read, never guessed from what the form happens to show.
function show(query) {
  const view = viewOf(query);
  for (const field of fields()) {
    field.value = query.get(field.name) ?? (field.name === "by" ? "site" : "");
    field.closest("label").hidden = !fits(field, view);
  }
  form.hidden = view === "problems";
  for (const link of document.querySelectorAll("[data-view]")) {
    link.href = addressOf(query, { view: link.dataset.view, page: null });
    if (link.dataset.view === view) light(link);
    else link.removeAttribute("aria-current");
  }
  $("#view-name").textContent = document.querySelector(`[data-view="${view}"]`).textContent;
  return view;
}

// On a phone the views are wider than the window.
function light(link) {
  link.setAttribute("aria-current", "page");
  const bar = $("#views");
  bar.scrollLeft = link.offsetLeft - bar.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
}

function addressOf(query, changes) {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) changed.set(name, value);
    else changed.delete(name);
  }
  return `/archive?${changed}`;
}

function wanted(query, view) {
  const names = fields().filter((field) => fits(field, view)).map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, query.get(name)]).filter(([, value]) => value));
}

async function answer({ focus = false } = {}) {
  const query = address();
  const view = show(query);
  asking.abort();
  asking = new AbortController();
  $("#notice").textContent = "";
  $("#view").setAttribute("aria-busy", "true");
  $("#found").textContent = t("web.asking");
  try {
    await shown(view, query, asking.signal);
    if (focus) $("#view").focus();
  } catch (error) {
    if (error.name === "AbortError") return;
    $("#notice").textContent = error.message;
    $("#found").textContent = "";
    $("#answer").replaceChildren();
    $("#pages").hidden = true;
  }
  $("#view").removeAttribute("aria-busy");
}

async function shown(view, query, signal) {
  const conditions = wanted(query, view);
  if (view === "overview") {
    const numbers = await get("archive/overview", conditions, signal);
    $("#found").textContent = t("archive.with_findings", { n: numbers.with_findings, documents: numbers.totals.documents });
    $("#answer").replaceChildren(...overview(numbers, conditions, narrowed));
    $("#pages").hidden = true;
    return;
  }
  const page = query.get("page") ?? "1";
  const found = await get(`archive/${view}`, { ...conditions, page, lang }, signal);
  $("#found").textContent = foundText(found);
  $("#answer").replaceChildren(...(OWN[view] ?? table)(found));
  leaves(found);
}

function foundText({ question, total, rows, page, more }) {
  if (!rows.length && question === "problems") return t("web.no-problems");
  if (!rows.length && page === 1) return t("web.nothing-found");
  if (total) return t("web.findings-found", { n: total.findings, articles: total.articles });
  return page === 1 && !more ? t("web.rows-found", { n: rows.length }) : "";
}

function leaves({ page, more, rows }) {
  $("#pages").hidden = page === 1 && !more;
  $("#back").disabled = page === 1;
  $("#on").disabled = !more;
  $("#page").textContent = t(rows.length ? "web.page-number" : "web.page-empty", { n: page });
}

function go(changes, how = {}) {
  history.pushState(null, "", addressOf(address(), changes));
  return answer(how);
}

// A bar of the overview leads to what it counts.
const narrowed = (conditions) => addressOf(address(), { view: "findings", page: null, ...conditions });

function leaf(step) {
  return go({ page: String(Number(address().get("page") ?? "1") + step) }, { focus: true });
}

function about(store) {
  const { documents, findings: found, claims } = store.rows;
  const parts = [
    t("archive.articles", { n: documents }),
    t("archive.findings", { n: found }),
    t("web.claims", { n: claims }),
    `${t("summary.as_of")} ${store.as_of}`,
    `${t("summary.profile")} ${store.profile}`,
    `${t("summary.reference")} ${store.reference.sha256.slice(0, 12)}`,
    `factlint ${store.version}`,
  ];
  $("#about").textContent = parts.join(" · ");
  $("#incomplete").hidden = store.complete;
  $("#sites").append(...store.sites.map((site) => h("option", { value: site })));
  $("#subjects").append(...store.subjects.map((subject) => h("option", { value: subject.id }, visible(subject[lang]))));
}

async function offerChecks() {
  const checks = await get("checks");
  const options = checks.map(({ code, name }) => h("option", { value: code }, `${code} ${name}`));
  form.elements.code.append(...options);
}

function changed(event) {
  clearTimeout(timer);
  const wait = event.target.matches("select, [type=month]") ? 0 : PAUSE;
  timer = setTimeout(() => {
    const values = Object.fromEntries(fields().map(({ name, value }) => [name, value.trim()]));
    if (fields().every(({ name, value }) => (address().get(name) ?? (name === "by" ? "site" : "")) === value.trim())) return;
    go({ ...values, page: null });
  }, wait);
}

form.addEventListener("input", changed);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  go(Object.fromEntries([...fields().map(({ name }) => [name, null]), ["page", null]]));
});
$("#views").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ view: link.dataset.view, page: null });
});
$("#back").addEventListener("click", () => leaf(-1));
$("#on").addEventListener("click", () => leaf(1));
addEventListener("popstate", () => answer());

offerPlaces($("#places"));
await offerChecks();
await Promise.all([get("archive").then(about), answer()]);
document.body.dataset.ready = "true";
