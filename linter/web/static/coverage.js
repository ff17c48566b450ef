// What of the numbers was checked, in words: no findings must never read as "correct".

import { label, list, t } from "./words.js";

export function coverageLine({ numbers, bound, checked, reasons }) {
  if (!numbers) return t("coverage.none");
  const counts = t("coverage.line", { n: numbers, checked, open: Math.max(numbers - checked, 0) });
  const why = [...Object.entries(reasons), ["unbound", numbers - bound]].filter(([, count]) => count > 0);
  const parts = why.map(([reason, count]) => `${label("reason", reason)} ${count}`);
  return counts + (parts.length ? t("colon") + list(parts) : "") + t("sentence.end");
}
