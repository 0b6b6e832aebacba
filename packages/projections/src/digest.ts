import { createHash } from 'node:crypto';
import type { ReadDatabase } from './read-database.ts';

/** A digest of every read model: equal if and only if (SHA-256) the same was folded, in whatever batches. */
export interface Digests {
  readonly status: string;
  readonly closures: string;
  readonly timeline: string;
  readonly campaigns: string;
  readonly work: string;
}

/** Digests every read model, row by row in the order of its key. */
export function digestsOf({ db }: ReadDatabase): Digests {
  const digest = (...queries: string[]) => {
    const hash = createHash('sha256');
    for (const query of queries) for (const row of db.prepare(query).iterate()) hash.update(`${JSON.stringify(row)}\n`);
    return hash.digest('hex');
  };
  return {
    status: digest('select * from mines order by mine_id'),
    closures: digest('select * from closures order by mine_id, cycle'),
    timeline: digest('select * from facts order by seq'),
    campaigns: digest(
      'select * from campaigns order by campaign_id',
      'select * from campaign_mines order by campaign_id, mine_id',
      'select * from run_cases order by run_id, place',
      'select * from pending_requests order by mine_id, approval_id',
    ),
    work: digest('select * from work order by mine_id, item'),
  };
}
