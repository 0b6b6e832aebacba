import { createHash } from 'node:crypto';
import type { ReadDatabase } from './read-database.ts';
import { type ReadModel, readModels, rowsInOrder } from './read-models.ts';

/** A digest of every read model: equal if and only if (SHA-256) the same was folded, in whatever batches. */
export type Digests = Readonly<Record<ReadModel, string>>;

/** Digests every read model, row by row in the order of its key. */
export function digestsOf({ db }: ReadDatabase): Digests {
  const digest = (model: ReadModel) => {
    const hash = createHash('sha256');
    for (const table of readModels[model])
      for (const row of db.prepare(rowsInOrder(table)).iterate()) hash.update(`${JSON.stringify(row)}\n`);
    return hash.digest('hex');
  };
  return {
    procedures: digest('procedures'),
    status: digest('status'),
    closures: digest('closures'),
    timeline: digest('timeline'),
    campaigns: digest('campaigns'),
    work: digest('work'),
  };
}
