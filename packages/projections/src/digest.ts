import { createHash } from 'node:crypto';
import type { ReadDatabase } from './read-database.ts';

/** A digest of every read model: equal if and only if (SHA-256) the same was folded, in whatever batches. */
export interface Digests {
  readonly status: string;
  readonly closures: string;
  readonly timeline: string;
  readonly work: string;
}

/** Digests every read model, row by row in the order of its key. */
export function digestsOf({ db }: ReadDatabase): Digests {
  const digest = (query: string) => {
    const hash = createHash('sha256');
    for (const row of db.prepare(query).iterate()) hash.update(`${JSON.stringify(row)}\n`);
    return hash.digest('hex');
  };
  return {
    status: digest('select * from mines order by mine_id'),
    closures: digest('select * from closures order by mine_id, cycle'),
    timeline: digest('select * from facts order by seq'),
    work: digest('select * from work order by mine_id, item'),
  };
}
