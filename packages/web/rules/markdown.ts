/** A table of Markdown; a table without rows is left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** A list of Markdown, numbered or not. */
export function list(items: readonly string[], { numbered = false } = {}): string {
  return items.map((item, index) => `${numbered ? `${index + 1}.` : '-'} ${item}`).join('\n');
}

/** Code of Markdown. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A link to a heading of the same document. */
export function linkTo(heading: string, text: string): string {
  return `[${text}](#${anchorOf(heading)})`;
}

/** The anchor that a heading of Markdown gets. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Names one after the other: `a, b and c`. */
export function and(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Names of which one is meant: `a, b or c`. */
export function or(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Parts of a document, those that hold something, with a line between. */
export function parts(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** A sentence as it begins. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
