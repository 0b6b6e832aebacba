import type { DatabaseSync } from 'node:sqlite';
import type { SqlValue } from '../keyset.ts';

/** The columns of mines by which they are counted: those that filters ask about, but for words and what is due. */
export const talliedNames = [
  'region',
  'status',
  'state',
  'shut',
  'waiting_on',
  'office',
  'assignee',
  'campaign',
  'cycle',
] as const;

/** What mines are counted by: those with the same values are one tally. */
export type Tallied = Readonly<Record<(typeof talliedNames)[number], SqlValue>>;

/**
 * How many mines stand alike, kept as they change, so that a total is a sum over a few tallies instead of a count of mines. The columns are named as those
 * of mines, so that conditions on them fit both; `tally` is their values as text.
 */
export const talliesSchema = `
  create table tallies (
    tally text primary key,
    region text not null,
    status text not null,
    state text not null,
    shut integer not null,
    waiting_on text not null,
    office text,
    assignee text,
    campaign text,
    cycle integer not null,
    mines integer not null
  ) strict, without rowid;
`;

/** The tallies in a read database. */
export interface TalliesTable {
  /** A mine is counted where it stands after, no more where it stood before; undefined: it was not there. */
  move(before: Tallied | undefined, after: Tallied): void;
}

/** The tallies table of a database that has {@link talliesSchema}. */
export function talliesTable(db: DatabaseSync): TalliesTable {
  const places = talliedNames.map(() => '?').join(', ');
  const more = db.prepare(
    `insert into tallies (tally, ${talliedNames.join(', ')}, mines) values (?, ${places}, 1)
     on conflict do update set mines = mines + 1`,
  );
  const fewer = db.prepare('update tallies set mines = mines - 1 where tally = ?');
  const forget = db.prepare('delete from tallies where tally = ? and mines = 0');
  return {
    move(before, after) {
      const from = before && textOf(before);
      const to = textOf(after);
      if (from === to) return;
      more.run(to, ...talliedNames.map((name) => after[name]));
      if (from === undefined) return;
      fewer.run(from);
      forget.run(from);
    },
  };
}

function textOf(tallied: Tallied): string {
  return JSON.stringify(talliedNames.map((name) => tallied[name]));
}
