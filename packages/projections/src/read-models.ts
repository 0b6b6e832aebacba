import { selecting } from './as-of/knowledge.ts';
import { mineVersions } from './as-of/mine-versions.ts';
import { minesCompared } from './status/mines-table.ts';

/** A table of a read model, and the columns that tell its rows apart, in their order. */
export interface ReadModelTable {
  readonly table: string;
  readonly key: readonly [string, ...string[]];
  /** The columns that are compared, where not all of them come from the log. */
  readonly columns?: readonly string[];
}

/**
 * Every read model with its tables. An index of words has no rows of its own: what is compared of it is in how many texts each sequence of characters
 * is (`mine_word_sequences`), beside the texts.
 */
export const readModels = [
  { model: 'procedures', tables: [{ table: 'procedure_events', key: ['revision'] }] },
  {
    model: 'status',
    tables: [
      { table: 'mines', key: ['mine_id'], columns: minesCompared },
      { table: 'folded_mines', key: ['mine_id'] },
      { table: 'tallies', key: ['alike'], columns: ['alike', 'mines'] },
      { table: 'mine_words', key: ['mine_id', 'words'], columns: ['mine_id', 'words'] },
      { table: 'mine_word_sequences', key: ['term'] },
    ],
  },
  {
    model: 'versions',
    tables: [
      { table: 'mine_versions', key: ['mine_id', 'valid_from', 'known_from'], columns: [selecting(mineVersions)] },
      { table: 'request_versions', key: ['mine_id', 'procedure', 'known_from'] },
    ],
  },
  {
    model: 'closures',
    tables: [
      { table: 'closures', key: ['mine_id', 'cycle', 'known_from'] },
      { table: 'stretches', key: ['mine_id', 'begun', 'known_from'] },
      { table: 'late_deadlines', key: ['mine_id', 'place', 'known_from'] },
      { table: 'loss_reports', key: ['mine_id', 'place', 'known_from'] },
    ],
  },
  {
    model: 'timeline',
    tables: [
      { table: 'facts', key: ['seq'] },
      { table: 'recordings', key: ['mine_id', 'revision'] },
    ],
  },
  {
    model: 'campaigns',
    tables: [
      { table: 'campaigns', key: ['campaign_id'] },
      { table: 'campaign_mines', key: ['campaign_id', 'mine_id'] },
      { table: 'run_cases', key: ['run_id', 'place'] },
      { table: 'pending_requests', key: ['mine_id', 'approval_id'] },
    ],
  },
  { model: 'work', tables: [{ table: 'work', key: ['mine_id', 'item'] }] },
] as const satisfies readonly { readonly model: string; readonly tables: readonly ReadModelTable[] }[];

/** A read model with its tables. */
export type ReadModel = (typeof readModels)[number];

/** The rows of a table in the order of its key, as SQL. */
export function rowsInOrder({ table, key, columns = ['*'] }: ReadModelTable): string {
  return `select ${columns.join(', ')} from ${table} order by ${key.join(', ')}`;
}
