// A rule in words and drawn: its value, the time it holds, the document it rests on, its timeline.

import { h } from "./dom.js";
import { visible } from "./controls.js";
import { label, lang, list, t } from "./words.js";

export function periodText({ from, to, known_until: known }) {
  if (known) return t(from ? "period.known_until" : "period.known_only_until", { start: from, end: known });
  if (from && to) return t("period.between", { start: from, end: to });
  if (from) return t("period.since", { start: from });
  return to ? t("period.until", { end: to }) : t("period.always");
}

export const ruleTitle = (rule) => (lang === "en" && rule.title_en ? rule.title_en : rule.title || rule.id);

export const grade = ({ evidence, disputed }) =>
  disputed ? list([label("evidence", evidence), t("disputed")]) : label("evidence", evidence);

export function sourceOf(source, standing) {
  const title = source.title && !source.title.startsWith("《") ? `《${source.title}》` : source.title;
  const parts = [title, source.doc_no, source.issuer, source.published].filter(Boolean).map(visible);
  return h(
    "p",
    { class: "source" },
    h("cite", { lang: "zh-CN" }, parts.join(" · ")),
    " ",
    h("span", { class: "grade" }, standing),
    webAddress(source.url),
  );
}

// Only what is an address of the web becomes a link; it opens when somebody clicks, never by itself.
export function webAddress(url) {
  if (!/^https?:\/\//i.test(url ?? "")) return null;
  return h("a", { class: "url", href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, h("bdi", {}, visible(url)));
}

const MARGINS = 64;
const NARROWEST = 240;
let drawn = 0;

const fitting = (widest) => Math.max(NARROWEST, Math.min(widest, Math.round(innerWidth) - MARGINS));

export const ruleAddress = (id) => `/reference?rule=${encodeURIComponent(id)}`;

// The drawing comes as a document of its own, and only its shapes are taken over. A narrow window gets a
// narrower drawing, not smaller letters.
export function timeline(id, widest) {
  drawn += 1;
  const place = h("div", { class: "timeline-place", tabindex: "0", role: "group", "aria-label": t("web.timeline") });
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ lang, width: fitting(widest), key: `drawing-${drawn}` });
  request.open("GET", `/api/v1/rules/${encodeURIComponent(id)}/timeline.svg?${query}`);
  request.responseType = "document";
  request.onload = () => {
    const drawing = request.response?.documentElement;
    if (request.status === 200 && drawing?.localName === "svg") place.append(document.importNode(drawing, true));
    else place.remove();
  };
  request.send();
  return place;
}
