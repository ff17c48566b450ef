// Questions to the server this page came from; there is no other.

import { lang, t } from "./words.js";

export class Refused extends Error {}

export async function ask(work, fields, signal) {
  const form = new FormData();
  form.set("lang", lang);
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) form.set(name, value[0], value[1]);
    else if (value) form.set(name, value);
  }
  return answered(`/api/v1/${work}`, { method: "POST", body: form, signal });
}

export async function get(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return (await answered(`/api/v1/${path}?${query}`, { signal })).json();
}

async function answered(address, options) {
  const response = await fetch(address, options).catch((error) => {
    throw error.name === "AbortError" ? error : new Refused(t("web.no-answer"));
  });
  if (response.ok) return response;
  const said = await response.json().catch(() => null);
  throw new Refused(said?.error?.[lang] ?? `${response.status} ${response.statusText}`);
}
