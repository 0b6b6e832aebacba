import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Position } from '@rectify/engine';
import { ENGINE_VERSION } from '@rectify/engine/folding';
import { z } from 'zod';
import { mineVersionsSchema } from './as-of/mine-versions.ts';
import { requestVersionsSchema } from './as-of/request-versions.ts';
import { type KnownMine, knownMinesIn } from './as-of/versions.ts';
import { type CampaignsTable, campaignsSchema, campaignsTable } from './campaigns/campaigns-table.ts';
import { closuresSchema } from './closures/closures-table.ts';
import { type ColumnsCopied, columnsCopiedFrom } from './closures/columns/copying.ts';
import { stretchesSchema } from './closures/stretches-table.ts';
import { toldSchema } from './closures/told-tables.ts';
import { type ProceduresTable, proceduresSchema, proceduresTable } from './procedures-table.ts';
import { type MinesTable, minesSchema, minesTable } from './status/mines-table.ts';
import { standingsSchema } from './status/standings-table.ts';
import { wordsSchema } from './status/words-table.ts';
import { type FactsTable, factsSchema, factsTable } from './timeline/facts-table.ts';
import { type RecordingsTable, recordingsSchema, recordingsTable } from './timeline/recordings-table.ts';
import { type WorkTable, workSchema, workTable } from './work/work-table.ts';

/** Another fold, or other tables, make another version: the database is then built anew. Raise it when either changes. */
const READ_VERSION = 21;
const FOLD = `${ENGINE_VERSION}/${READ_VERSION}`;

/** Marks the file as a read database: "RCTR". */
const APPLICATION_ID = 0x52435452;

/** What the names of its files end with: https://www.sqlite.org/tempfiles.html */
const SUFFIXES = ['', '-wal', '-shm'];

const SCHEMA = `
  create table checkpoint (
    only integer primary key check (only = 1),
    store_id text not null,
    fold text not null,
    position text,
    recorded integer,
    filled_from text check (filled_from in ('facts', 'log')),
    folded_to text
  ) strict;
  ${proceduresSchema}
  ${factsSchema}
  ${recordingsSchema}
  ${standingsSchema}
  ${minesSchema}
  ${wordsSchema}
  ${mineVersionsSchema}
  ${requestVersionsSchema}
  ${closuresSchema}
  ${stretchesSchema}
  ${toldSchema}
  ${campaignsSchema}
  ${workSchema}
  pragma application_id = ${APPLICATION_ID};
`;

const checkpointRow = z.object({
  store_id: z.string(),
  fold: z.string(),
  position: z.string().nullable(),
  filled_from: z.enum(['facts', 'log']).nullable(),
  folded_to: z.string().nullable(),
});

/** What a read database is filled from: the facts that it gathered before, or the log itself up to its position. */
export type FilledFrom = NonNullable<z.infer<typeof checkpointRow>['filled_from']>;

const recordedRow = z.object({ recorded: z.number().nullable() });

/** The file belongs to another program, or is the event store itself: it must not be replaced. */
export class NotAReadDatabase extends Error {
  override readonly name = 'NotAReadDatabase';
  constructor(file: string) {
    super(`${file} is a database of something else. Name another file for the read database, or move this one away.`);
  }
}

/** There is nothing to read: no read database, or one of another store or another version of Rectify, or one that is not whole yet. */
export class NoReadDatabase extends Error {
  override readonly name = 'NoReadDatabase';
  constructor(file: string, options?: ErrorOptions) {
    super(
      `${file} is no read database of this store and this version of Rectify. \`rectify rebuild\` makes one.`,
      options,
    );
  }
}

/** A read database: disposable, folded from the log of one store up to a position. */
export interface ReadDatabase {
  readonly db: DatabaseSync;
  /** Its path, or `:memory:`. */
  readonly file: string;
  readonly storeId: string;
  readonly procedures: ProceduresTable;
  readonly facts: FactsTable;
  readonly recordings: RecordingsTable;
  readonly mines: MinesTable;
  /** What is held to be true of a mine. */
  readonly known: (mineId: string) => KnownMine;
  readonly campaigns: CampaignsTable;
  readonly work: WorkTable;
  /** What statistics are counted from; nothing is copied before it is asked for. */
  readonly columns: ColumnsCopied;
  /** While it is filled from a whole log: the last mine that was folded, empty before the first. null: it is whole. */
  foldedTo(): string | null;
  setFoldedTo(mineId: string | null): void;
  /** What it is filled from, from when that began on; null where it never did. */
  filledFrom(): FilledFrom | null;
  /** Begins to fill it: it is not whole from now on. */
  fillFrom(what: FilledFrom): void;
  /** Writes in one transaction; all of it is kept, or nothing. */
  write(write: () => void): void;
  /** The position of the last event folded; undefined before the first. */
  position(): Position | undefined;
  /** The latest instant at which anything folded about a mine was recorded, ISO 8601; undefined before the first. */
  recordedUntil(): string | undefined;
  /**
   * Writes in one transaction that also moves the checkpoint; all of it is kept, or nothing. `write` answers the latest instant at which any of it was recorded
   * about a mine, in milliseconds; null where nothing was.
   */
  commit(position: Position, write: () => number | null): void;
  close(): void;
}

/**
 * Opens a read database and goes on from its checkpoint. One of another store, of another fold, or damaged, is replaced by an
 * empty one: it holds nothing that the log does not.
 * @throws NotAReadDatabase
 */
export function openReadDatabase(file: string, storeId: string): ReadDatabase {
  const kept = file === ':memory:' ? undefined : openKept(file, storeId);
  if (kept?.foldedTo() === null) return kept;
  kept?.close();
  removeReadDatabase(file);
  return createReadDatabase(file, storeId);
}

/**
 * Opens a read database for reading only, as it is now: what others write to it from then on is not seen.
 * @throws NoReadDatabase, NotAReadDatabase
 */
export function openToRead(
  file: string,
  storeId: string,
): { readonly db: DatabaseSync; readonly position: Position | null } {
  if (!existsSync(file)) throw new NoReadDatabase(file);
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    mustBeOurs(db, file);
    db.exec('begin');
    const { store_id, fold, position, folded_to } = checkpointIn(db);
    if (store_id === storeId && fold === FOLD && folded_to === null) return { db, position };
  } catch (error) {
    db.close();
    throw error instanceof NotAReadDatabase ? error : new NoReadDatabase(file, { cause: error });
  }
  db.close();
  throw new NoReadDatabase(file);
}

/** Makes an empty read database where there is none. */
export function createReadDatabase(file: string, storeId: string): ReadDatabase {
  const db = new DatabaseSync(file);
  configure(db);
  db.exec('begin');
  db.exec(SCHEMA);
  db.prepare('insert into checkpoint (only, store_id, fold) values (1, ?, ?)').run(storeId, FOLD);
  db.exec('commit');
  return readDatabase(db, file, storeId);
}

/** Removes a read database's files; that there are none is no error. */
export function removeReadDatabase(file: string): void {
  if (file === ':memory:') return;
  for (const suffix of SUFFIXES) rmSync(`${file}${suffix}`, { force: true });
}

/** Moves those of a read database's files that there are. */
export function moveReadDatabase(from: string, to: string): void {
  for (const suffix of SUFFIXES) if (existsSync(`${from}${suffix}`)) renameSync(`${from}${suffix}`, `${to}${suffix}`);
}

/**
 * Opens a read database and goes on from its checkpoint; undefined when it is of another store, of another fold, or damaged.
 * @throws NotAReadDatabase
 */
export function openKept(file: string, storeId: string): ReadDatabase | undefined {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file);
    mustBeOurs(db, file);
    configure(db);
    const { store_id, fold } = checkpointIn(db);
    if (store_id === storeId && fold === FOLD) return readDatabase(db, file, storeId);
  } catch (error) {
    db?.close();
    if (error instanceof NotAReadDatabase) throw error;
    return undefined;
  }
  db.close();
  return undefined;
}

function mustBeOurs(db: DatabaseSync, file: string): void {
  const { application_id } = z.object({ application_id: z.number() }).parse(db.prepare('pragma application_id').get());
  if (application_id !== 0 && application_id !== APPLICATION_ID) throw new NotAReadDatabase(file);
}

function checkpointIn(db: DatabaseSync): z.infer<typeof checkpointRow> {
  return checkpointRow.parse(
    db.prepare('select store_id, fold, position, filled_from, folded_to from checkpoint').get(),
  );
}

/** 64 MiB of it are kept in memory: a list looks up many rows. Commits need not survive a power cut, only be whole: a lost tail is folded again. */
function configure(db: DatabaseSync): void {
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536');
}

function readDatabase(db: DatabaseSync, file: string, storeId: string): ReadDatabase {
  const checkpoint = db.prepare('select store_id, fold, position, filled_from, folded_to from checkpoint');
  const recorded = db.prepare('select recorded from checkpoint');
  const move = db.prepare(
    'update checkpoint set position = ?, recorded = nullif(max(coalesce(recorded, 0), coalesce(?, 0)), 0)',
  );
  const setFoldedTo = db.prepare('update checkpoint set folded_to = ?');
  const fillFrom = db.prepare("update checkpoint set folded_to = '', filled_from = ?");
  const procedures = proceduresTable(db);

  function write(writing: () => void): void {
    db.exec('begin immediate');
    try {
      writing();
      db.exec('commit');
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      procedures.forget();
      throw error;
    }
  }

  return {
    db,
    file,
    storeId,
    procedures,
    facts: factsTable(db, procedures.known),
    recordings: recordingsTable(db),
    mines: minesTable(db, procedures.known),
    known: knownMinesIn(db),
    campaigns: campaignsTable(db),
    work: workTable(db),
    columns: columnsCopiedFrom(db),
    position: () => checkpointRow.parse(checkpoint.get()).position ?? undefined,
    recordedUntil() {
      const until = recordedRow.parse(recorded.get()).recorded;
      return until === null ? undefined : new Date(until).toISOString();
    },
    foldedTo: () => checkpointRow.parse(checkpoint.get()).folded_to,
    setFoldedTo(mineId) {
      setFoldedTo.run(mineId);
    },
    filledFrom: () => checkpointRow.parse(checkpoint.get()).filled_from,
    fillFrom(what) {
      fillFrom.run(what);
    },
    write,
    commit: (position, folding) =>
      write(() => {
        move.run(position, folding());
      }),
    close: () => db.close(),
  };
}
