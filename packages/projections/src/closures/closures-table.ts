import type { DatabaseSync } from 'node:sqlite';
import { type Closure, type FoldedMine, type Mine, milliseconds } from '@rectify/engine/rectification';
import { capacityBand } from './case-groups.ts';
import { groundsOf, letterDemandedIn } from './cases-of-mine.ts';

/**
 * Every closure cycle of every mine, with what it can be filtered and grouped by. Instants in milliseconds; an ongoing one has no `until`, and no
 * duration is stored. `capacity` is a band, `letter` and `power` tell whether a letter was demanded and a direction in force.
 */
export const closuresSchema = `
  create table closures (
    mine_id text not null,
    cycle integer not null,
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
    letter integer not null,
    power integer not null,
    capacity text not null,
    primary key (mine_id, cycle)
  ) strict, without rowid;
  create index closures_since on closures (since, mine_id, cycle);
  create index closures_until on closures (until, mine_id, cycle);
`;

const columns = [
  'mine_id',
  'cycle',
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

/** The closures in a read database. */
export interface ClosuresTable {
  /** Puts the closures of a mine in the place of those it had. */
  put(folded: FoldedMine): void;
}

/** The closures table of a database that has {@link closuresSchema}. */
export function closuresTable(db: DatabaseSync): ClosuresTable {
  const clear = db.prepare('delete from closures where mine_id = ?');
  const insert = db.prepare(
    `insert into closures (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  return {
    put({ mine }) {
      clear.run(mine.mineId);
      for (const closure of [...mine.earlierClosures, mine.closure]) {
        if (closure === null) continue;
        const row = rowOf(closure, mine);
        insert.run(...columns.map((column) => row[column]));
      }
    },
  };
}

function rowOf(closure: Closure, mine: Mine): Record<(typeof columns)[number], string | number | null> {
  const { cycle, eventId, cause, since, until, outcome, order, procedure, orderedBy, powerDirection } = closure;
  return {
    mine_id: mine.mineId,
    cycle,
    event_id: eventId,
    cause,
    since: milliseconds(since),
    until: until === null ? null : milliseconds(until),
    outcome,
    campaign: order?.campaignId ?? null,
    procedure,
    grounds: groundsOf(closure),
    ordered_by: orderedBy,
    origin: mine.origin?.region ?? null,
    letter: letterDemandedIn(cycle, mine) ? 1 : 0,
    power: powerDirection ? 1 : 0,
    capacity: capacityBand(mine.capacity),
  };
}
