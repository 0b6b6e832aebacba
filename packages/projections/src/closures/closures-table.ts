import type { DatabaseSync } from 'node:sqlite';
import { type FoldedMine, milliseconds } from '@rectify/engine/rectification';

/** Every closure cycle of every mine. Instants in milliseconds; an ongoing one has no `until`, and no duration is stored. */
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
    primary key (mine_id, cycle)
  ) strict, without rowid;
  create index closures_since on closures (since, mine_id, cycle);
  create index closures_until on closures (until, mine_id, cycle);
`;

/** The closures in a read database. */
export interface ClosuresTable {
  /** Puts the closures of a mine in the place of those it had. */
  put(folded: FoldedMine): void;
}

/** The closures table of a database that has {@link closuresSchema}. */
export function closuresTable(db: DatabaseSync): ClosuresTable {
  const clear = db.prepare('delete from closures where mine_id = ?');
  const insert = db.prepare(
    'insert into closures (mine_id, cycle, event_id, cause, since, until, outcome, campaign, procedure) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return {
    put({ mine: { mineId, closure, earlierClosures } }) {
      clear.run(mineId);
      for (const { cycle, eventId, cause, since, until, outcome, order, procedure } of [
        ...earlierClosures,
        closure,
      ].filter((one) => one !== null)) {
        insert.run(
          mineId,
          cycle,
          eventId,
          cause,
          milliseconds(since),
          until === null ? null : milliseconds(until),
          outcome,
          order?.campaignId ?? null,
          procedure,
        );
      }
    },
  };
}
