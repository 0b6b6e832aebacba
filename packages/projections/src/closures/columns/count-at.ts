import { type MineStatus, milliseconds } from '@rectify/engine/rectification';
import { type Point, pointOf } from '../../as-of/version-at.ts';
import { type Asked, instantOf } from '../../instants.ts';
import { allOf } from '../../keyset.ts';
import { mineIdsIn } from '../../mine-ids.ts';
import type { Source } from '../../source.ts';
import { mineConditions } from '../../status/mine-conditions.ts';
import type { MineFilters } from '../../status/mine-query.ts';
import { minesAt } from '../../status/mines-at.ts';
import type { ClosureFilters } from '../closure-query.ts';
import { type Columns, OF_CLOSURE, OF_MINE, OF_REQUEST, OF_STRETCH } from './columns.ts';
import { closureFits, currentFits, partyFits, standingFits } from './fitting.ts';
import { type NumberRows, numberRows } from './number-rows.ts';

/** What is counted at an instant, as known at another. */
export interface CountedAt {
  readonly columns: Columns;
  readonly point: Point;
  /** How far ongoing closures were watched, in milliseconds. */
  readonly at: number;
  /** The mines that fit the filters about mines. */
  readonly byStatus: Readonly<Record<MineStatus, number>>;
  /** The closures that fit all filters, those of a mine together: {@link OF_COUNTED}. */
  readonly closures: NumberRows;
}

/** The columns of what is counted: numbers in the columns of the same names, how the mine stands, whom it waits for, and 1 in `isCurrent` of its current or last closure. */
export const OF_COUNTED = { mine: 0, closure: 1, standing: 2, waitingOn: 3, isCurrent: 4 } as const;

/** Goes through all mines and tells which of them, and of their closures, fit the filters. An assignee in them is a person, no pseudonym. */
export function countAt(source: Source, filters: ClosureFilters, asked: Asked): CountedAt {
  const columns = source.database.columns.current();
  const point = pointOf(source.instants);
  const at = milliseconds(instantOf(asked));
  const fitsStanding = standingFits(columns, filters);
  const fitsParty = partyFits(columns, filters);
  const fitsCurrent = currentFits(columns, filters);
  const fitsClosure = closureFits(columns, filters, point, at);
  const among = minesLookedUp(source, columns, filters, at);
  const minesSo = new Float64Array(columns.standings.values.length);
  const closures = numberRows(Object.keys(OF_COUNTED).length);
  /** The rows of the mine's closures at the point, oldest first. */
  const own: number[] = [];
  for (let mine = 0; mine < columns.mines.length; mine += 1) {
    const standing = standingAt(columns, mine, point);
    if (standing === -1 || !fitsStanding(standing) || among?.[mine] === 0) continue;
    const waitingOn = waitingOnAt(columns, mine, standing, point);
    if (!fitsParty(waitingOn)) continue;
    closuresAt(columns, mine, point, own);
    const current = own.at(-1);
    if (fitsCurrent(current)) minesSo[standing] = (minesSo[standing] ?? 0) + 1;
    for (const closure of own)
      if (fitsClosure(closure, closure === current, standing))
        closures.add([mine, closure, standing, waitingOn, closure === current ? 1 : 0]);
  }
  return { columns, point, at, byStatus: statusesOf(columns, minesSo), closures };
}

/** How many mines have each status, from how many stand so. */
function statusesOf({ standings }: Columns, minesSo: Float64Array): Readonly<Record<MineStatus, number>> {
  const counts: Record<MineStatus, number> = {
    operating: 0,
    closed: 0,
    inspected: 0,
    licensed: 0,
    reopened: 0,
    decommissioned: 0,
  };
  for (const [number, { status }] of standings.values.entries()) counts[status] += minesSo[number] ?? 0;
  return counts;
}

/** How a mine stood: the last stretch that had begun and was known; -1 where there was none. */
function standingAt({ mines, stretches }: Columns, mine: number, { at, known }: Point): number {
  const { numbers, width } = stretches;
  const first = mines.get(mine, OF_MINE.stretchesFrom) * width;
  for (let place = mines.get(mine, OF_MINE.stretchesTo) * width - width; place >= first; place -= width) {
    if ((numbers[place + OF_STRETCH.begun] ?? 0) > at) continue;
    if ((numbers[place + OF_STRETCH.knownFrom] ?? 0) > known) continue;
    if ((numbers[place + OF_STRETCH.knownTo] ?? 0) > known) return numbers[place + OF_STRETCH.standing] ?? -1;
  }
  return -1;
}

/** Whom a mine that stands so waits for, requests under four eyes included: those that were pending by what was known, whatever instant is asked about. */
function waitingOnAt(
  { mines, requests, standings }: Columns,
  mine: number,
  standing: number,
  { known }: Point,
): number {
  const how = standings.values[standing];
  if (!how) throw new RangeError(`There is no standing ${standing}.`);
  const last = how.waitsForRequests ? mines.get(mine, OF_MINE.requestsTo) : 0;
  for (let row = mines.get(mine, OF_MINE.requestsFrom); row < last; row += 1) {
    if (requests.get(row, OF_REQUEST.procedure) !== how.procedureNumber) continue;
    if (requests.get(row, OF_REQUEST.knownFrom) > known) continue;
    if (requests.get(row, OF_REQUEST.knownTo) > known) return requests.get(row, OF_REQUEST.party);
  }
  return how.apartFromRequests;
}

/** Puts the rows of the closures that a mine had begun into `into`. */
function closuresAt({ mines, closures }: Columns, mine: number, { at, known }: Point, into: number[]): void {
  const { numbers, width } = closures;
  const end = mines.get(mine, OF_MINE.closuresTo);
  into.length = 0;
  for (let row = mines.get(mine, OF_MINE.closuresFrom); row < end; row += 1) {
    const place = row * width;
    if ((numbers[place + OF_CLOSURE.since] ?? 0) > at) continue;
    if ((numbers[place + OF_CLOSURE.knownFrom] ?? 0) > known) continue;
    if ((numbers[place + OF_CLOSURE.knownTo] ?? 0) > known) into.push(row);
  }
}

/** The mines that fit those filters of which the columns know nothing, 1 by their number; undefined where there is no such filter. */
function minesLookedUp(
  source: Source,
  columns: Columns,
  { q, assignee, overdue }: MineFilters,
  at: number,
): Uint8Array | undefined {
  if (q === undefined && assignee === undefined && overdue === undefined) return undefined;
  const { db } = source.database;
  const { from } = minesAt(source);
  const where = allOf([...mineConditions(db, { q, assignee, overdue }, at).values()]);
  const rows = db.prepare(`select m.mine_id from ${from.sql} where ${where.sql}`).all(...from.params, ...where.params);
  const among = new Uint8Array(columns.mines.length);
  for (const mineId of mineIdsIn(rows)) among[columns.numbersOfMines.get(mineId) ?? columns.mines.length] = 1;
  return among;
}
