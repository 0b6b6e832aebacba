import { LAID_TOGETHER, OF_MINE, type WritableColumns } from './columns.ts';
import { type NumberRows, numberRows } from './number-rows.ts';

/** So many rows that nothing leads to any more are left where they are, however few others there are. */
const FEW = 10_000;

/** Takes rows away that nothing leads to any more, when they are as many as the others. */
export function tidy(columns: WritableColumns): void {
  for (const name of LAID_TOGETHER) {
    if (!isUntidy(columns[name], columns.left[name])) continue;
    columns[name] = kept(columns, columns[name], OF_MINE[`${name}From`], OF_MINE[`${name}To`]);
    columns.left[name] = 0;
  }
}

function isUntidy({ length }: NumberRows, left: number): boolean {
  return left > FEW && left * 2 > length;
}

function kept({ mines }: WritableColumns, rows: NumberRows, from: number, to: number): NumberRows {
  const tidy = numberRows(rows.width);
  for (let mine = 0; mine < mines.length; mine += 1) {
    const [begin, end] = [mines.get(mine, from), mines.get(mine, to)];
    mines.set(mine, from, tidy.length);
    for (let row = begin; row < end; row += 1)
      tidy.add(Array.from(rows.numbers.subarray(row * rows.width, (row + 1) * rows.width)));
    mines.set(mine, to, tidy.length);
  }
  return tidy;
}
