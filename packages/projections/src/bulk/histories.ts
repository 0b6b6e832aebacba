import type { StreamsOfLog } from '@rectify/engine/folding';
import { type Fact, factOf, mineOfStream, mineStream } from '@rectify/engine/rectification';
import { z } from 'zod';
import { folding } from '../fold-events.ts';
import { mineIdsIn } from '../mine-ids.ts';
import type { ReadDatabase } from '../read-database.ts';

/** The histories of all mines, from which a read database is filled. */
export interface Histories {
  /** The ids after one of the mines that have any facts, in order, so many at most. */
  minesAfter(mineId: string, most: number): readonly string[];
  /** How many facts there are about the mines after one. */
  countAfter(mineId: string): number;
  /** The facts about a mine, in order. @throws CannotFold */
  of(mineId: string): readonly Fact[];
  /** Which one a fact is among all about mines, in the order of the log, from 1. Absent where the read database keeps the facts already. */
  readonly seqOf?: (fact: Fact) => number;
}

const counted = z.object({ facts: z.number() });

/** The histories in the facts that a read database has gathered. */
export function gatheredHistories({ db, facts }: ReadDatabase): Histories {
  const mines = db.prepare('select distinct mine_id from facts where mine_id > ? order by mine_id limit ?');
  const count = db.prepare('select count(*) as facts from facts where mine_id > ?');
  return {
    minesAfter: (mineId, most) => mineIdsIn(mines.all(mineId, most)),
    countAfter: (mineId) => counted.parse(count.get(mineId)).facts,
    of: (mineId) => facts.ofMine(mineId),
  };
}

/** The histories in the log of a store itself; the read database knows the procedures. */
export function loggedHistories(log: StreamsOfLog, { procedures }: ReadDatabase): Histories {
  return {
    minesAfter: (mineId, most) => log.namesAfter(mineStream(mineId), most).map(mineOfStream),
    countAfter: (mineId) => log.countAfter(mineStream(mineId)),
    of: (mineId) =>
      log.events(mineStream(mineId)).map((event) => folding(event, () => factOf(event, procedures.known()))),
    seqOf: ({ position }) => log.placeOf(position),
  };
}
