/** A table of a read model, and the columns that tell its rows apart, in their order. */
export interface ReadModelTable {
  readonly table: string;
  readonly key: readonly [string, ...string[]];
}

/** Every read model with its tables. */
export const readModels = {
  procedures: [{ table: 'procedure_events', key: ['revision'] }],
  status: [{ table: 'mines', key: ['mine_id'] }],
  closures: [{ table: 'closures', key: ['mine_id', 'cycle'] }],
  timeline: [{ table: 'facts', key: ['seq'] }],
  campaigns: [
    { table: 'campaigns', key: ['campaign_id'] },
    { table: 'campaign_mines', key: ['campaign_id', 'mine_id'] },
    { table: 'run_cases', key: ['run_id', 'place'] },
    { table: 'pending_requests', key: ['mine_id', 'approval_id'] },
  ],
  work: [{ table: 'work', key: ['mine_id', 'item'] }],
} as const satisfies Readonly<Record<string, readonly ReadModelTable[]>>;

/** The name of a read model. */
export type ReadModel = keyof typeof readModels;

/** The names of all read models. */
export const readModelNames = [
  'procedures',
  'status',
  'closures',
  'timeline',
  'campaigns',
  'work',
] as const satisfies readonly ReadModel[];

/** The rows of a table in the order of its key, as SQL. */
export function rowsInOrder({ table, key }: ReadModelTable): string {
  return `select * from ${table} order by ${key.join(', ')}`;
}
