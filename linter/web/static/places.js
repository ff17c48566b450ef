// Places by their codes, and the list to choose one from.

import { get } from "./api.js";
import { h } from "./dom.js";

const places = await get("places");
const names = new Map(places.map(({ code, name }) => [code, name]));

export const placeName = (code) => names.get(code) ?? code;

export function offerPlaces(datalist) {
  datalist.append(...places.map(({ name }) => h("option", { value: name })));
}
