import type { DatabaseSync } from 'node:sqlite';
import { type FoldedMine, milliseconds, type Standpoint, waitsForRequests } from '@rectify/engine/rectification';
import { z } from 'zod';
import type { SqlValue } from '../keyset.ts';
import { type StandingColumns, standingColumns, standingNames, standingSchema } from '../status/standing-columns.ts';
import { wordsTable } from '../status/words-table.ts';
import { FOREVER, givingUp } from './knowledge.ts';

/**
 * How every mine stood when, as known when: a version is true in the world from `valid_from` until the next one, and was on record from
 * `known_from` until `known_to`, exclusive, all in milliseconds. The next version begins at `next_from` and is known since `next_known`; before that,
 * this one seemed to go on. So what happens in its order only adds a row; a correction or a backdated event closes the rows that it
 * proved wrong and adds what is held to be true instead. Requests under four eyes are left out: see `request-versions.ts`.
 */
export const mineVersionsSchema = `
  create table mine_versions (
    mine_id text not null,
    valid_from integer not null,
    known_from integer not null,
    known_to integer not null,
    next_from integer not null,
    next_known integer not null,
    waits_for_requests integer not null,
    ${standingSchema},
    primary key (mine_id, valid_from, known_from)
  ) strict, without rowid;
  create index mine_versions_name on mine_versions (name, mine_id);
  create index mine_versions_region on mine_versions (region, mine_id);
  create index mine_versions_status on mine_versions (status_rank, mine_id);
  create index mine_versions_since on mine_versions (since, mine_id);
  create index mine_versions_changed on mine_versions (changed, mine_id);
`;

const content = ['waits_for_requests', ...standingNames] as const;
const names = ['mine_id', 'valid_from', 'known_from', 'known_to', 'next_from', 'next_known', ...content] as const;

const place = z.object({ valid_from: z.number(), known_from: z.number() });
const lastRow = place.extend({ words: z.string() });
const heldRow = place.extend({ next_from: z.number() }).catchall(z.union([z.string(), z.number(), z.null()]));

type Held = z.infer<typeof heldRow>;

/** The versions in a read database. */
export interface MineVersionsTable {
  /** Adds how a mine stands from `at` on, the latest of all, as known from `known` on; both ISO 8601. */
  add(folded: FoldedMine, at: string, known: string): void;
  /** Holds, from `known` on, that a mine stood as these say, in their order. */
  replace(mineId: string, points: readonly Standpoint[], known: string): void;
  /** The names of the procedures that a mine goes, or went, by as far as is known. */
  proceduresOf(mineId: string): string[];
}

/** The versions table of a database that has {@link mineVersionsSchema} and the schema of words. */
export function mineVersionsTable(db: DatabaseSync): MineVersionsTable {
  const insert = db.prepare(
    `insert or replace into mine_versions (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  const last = db.prepare(
    `select valid_from, known_from, words from mine_versions
     where mine_id = ? and next_from = ${FOREVER} and known_to = ${FOREVER} order by valid_from desc limit 1`,
  );
  const follow = db.prepare(
    'update mine_versions set next_from = ?, next_known = ? where mine_id = ? and valid_from = ? and known_from = ?',
  );
  const held = db.prepare(
    `select valid_from, known_from, next_from, ${content.join(', ')} from mine_versions
     where mine_id = ? and known_to = ${FOREVER} and next_from > valid_from order by valid_from`,
  );
  const give = givingUp(db, 'mine_versions', 'valid_from');
  const words = wordsTable(db);
  const procedures = db.prepare(
    `select distinct procedure from mine_versions where mine_id = ? and known_to = ${FOREVER}`,
  );

  function put(mineId: string, version: Version, known: number, wordsBefore?: string): void {
    const { from, next, columns } = version;
    if (columns.words !== wordsBefore) words.add(mineId, columns.words);
    const nextKnown = next === FOREVER ? FOREVER : known;
    insert.run(mineId, from, known, FOREVER, next, nextKnown, ...content.map((name) => columns[name]));
  }

  return {
    add(folded, at, known) {
      const { mineId } = folded.mine;
      const from = milliseconds(at);
      const knownFrom = milliseconds(known);
      const found = last.get(mineId);
      const before = found && lastRow.parse(found);
      if (before && (before.valid_from !== from || before.known_from !== knownFrom))
        follow.run(from, knownFrom, mineId, before.valid_from, before.known_from);
      put(mineId, { from, next: FOREVER, columns: columnsOf(folded) }, knownFrom, before?.words);
    },
    replace(mineId, points, known) {
      const knownFrom = milliseconds(known);
      const wanted = versionsOf(points);
      const missing = new Map(wanted.map((version) => [version.from, version]));
      for (const row of held.all(mineId).map((found) => heldRow.parse(found))) {
        const version = missing.get(row.valid_from);
        if (version && saysTheSame(row, version)) missing.delete(row.valid_from);
        else give(mineId, row.valid_from, row.known_from, knownFrom);
      }
      for (const version of missing.values()) put(mineId, version, knownFrom);
    },
    proceduresOf: (mineId) =>
      z
        .array(z.object({ procedure: z.string() }))
        .parse(procedures.all(mineId))
        .map(({ procedure }) => procedure),
  };
}

/** How a mine stood from an instant until the next. */
interface Version {
  readonly from: number;
  readonly next: number;
  readonly columns: StandingColumns & Readonly<Record<'waits_for_requests', SqlValue>>;
}

/** Of several at one instant the last counts. */
function versionsOf(points: readonly Standpoint[]): readonly Version[] {
  const lasting = [...new Map(points.map(({ at, folded }) => [milliseconds(at), folded]))];
  return lasting.map(([from, folded], index) => ({
    from,
    next: lasting[index + 1]?.[0] ?? FOREVER,
    columns: columnsOf(folded),
  }));
}

function columnsOf(folded: FoldedMine): Version['columns'] {
  return { waits_for_requests: waitsForRequests(folded.value) ? 1 : 0, ...standingColumns(folded) };
}

function saysTheSame(row: Held, { next, columns }: Version): boolean {
  return row.next_from === next && content.every((name) => row[name] === columns[name]);
}
