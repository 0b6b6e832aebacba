import { createHash } from 'node:crypto';
import type { ReadDatabase } from './read-database.ts';
import { type ReadModel, readModels, rowsInOrder } from './read-models.ts';

/** A digest of every read model: equal if and only if (SHA-256) the same was folded, in whatever batches. */
export type Digests = readonly { readonly model: ReadModel['model']; readonly digest: string }[];

/** Digests every read model, row by row in the order of its key. */
export function digestsOf({ db }: ReadDatabase): Digests {
  return readModels.map(({ model, tables }) => {
    const hash = createHash('sha256');
    for (const table of tables)
      for (const row of db.prepare(rowsInOrder(table)).iterate()) hash.update(`${JSON.stringify(row)}\n`);
    return { model, digest: hash.digest('hex') };
  });
}
