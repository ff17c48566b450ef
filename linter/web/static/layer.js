// The marks behind the text: a copy of it in the same type, invisible but for what is marked.

import { h } from "./dom.js";

const RANK = { error: 3, warning: 2, info: 1 };

export function paint(layer, text, findings, current) {
  const parts = segments(findings, text.length).map(({ from, to, here }) => {
    const words = text.slice(from, to);
    if (!here.length) return words;
    const worst = here.reduce((one, other) => (RANK[other.severity] > RANK[one.severity] ? other : one));
    const lit = here.some((each) => each.root === current) ? " current" : "";
    return h("mark", { class: `${worst.severity}${lit}`, data: { from } }, words);
  });
  // A last empty line has a height in a text field, but not in a block.
  layer.replaceChildren(...parts, "\u200b");
}

// The text cut where a finding begins or ends, with the findings that lie over each piece.
function segments(findings, length) {
  const cuts = [...new Set([0, length, ...findings.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const open = [...findings].sort((a, b) => a.from - b.from);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index];
    return { from, to, here: open.filter((each) => each.from <= from && each.to >= to) };
  });
}
