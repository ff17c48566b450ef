// What the article was taken to say of its place and day, in words.

import { placeName } from "./places.js";
import { label, t } from "./words.js";

export function understood({ sections }) {
  const main = sections.find(({ kind }) => kind === "article") ?? sections[0];
  if (!main) return "";
  const place = main.region ? t("web.place-is", { place: placeName(main.region) }) : t("web.no-place");
  const from = main.published_from ? label("published_from", main.published_from) : "";
  const day = main.published ? t("web.day-is", { day: main.published, from }) : t("web.no-day");
  return `${place} · ${day}`;
}
