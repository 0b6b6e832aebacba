import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
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

/** What mines are counted by, and when their last closure began and ended: those with the same values, and with a closure alike open, ended or none, stand alike. */
export type Standing = Readonly<Record<(typeof talliedNames)[number] | 'since' | 'until', SqlValue>>;

/**
 * Every way in which a mine stands or ever stood: each once, so that versions of mines name it by a number, and mines that stand alike are found and counted together. `alike` is its
 * values as text, `closure` whether the last one is `open`, `ended`, or there is `none`, `mines` how many stand so at present, kept as they change; `tallies` are those of which there are any, so that a total is a sum over
 * a few tallies instead of a count of mines. The columns are named as those of mines, so that conditions on them fit both.
 */
export const standingsSchema = `
  create table standings (
    standing integer primary key,
    alike text not null unique,
    region text not null,
    status text not null,
    state text not null,
    shut integer not null,
    waiting_on text not null,
    office text,
    assignee text,
    campaign text,
    cycle integer not null,
    closure text not null,
    mines integer not null default 0
  ) strict;
  create view tallies as select * from standings where mines > 0;
`;

/** How SQL finds the number of a standing by its text, given as a parameter. */
export const STANDING_OF_TEXT = '(select standing from standings where alike = ?)';

/** How SQL gives the text of a standing that a row of a table names by its number. */
export function textOfStanding(table: string): string {
  return `(select alike from standings s where s.standing = ${table}.standing)`;
}

/** The standings in a read database. */
export interface StandingsTable {
  /** Lets a standing be named by its text. */
  add(text: string): void;
  /** The number of a standing, which is added where it is new. */
  numberOf(text: string): number;
  /** A mine is counted where it stands after, no more where it stood before; undefined: it was not there. Both are texts. */
  move(before: string | undefined, after: string): void;
  /** Counts anew how many mines stand in each way. */
  countAll(): void;
}

const found = z.object({ number: z.number() });

/** The standings table of a database that has {@link standingsSchema}. */
export function standingsTable(db: DatabaseSync): StandingsTable {
  const names = [...talliedNames, 'closure'];
  const values = names.map((_, index) => `?1 ->> ${index}`).join(', ');
  const add = db.prepare(
    `insert into standings (alike, ${names.join(', ')}) select ?1, ${values}
     where not exists (select 1 from standings where alike = ?1)`,
  );
  const more = db.prepare('update standings set mines = mines + 1 where alike = ?');
  const fewer = db.prepare('update standings set mines = mines - 1 where alike = ?');
  const numberOf = db.prepare(`select ${STANDING_OF_TEXT} as number`);
  return {
    add: (text) => add.run(text),
    numberOf(text) {
      add.run(text);
      return found.parse(numberOf.get(text)).number;
    },
    move(before, after) {
      if (before === after) return;
      add.run(after);
      more.run(after);
      if (before !== undefined) fewer.run(before);
    },
    countAll: () =>
      db.exec('update standings set mines = (select count(*) from mines where mines.standing = standings.standing)'),
  };
}

/** How a mine stands, as text. */
export function standingText(standing: Standing): string {
  const { since, until } = standing;
  const closure = since === null ? 'none' : until === null ? 'open' : 'ended';
  return JSON.stringify([...talliedNames.map((name) => standing[name]), closure]);
}
