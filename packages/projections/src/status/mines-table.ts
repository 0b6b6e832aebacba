import type { DatabaseSync } from 'node:sqlite';
import { dueAfter } from '@rectify/engine';
import {
  deadlinesOf,
  type FoldedMine,
  isShut,
  milliseconds,
  mineStatus,
  nextDeadline,
  type Procedures,
  statusOf,
  waitingOn,
} from '@rectify/engine/rectification';
import { z } from 'zod';
import { restored, stored } from './stored-mine.ts';

/**
 * Every mine as it stands: what lists filter and sort by as columns, the folded mine as text. Nothing in it depends on the clock:
 * durations and what is overdue are found when asked. Instants are in milliseconds; `due` is the last one of the due day,
 * `wakes` the one after which time alone has brought about something that is not on record.
 */
export const minesSchema = `
  create table mines (
    mine_id text primary key,
    name text not null,
    region text not null,
    status text not null,
    status_rank integer not null,
    state text not null,
    shut integer not null,
    waiting_on text not null,
    office text,
    assignee text,
    cycle integer not null,
    campaign text,
    since integer,
    until integer,
    due integer,
    wakes integer,
    changed integer not null,
    words text not null,
    folded text not null
  ) strict, without rowid;
  create index mines_name on mines (name, mine_id);
  create index mines_region on mines (region, mine_id);
  create index mines_status on mines (status_rank, mine_id);
  create index mines_since on mines (since, mine_id);
  create index mines_due on mines (due, mine_id);
  create index mines_wakes on mines (wakes);
  create index mines_changed on mines (changed, mine_id);
`;

const columns = [
  'mine_id',
  'name',
  'region',
  'status',
  'status_rank',
  'state',
  'shut',
  'waiting_on',
  'office',
  'assignee',
  'cycle',
  'campaign',
  'since',
  'until',
  'due',
  'wakes',
  'changed',
  'words',
  'folded',
] as const;

/** The mines in a read database. */
export interface MinesTable {
  /** The mine as last put; undefined where it is unknown. */
  get(mineId: string): FoldedMine | undefined;
  put(folded: FoldedMine): void;
  /** The ids of all mines, in order. */
  ids(): string[];
  /** The ids of mines for which, before an instant in milliseconds, time alone has brought about something; longest ago first. */
  wokenBefore(instant: number): string[];
}

/** The mines table of a database that has {@link minesSchema}. */
export function minesTable(db: DatabaseSync, procedures: () => Procedures): MinesTable {
  const get = db.prepare('select folded from mines where mine_id = ?');
  const put = db.prepare(
    `insert or replace into mines (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const ids = db.prepare('select mine_id from mines order by mine_id');
  const woken = db.prepare('select mine_id from mines where wakes < ? order by wakes, mine_id');
  const idsIn = (rows: unknown) =>
    z
      .array(z.object({ mine_id: z.string() }))
      .parse(rows)
      .map(({ mine_id }) => mine_id);
  return {
    get(mineId) {
      const found = get.get(mineId);
      return found && foldedIn(found, procedures());
    },
    put(folded) {
      const row = rowOf(folded);
      put.run(...columns.map((column) => row[column]));
    },
    ids: () => idsIn(ids.all()),
    wokenBefore: (instant) => idsIn(woken.all(instant)),
  };
}

const foldedColumn = z.object({ folded: z.string() });

/** The folded mine in a row that has the column `folded`. */
export function foldedIn(row: unknown, procedures: Procedures): FoldedMine {
  return restored(foldedColumn.parse(row).folded, procedures);
}

/** Text as names are sorted and searched: whatever its case and width. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function rowOf(folded: FoldedMine): Record<(typeof columns)[number], string | number | null> {
  const { mine, value } = folded;
  const status = statusOf(value.operation);
  const waiting = waitingOn(value, mine);
  const next = nextDeadline(deadlinesOf(folded));
  return {
    mine_id: mine.mineId,
    name: searchable(mine.name),
    region: mine.region,
    status,
    status_rank: mineStatus.options.indexOf(status),
    state: value.operation,
    shut: isShut(value.operation) ? 1 : 0,
    waiting_on: waiting.party,
    office: waiting.office,
    assignee: mine.assignee,
    cycle: mine.cycle,
    campaign: mine.closure?.order?.campaignId ?? null,
    since: mine.closure && milliseconds(mine.closure.since),
    until: mine.closure?.until ? milliseconds(mine.closure.until) : null,
    due: next && milliseconds(next.dueAt),
    wakes: dueAfter(folded),
    changed: milliseconds(folded.lastOccurredAt),
    words: searchable([mine.mineId, mine.name, mine.operator.name, mine.operator.id].join('\n')),
    folded: stored(folded),
  };
}
