import type { DatabaseSync } from 'node:sqlite';
import { type FoldedMine, milliseconds, type Standpoint, waitsForRequests } from '@rectify/engine/rectification';
import { z } from 'zod';
import type { SqlValue } from '../keyset.ts';
import { standingColumns } from '../status/standing-columns.ts';
import { STANDING_OF_TEXT, standingsTable, standingText, textOfStanding } from '../status/standings-table.ts';
import { wordsTable } from '../status/words-table.ts';
import {
  FOREVER,
  type Held,
  heldIn,
  holdExactly,
  inserting,
  type KnowledgeTable,
  type KnownRow,
  knownRow,
} from './knowledge.ts';
import { lengthOf } from './lengths.ts';

/** How long a version goes on, by its columns, each with `v` before it: until the next one begins and that is known. What is known before it happens counts as endless. See {@link lengthOf}. */
export function lasts(v: '' | 'v.'): string {
  return lengthOf(`${v}valid_from`, `max(${v}next_from, ${v}next_known)`, `${v}valid_from > ${v}known_from`);
}

/** How long it is from when its closure began to where a version ends, by its columns, each with `v` before it; null without a closure. */
export function closedFor(v: '' | 'v.'): string {
  const isOdd = `${v}valid_from > ${v}known_from or ${v}since > ${v}valid_from`;
  return `iif(${v}since is null, null, ${lengthOf(`${v}since`, `max(${v}next_from, ${v}next_known)`, isOdd)})`;
}

/**
 * How every mine stood when, as known when: a version is true in the world from `valid_from` until the next one, and was on record from
 * `known_from` until `known_to`, exclusive, all in milliseconds. The next version begins at `next_from` and is known since `next_known`; before that,
 * this one seemed to go on. So what happens in its order only adds a row; a correction or a backdated event closes the rows that it
 * proved wrong and adds what is held to be true instead. Requests under four eyes are left out: see `request-versions.ts`. Two indexes begin with lengths, to find the versions of
 * an instant near it; the first of them holds what mines are counted by.
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
    standing integer not null,
    name text not null,
    region text not null,
    status_rank integer not null,
    procedure text not null,
    since integer,
    until integer,
    due integer,
    needs integer not null,
    words text not null,
    primary key (mine_id, valid_from, known_from)
  ) strict, without rowid;
  create index mine_versions_name on mine_versions (name, mine_id);
  create index mine_versions_region on mine_versions (region, mine_id);
  create index mine_versions_status on mine_versions (status_rank, mine_id);
  create index mine_versions_standing on mine_versions (standing, mine_id);
  create index mine_versions_unclosed on mine_versions (mine_id) where since is null;
  create index mine_versions_since on mine_versions (${closedFor('')}, since, mine_id) where until is not null;
  create index mine_versions_ended on mine_versions ((until - since), mine_id) where until is not null;
  create index mine_versions_lasts on mine_versions
    (${lasts('')}, valid_from, mine_id, known_from, known_to, next_from, next_known, standing, due);
`;

const content = [
  'waits_for_requests',
  'standing',
  'name',
  'region',
  'status_rank',
  'procedure',
  'since',
  'until',
  'due',
  'needs',
  'words',
] as const;

/** The table of {@link mineVersionsSchema}. Its rows say how a mine stood in text, the table by a number. */
export const mineVersions: KnowledgeTable = {
  table: 'mine_versions',
  key: 'valid_from',
  columns: ['next_from', 'next_known', ...content],
  coded: { standing: { written: STANDING_OF_TEXT, read: textOfStanding('mine_versions') } },
};

/** Puts versions of mines into a database that has {@link mineVersionsSchema} and the schema of standings. */
function insertingVersions(db: DatabaseSync): (mineId: string, row: KnownRow) => void {
  const insert = inserting(db, mineVersions);
  const standings = standingsTable(db);
  return (mineId, row) => {
    standings.add(String(row.standing));
    insert(mineId, row);
  };
}

const procedureRows = z.array(z.object({ procedure: z.string() }));

/** The versions of one mine. */
export interface HeldVersions extends Held {
  /** The version that none follows, if there is one. */
  last(): KnownRow | undefined;
  /** Says where the next version begins, and since when that is known. */
  follow(last: KnownRow, nextFrom: number, nextKnown: number): void;
  /** Remembers that the mine is found by a text, whichever instant is asked about. */
  foundBy(words: string): void;
  /** The names of the procedures that the mine goes, or went, by as far as is known. */
  procedures(): readonly string[];
}

/** The versions of mines in a database that has {@link mineVersionsSchema} and the schemas of standings and words. */
export function versionsHeldIn(db: DatabaseSync): (mineId: string) => HeldVersions {
  const held = heldIn(db, mineVersions);
  const last = db.prepare(
    `select valid_from, known_from, words from mine_versions
     where mine_id = ? and next_from = ${FOREVER} and known_to = ${FOREVER} order by valid_from desc limit 1`,
  );
  const follow = db.prepare(
    'update mine_versions set next_from = ?, next_known = ? where mine_id = ? and valid_from = ? and known_from = ?',
  );
  const procedures = db.prepare(
    `select distinct procedure from mine_versions where mine_id = ? and known_to = ${FOREVER}`,
  );
  const texts = wordsTable(db);
  const insert = insertingVersions(db);
  return (mineId) => ({
    ...held(mineId),
    put: (row) => insert(mineId, row),
    last() {
      const found = last.get(mineId);
      return found && knownRow(found);
    },
    follow({ valid_from = null, known_from }, nextFrom, nextKnown) {
      follow.run(nextFrom, nextKnown, mineId, valid_from, known_from);
    },
    foundBy: (words) => texts.add(mineId, words),
    procedures: () => procedureRows.parse(procedures.all(mineId)).map(({ procedure }) => procedure),
  });
}

/** Adds how a mine stands from `at` on, the latest of all, as known from `known` on; both in milliseconds. */
export function addVersion(held: HeldVersions, folded: FoldedMine, at: number, known: number): void {
  const before = held.last();
  if (before && (before.valid_from !== at || before.known_from !== known)) held.follow(before, at, known);
  const columns = columnsOf(folded);
  if (before?.words !== columns.words) held.foundBy(columns.words);
  const unfollowed = { next_from: FOREVER, next_known: FOREVER };
  held.put({ ...columns, ...unfollowed, valid_from: at, known_from: known, known_to: FOREVER });
}

/** Holds, from `known` on (milliseconds), that a mine stood as these say, in their order. Of several at one instant the last counts. */
export function replaceVersions(held: HeldVersions, points: readonly Standpoint[], known: number): void {
  const lasting = [...new Map(points.map(({ at, folded }) => [milliseconds(at), folded]))];
  const wanted = lasting.map(([from, folded], index) => {
    const next = lasting[index + 1]?.[0] ?? FOREVER;
    return { ...columnsOf(folded), valid_from: from, next_from: next, next_known: next === FOREVER ? FOREVER : known };
  });
  for (const words of new Set(wanted.map((version) => version.words))) held.foundBy(words);
  holdExactly(standing(held), comparable, wanted, known);
}

/** Since when the next version is known makes no difference to what a version says now. */
const comparable: KnowledgeTable = { ...mineVersions, columns: ['next_from', ...content] };

/** Without versions that another at the same instant took the place of. */
function standing(held: HeldVersions): Held {
  return {
    ...held,
    open: () => held.open().filter(({ valid_from = null, next_from = null }) => valid_from !== next_from),
  };
}

function columnsOf(
  folded: FoldedMine,
): Readonly<Record<(typeof content)[number], SqlValue>> & { readonly words: string } {
  const columns = standingColumns(folded);
  return {
    waits_for_requests: waitsForRequests(folded.value) ? 1 : 0,
    standing: standingText(columns),
    name: columns.name,
    region: columns.region,
    status_rank: columns.status_rank,
    procedure: columns.procedure,
    since: columns.since,
    until: columns.until,
    due: columns.due,
    needs: columns.needs,
    words: columns.words,
  };
}
