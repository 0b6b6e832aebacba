import type { DatabaseSync } from 'node:sqlite';
import { FOREVER } from '../../as-of/knowledge.ts';
import { closureOutcome } from '../closure-answer.ts';
import { lossReportIn } from '../told-tables.ts';
import { KIND, LAID_TOGETHER, OF_MINE, type WritableColumns } from './columns.ts';

/** Those named, or those after one up to another, that one included, or up to the last. */
export type WhichMines =
  | { readonly only: readonly string[] }
  | { readonly after: string; readonly to: string | undefined };

const CLOSURES = `cycle, since, coalesce(until, ${FOREVER}), outcome, coalesce(letter, ${FOREVER}), coalesce(power, ${FOREVER}),
  known_from, known_to, ${KIND}`;

/** In what order the rows of one mine are read. */
const KEYS = {
  stretches: 'mine_id, begun, known_from',
  closures: 'mine_id, cycle, known_from',
  late_deadlines: 'mine_id, place, known_from',
  loss_reports: 'mine_id, place, known_from',
  request_versions: 'mine_id, procedure, known_from',
} as const;

const outcomes: readonly unknown[] = closureOutcome.options;

/** Copies what a database says of mines. What was copied of them before is left where it is, and nothing leads to it any more. */
export function copyMines(db: DatabaseSync, columns: WritableColumns, which: WhichMines): void {
  const { mines, stretches, closures, requests, late, losses, standings, kinds, numbersOfMines } = columns;
  for (const [mineId, rows] of byMine(db, 'begun, known_from, known_to, standing', 'stretches', which)) {
    const mine = begin(columns, mineId);
    mines.set(mine, OF_MINE.stretchesFrom, stretches.length);
    for (const [, begun, from, to, standing] of rows)
      stretches.add([Number(begun), Number(from), Number(to), standings.numberOf(String(standing))]);
    mines.set(mine, OF_MINE.stretchesTo, stretches.length);
  }
  const numberOf = (mineId: string) => numbersOfMines.get(mineId) ?? begin(columns, mineId);
  for (const [mineId, rows] of byMine(db, CLOSURES, 'closures', which)) {
    const mine = numberOf(mineId);
    mines.set(mine, OF_MINE.closuresFrom, closures.length);
    for (const [, cycle, since, until, outcome, letter, power, from, to, kind] of rows)
      closures.add([
        Number(cycle),
        Number(since),
        Number(until),
        outcomes.indexOf(outcome),
        Number(letter),
        Number(power),
        Number(from),
        Number(to),
        kinds.numberOf(String(kind)),
      ]);
    mines.set(mine, OF_MINE.closuresTo, closures.length);
  }
  for (const [mineId, rows] of byMine(db, 'procedure, office, known_from, known_to', 'request_versions', which)) {
    const mine = numberOf(mineId);
    mines.set(mine, OF_MINE.requestsFrom, requests.length);
    for (const [, procedure, office, from, to] of rows) {
      const party = columns.partyOf({ party: 'authority', office: String(office) });
      requests.add([columns.procedures.numberOf(String(procedure)), party, Number(from), Number(to)]);
    }
    mines.set(mine, OF_MINE.requestsTo, requests.length);
  }
  for (const [mineId, rows] of byMine(db, 'known_from, known_to, occurred, cycle, office', 'late_deadlines', which))
    late.set(
      numberOf(mineId),
      rows.map(([, from, to, occurred, cycle, office]) => ({
        knownFrom: Number(from),
        knownTo: Number(to),
        occurred: Number(occurred),
        cycle: Number(cycle),
        office: String(office),
      })),
    );
  for (const [mineId, rows] of byMine(db, 'known_from, known_to, occurred, report', 'loss_reports', which))
    losses.set(
      numberOf(mineId),
      rows.map(([, from, to, occurred, report]) => ({
        knownFrom: Number(from),
        knownTo: Number(to),
        occurred: Number(occurred),
        report: lossReportIn(String(report)),
      })),
    );
}

/** The number of a mine of which nothing is copied yet, or nothing counts any more. */
function begin(columns: WritableColumns, mineId: string): number {
  const { mines, mineIds, numbersOfMines, late, losses } = columns;
  const known = numbersOfMines.get(mineId);
  if (known === undefined) {
    numbersOfMines.set(mineId, mineIds.length);
    mines.add(Object.values(OF_MINE).map(() => 0));
    return mineIds.push(mineId) - 1;
  }
  for (const name of LAID_TOGETHER)
    columns.left[name] += mines.get(known, OF_MINE[`${name}To`]) - mines.get(known, OF_MINE[`${name}From`]);
  for (const column of Object.values(OF_MINE)) mines.set(known, column, 0);
  late.delete(known);
  losses.delete(known);
  return known;
}

type Row = readonly unknown[];

/** The rows of a table by mine, in the order of its key; the first column of each is the mine. */
function* byMine(
  db: DatabaseSync,
  columns: string,
  table: keyof typeof KEYS,
  which: WhichMines,
): Generator<[string, Row[]]> {
  const [where, ...parameters] =
    'only' in which
      ? ['mine_id in (select value from json_each(?))', JSON.stringify(which.only)]
      : which.to === undefined
        ? ['mine_id > ?', which.after]
        : ['mine_id > ? and mine_id <= ?', which.after, which.to];
  const statement = db.prepare(`select mine_id, ${columns} from ${table} where ${where} order by ${KEYS[table]}`);
  statement.setReturnArrays(true);
  let current: [string, Row[]] | undefined;
  for (const row of statement.iterate(...parameters)) {
    if (!Array.isArray(row)) throw new TypeError('Rows were asked for as arrays.');
    if (current?.[0] === row[0]) {
      current?.[1].push(row);
      continue;
    }
    if (current) yield current;
    current = [String(row[0]), [row]];
  }
  if (current) yield current;
}
