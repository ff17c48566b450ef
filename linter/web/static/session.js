// What lies on the desk outlives a reload, in this tab alone; it goes when the tab is closed.

const KEY = "factlint.desk";

export function keep(state, fields) {
  const { file } = state;
  const written = { ...state, fields, file: file && { ...file, data: toText(file.data) } };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(written));
  } catch {
    // Too large for the browser: it then lives as long as the page.
    sessionStorage.removeItem(KEY);
  }
}

export function kept() {
  try {
    const read = JSON.parse(sessionStorage.getItem(KEY));
    return read && { ...read, file: read.file && { ...read.file, data: toBytes(read.file.data) } };
  } catch {
    return null;
  }
}

const CHUNK = 0x8000;

function toText(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

const toBytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
