import type { DatabaseSync } from 'node:sqlite';
import { type Closure, type FoldedMine, type Mine, milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import { FOREVER, givingUp } from '../as-of/knowledge.ts';
import type { SqlValue } from '../keyset.ts';
import { capacityBand } from './case-groups.ts';
import { groundsOf } from './cases-of-mine.ts';

/**
 * Every closure cycle of every mine, as known when: on record as it says from `known_from` until `known_to`, exclusive. Instants in milliseconds; what
 * is not known to have ended has no `until`, and no duration is stored. `letter` is when a guarantee letter was first demanded, `power` since when a direction was in
 * force, `capacity` a band. What happened after an instant asked about is left out when asked.
 */
export const closuresSchema = `
  create table closures (
    mine_id text not null,
    cycle integer not null,
    known_from integer not null,
    known_to integer not null,
    event_id text not null,
    cause text not null,
    since integer not null,
    until integer,
    outcome text,
    campaign text,
    procedure text not null,
    grounds text,
    ordered_by text,
    origin text,
    letter integer,
    power integer,
    capacity text not null,
    primary key (mine_id, cycle, known_from)
  ) strict, without rowid;
  create index closures_since on closures (since, mine_id, cycle);
  create index closures_until on closures (until, mine_id, cycle);
`;

const content = [
  'event_id',
  'cause',
  'since',
  'until',
  'outcome',
  'campaign',
  'procedure',
  'grounds',
  'ordered_by',
  'origin',
  'letter',
  'power',
  'capacity',
] as const;

type ClosureColumns = Readonly<Record<'cycle' | (typeof content)[number], SqlValue>>;

const heldRow = z
  .object({ cycle: z.number(), known_from: z.number() })
  .catchall(z.union([z.string(), z.number(), z.null()]));

/** The closures in a read database. */
export interface ClosuresTable {
  /** Holds, from `known` on (ISO 8601), that a mine had the closures of `after`; `before` is what it was folded from, if that was kept as it is. */
  put(before: FoldedMine | undefined, after: FoldedMine, known: string): void;
}

/** The closures table of a database that has {@link closuresSchema}. */
export function closuresTable(db: DatabaseSync): ClosuresTable {
  const names = ['mine_id', 'cycle', 'known_from', 'known_to', ...content];
  const insert = db.prepare(
    `insert or replace into closures (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  const held = db.prepare(
    `select cycle, known_from, ${content.join(', ')} from closures where mine_id = ? and known_to = ${FOREVER}`,
  );
  const give = givingUp(db, 'closures', 'cycle');
  return {
    put(before, after, known) {
      const { mineId } = after.mine;
      const wanted = columnsOf(after);
      const had = before ? columnsOf(before) : undefined;
      if (had?.length === wanted.length && wanted.every((one, index) => saysTheSame(one, had[index]))) return;
      const knownFrom = milliseconds(known);
      const missing = new Map(wanted.map((columns) => [columns.cycle, columns]));
      for (const row of held.all(mineId).map((found) => heldRow.parse(found))) {
        const columns = missing.get(row.cycle);
        if (columns && saysTheSame(columns, row)) missing.delete(row.cycle);
        else give(mineId, row.cycle, row.known_from, knownFrom);
      }
      for (const columns of missing.values())
        insert.run(mineId, columns.cycle, knownFrom, FOREVER, ...content.map((name) => columns[name]));
    },
  };
}

function columnsOf({ mine }: FoldedMine): ClosureColumns[] {
  return (mine.closure ? [...mine.earlierClosures, mine.closure] : []).map((closure) => closureColumns(closure, mine));
}

function closureColumns(closure: Closure, mine: Mine): ClosureColumns {
  const instant = (at: string | null) => (at === null ? null : milliseconds(at));
  return {
    cycle: closure.cycle,
    event_id: closure.eventId,
    cause: closure.cause,
    since: milliseconds(closure.since),
    until: instant(closure.until),
    outcome: closure.outcome,
    campaign: closure.order?.campaignId ?? null,
    procedure: closure.procedure,
    grounds: groundsOf(closure),
    ordered_by: closure.orderedBy,
    origin: mine.origin?.region ?? null,
    letter: instant(closure.letterDemandedAt),
    power: instant(closure.powerDirectedAt),
    capacity: capacityBand(mine.capacity),
  };
}

function saysTheSame(columns: ClosureColumns, row: Readonly<Record<string, SqlValue>> | undefined): boolean {
  return content.every((name) => columns[name] === row?.[name]);
}
