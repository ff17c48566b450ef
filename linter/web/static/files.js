// Files in and out: opened by the server, which knows the encodings; saved in the format and encoding they came in.

import { ask, Refused } from "./api.js";
import { standIns, withoutControls } from "./controls.js";
import { lineChanges } from "./edits.js";
import { countPoints } from "./positions.js";
import { h } from "./dom.js";
import { t } from "./words.js";

const MOST = Number(document.body.dataset.most);
const SUFFIX = { "": "", text: ".txt", markdown: ".md", html: ".html" };

export const isWord = (file) => file !== null && /\.docx$/i.test(file.name);

// The file, its text as the page shows it, and the characters taken out of that.
export async function opened(blob) {
  if (blob.size > MOST) throw new Refused(t("error.too-large", { most: MOST / 1e6 }));
  const data = new Uint8Array(await blob.arrayBuffer());
  const source = await (await ask("text", { article: [new Blob([data]), blob.name] })).text();
  const file = { name: blob.name, data, lineEnd: source.includes("\r\n") ? "\r\n" : "\n", length: countPoints(source) };
  if (isWord(file)) return { file: { ...file, base: standIns(source) }, text: standIns(source), found: new Map() };
  const { clean, found } = withoutControls(source);
  return { file, text: clean, found };
}

// What the server is asked about: the text as it stands, or a Word file and what was changed in it.
export function articleOf({ text, file, format }) {
  if (isWord(file)) return { article: [new Blob([file.data]), file.name], changes: changesOf(text, file) };
  return { article: [new Blob([text.toWellFormed()]), file?.name ?? `article${SUFFIX[format]}`] };
}

function changesOf(text, file) {
  const changes = isWord(file)
    ? lineChanges(file.base, text)
    : [{ start: 0, end: file.length, with: text.replaceAll("\n", file.lineEnd) }];
  return changes.length ? JSON.stringify(changes) : "";
}

// The article as it stands now, under a name that does not overwrite the one it came from.
export async function corrected({ text, file, format }, ending) {
  const name = savedName(file?.name ?? `article${SUFFIX[format] || ".txt"}`, ending);
  if (file === null) return { name, blob: new Blob([text]) };
  // No finding is called so: no suggestion is taken beyond those in the text.
  const fields = { article: [new Blob([file.data]), file.name], changes: changesOf(text, file), accept: "none" };
  return { name, blob: await (await ask("corrected", fields)).blob() };
}

export async function annotated(state, ending) {
  return { name: savedName(state.file.name, ending), blob: await (await ask("annotated", articleOf(state))).blob() };
}

export function savedName(name, ending) {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? `${name.slice(0, dot)}-${ending}${name.slice(dot)}` : `${name}-${ending}`;
}

export function save({ name, blob }) {
  const address = URL.createObjectURL(blob);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
