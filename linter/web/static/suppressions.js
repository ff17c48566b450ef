// The findings ignored here, as the file that `factlint check --suppressions` reads.

// A string in JSON is a string in YAML.
const said = JSON.stringify;

export function suppressionsFile(ignored) {
  const entries = Object.entries(ignored).map(([fingerprint, { code, path, quote, reason }]) =>
    [
      `  - fingerprint: ${said(fingerprint)}`,
      `    code: ${said(code)}`,
      `    path: ${said(path)}`,
      `    quote: ${said(quote.replace(/\s+/g, " "))}`,
      `    reason: ${said(reason)}`,
    ].join("\n"),
  );
  return `version: 1\nsuppressions:\n${entries.join("\n")}\n`;
}
