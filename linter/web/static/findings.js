// The findings of a report as the desk uses them: with places in the text of the page.

import { shifted } from "./edits.js";
import { toUnits } from "./positions.js";

export function placed(document_, text) {
  const units = toUnits(text);
  const place = (span) => (span ? { from: units(span.start), to: units(span.end) } : null);
  return document_.findings.map((finding) => ({
    ...finding,
    ...place(finding.span),
    root: finding.copy_of ?? finding.fingerprint,
    change: changeOf(finding, place, text, document_.format),
    evidence: finding.evidence.map((each) => ({ ...each, at: each.path === document_.path ? place(each.span) : null })),
    path: document_.path,
    format: document_.format,
  }));
}

// A suggestion can be taken when its words stand there in one piece, without mark-up among them.
function changeOf({ suggestion }, place, text, format) {
  if (!suggestion) return null;
  const at = place(suggestion.span);
  if (text.slice(at.from, at.to) !== suggestion.replace) return null;
  return { ...at, words: format === "html" ? escaped(suggestion.with) : suggestion.with };
}

const escaped = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

// Where they are after an edit, until the server has looked again; those the edit reached into are gone.
export function moved(findings, edit) {
  return findings.flatMap((finding) => {
    const at = shifted(finding, edit);
    if (!at) return [];
    const change = finding.change && shifted(finding.change, edit);
    const evidence = finding.evidence.map((each) => ({ ...each, at: each.at && shifted(each.at, edit) }));
    return [{ ...finding, ...at, evidence, change: change && { ...change, words: finding.change.words } }];
  });
}

// One entry for each statement: the finding that stands for its copies, with all of them.
export function grouped(findings) {
  const groups = new Map();
  for (const finding of findings) {
    if (!groups.has(finding.root)) groups.set(finding.root, []);
    groups.get(finding.root).push(finding);
  }
  return [...groups.values()].map((all) => ({
    root: all.find((each) => each.fingerprint === each.root) ?? all[0],
    all,
  }));
}

export function counts(findings) {
  const bySeverity = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) bySeverity[severity] += 1;
  return bySeverity;
}
