import type { DatabaseSync } from 'node:sqlite';
import { dueAfter } from '@rectify/engine/folding';
import {
  deadlinesOf,
  type FoldedMine,
  milliseconds,
  nextDeadline,
  type Procedures,
  waitingOn,
} from '@rectify/engine/rectification';
import { z } from 'zod';
import type { SqlValue } from '../keyset.ts';
import { mineIdsIn } from '../mine-ids.ts';
import { standingColumns, standingNames, standingSchema } from './standing-columns.ts';
import { STANDING_OF_TEXT, standingsTable, standingText, talliedNames, textOfStanding } from './standings-table.ts';
import { restored, stored } from './stored-mine.ts';
import { wordsTable } from './words-table.ts';

/**
 * Every mine as it stands: what lists filter and sort by as columns, and, in a table of its own that a list need not go through, the folded mine as text.
 * Nothing in it depends on the clock: durations and what is overdue are found when asked. Instants are in milliseconds; `due` is the last one of the
 * due day, `wakes` the one after which time alone has brought about something that is not on record. The index by state and `due` holds what mines are counted by, so
 * that those overdue are counted in it.
 */
export const minesSchema = `
  create table mines (
    mine_id text primary key,
    ${standingSchema},
    shown_name text not null,
    operator text not null,
    wakes integer,
    standing integer not null
  ) strict, without rowid;
  create index mines_name on mines (name, mine_id);
  create index mines_region on mines (region, mine_id);
  create index mines_status on mines (status_rank, mine_id);
  create index mines_since on mines (state, (until is null), since, mine_id);
  create index mines_ended on mines (state, (until - since), mine_id) where until is not null;
  create index mines_waiting on mines ((waiting_on || '/' || coalesce(office, '')), mine_id);
  create index mines_due on mines (state, due, mine_id, ${talliedNames.filter((name) => name !== 'state').join(', ')});
  create index mines_wakes on mines (wakes);
  create index mines_standing on mines (standing);
  create index mines_changed on mines (state, changed, mine_id);
  create table folded_mines (
    mine_id text primary key,
    folded text not null
  ) strict, without rowid;
`;

/** The columns of {@link minesSchema}, in its order, but for `standing`. */
const columns = ['mine_id', ...standingNames, 'shown_name', 'operator', 'wakes'] as const;

/** What rows of mines say, to be selected: how they stand in text, the table by a number. */
export const minesCompared: readonly string[] = [...columns, `${textOfStanding('mines')} as standing`];

/** A mine as the table keeps it. */
export interface MineAsKept {
  readonly mineId: string;
  readonly words: string;
  /** How it stands, as text. */
  readonly standing: string;
  /** The values of {@link columns}. */
  readonly values: readonly SqlValue[];
  /** The folded mine as text. */
  readonly folded: string;
}

/** The mines in a read database. */
export interface MinesTable {
  /** The mine as last put; undefined where it is unknown. */
  get(mineId: string): FoldedMine | undefined;
  /** Puts a mine as it stands in the place of what it was, moves it to its tally, and lets it be found by its words. */
  put(mine: MineAsKept): void;
  /** Puts a mine that was not there, of which standing and words are there; it is counted with the next {@link countAll}. */
  add(mine: MineAsKept): void;
  /** Counts how many mines stand in each way. */
  countAll(): void;
  /** The ids of mines for which, before an instant in milliseconds, time alone has brought about something; longest ago first. */
  wokenBefore(instant: number): string[];
}

const columnsBefore = z.object({ standing: z.string(), words: z.string() });

/** The mines table of a database that has {@link minesSchema} and the schemas of standings and words. */
export function minesTable(db: DatabaseSync, procedures: () => Procedures): MinesTable {
  const get = db.prepare('select folded from folded_mines where mine_id = ?');
  const putFolded = db.prepare('insert or replace into folded_mines (mine_id, folded) values (?, ?)');
  const put = db.prepare(
    `insert or replace into mines (standing, ${columns.join(', ')})
     values (${STANDING_OF_TEXT}${', ?'.repeat(columns.length)})`,
  );
  const before = db.prepare(`select ${textOfStanding('mines')} as standing, words from mines where mine_id = ?`);
  const standings = standingsTable(db);
  const words = wordsTable(db);
  const woken = db.prepare('select mine_id from mines where wakes < ? order by wakes, mine_id');

  function write({ mineId, standing, values, folded }: MineAsKept): void {
    put.run(standing, ...values);
    putFolded.run(mineId, folded);
  }

  return {
    get(mineId) {
      const found = get.get(mineId);
      return found && restored(foldedColumn.parse(found).folded, procedures());
    },
    put(mine) {
      const { mineId, standing } = mine;
      const found = before.get(mineId);
      const was = found && columnsBefore.parse(found);
      standings.move(was?.standing, standing);
      if (was?.words !== mine.words) words.add(mineId, mine.words);
      write(mine);
    },
    add: write,
    countAll: standings.countAll,
    wokenBefore: (instant) => mineIdsIn(woken.all(instant)),
  };
}

const foldedColumn = z.object({ folded: z.string() });

/** What the table keeps of a mine. */
export function mineAsKept(folded: FoldedMine): MineAsKept {
  const row = rowOf(folded);
  return {
    mineId: row.mine_id,
    words: row.words,
    standing: standingText(row),
    values: columns.map((column) => row[column]),
    folded: stored(folded),
  };
}

function rowOf(folded: FoldedMine): Record<(typeof columns)[number], SqlValue> & Record<'mine_id' | 'words', string> {
  const { mine, value } = folded;
  const waiting = waitingOn(value, mine);
  const next = nextDeadline(deadlinesOf(folded));
  return {
    mine_id: mine.mineId,
    ...standingColumns(folded),
    waiting_on: waiting.party,
    office: waiting.office,
    due: next && milliseconds(next.dueAt),
    shown_name: mine.name,
    operator: mine.operator.id,
    wakes: dueAfter(folded),
  };
}
