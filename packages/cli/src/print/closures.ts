import type { ListedClosure } from '@rectify/projections';
import { heading } from './output.ts';
import { table } from './table.ts';
import { beijing } from './times.ts';

/** Closures as a table: one line each. */
export function closureTable(closures: readonly ListedClosure[]): string {
  const rows = closures.map((closure) => [
    closure.mineId,
    closure.name,
    closure.region,
    String(closure.cycle),
    beijing(closure.since, closure.sincePrecision),
    closure.until === null ? '' : beijing(closure.until),
    String(closure.days),
    `${closure.outcome ?? 'still shut'}${closure.underAppeal ? ', under appeal' : ''}`,
  ]);
  return [
    heading('Closures'),
    table(['MINE', 'NAME', 'REGION', 'CYCLE', 'SINCE', 'UNTIL', 'DAYS', 'OUTCOME'], rows, { right: [3, 6] }),
  ].join('\n');
}
