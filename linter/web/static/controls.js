// Characters nobody sees: controls, marks that turn the direction of reading, lone surrogates.
// They are told by name where an article is quoted, and taken out of a text that is edited here.

const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const HARMLESS = new Set(["\n", "\t", "\u200d"]);

const name = (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

export const visible = (text) =>
  text.replace(CONTROL, (char) => (HARMLESS.has(char) ? (char === "\u200d" ? char : " ") : `<${name(char)}>`));

// The text without them, and how often each of them stood in it.
export function withoutControls(text) {
  const found = new Map();
  const clean = text.replace(/\r\n?/g, "\n").replace(CONTROL, (char) => {
    if (HARMLESS.has(char)) return char;
    found.set(name(char), (found.get(name(char)) ?? 0) + 1);
    return "";
  });
  return { clean, found };
}

// One sign for one, where the places in the text must stay as they are: a Word file.
export const standIns = (text) => text.replace(CONTROL, (char) => (HARMLESS.has(char) ? char : "\ufffd"));
