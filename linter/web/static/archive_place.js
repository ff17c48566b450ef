// An article of the archive in a line: its title, its address, its day, its place.

import { visible } from "./controls.js";
import { h } from "./dom.js";
import { placeName } from "./places.js";

const isWeb = (url) => /^https?:\/\//i.test(url ?? "");

const link = (url, content) =>
  isWeb(url) ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, content) : content;

export function articleLine({ document: name, url, title, published, region }, lead = null) {
  const shown = h("bdi", {}, visible(title || url || name));
  const details = [published, region ? placeName(region) : null].filter(Boolean).join(" · ");
  return h(
    "p",
    { class: "where" },
    lead ? h("span", { class: "soft" }, lead, " ") : null,
    link(url ?? name, shown),
    " ",
    title ? h("bdi", { class: "path soft" }, visible(url || name)) : null,
    " ",
    h("span", { class: "soft" }, details),
  );
}
