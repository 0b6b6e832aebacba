/**
 * Rows as CSV (RFC 4180), with a byte order mark, by which spreadsheets know UTF-8. What a spreadsheet would take for a formula is kept a text.
 */
export function casesAsCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
