import Table from 'cli-table3';
import { heading } from './output.ts';

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/**
 * Rows as aligned columns, without lines; Chinese characters count as the two columns they take. `right` are the columns, from 0, that
 * hold numbers.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { right = [] }: { readonly right?: readonly number[] } = {},
): string {
  const columns = Math.max(head.length, ...rows.map((row) => row.length));
  const drawn = new Table({
    chars: noLines,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: Array.from({ length: columns }, (_, column) => (right.includes(column) ? 'right' : 'left')),
  });
  if (head.length > 0) drawn.push(head.map(heading));
  drawn.push(...rows.map((row) => row.map(onOneLine)));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A text as it fits into a line. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A text cut to so many characters, with an ellipsis where something is missing. */
export function shortened(text: string, length: number): string {
  const characters = [...onOneLine(text)];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
