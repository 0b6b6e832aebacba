import { chmodSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { StoreUnusable } from '../../src/event-store/errors.ts';
import { openSqliteReader, openSqliteStore } from '../../src/event-store/sqlite.ts';
import { openWriter } from '../../src/event-store/sqlite-database.ts';
import { bringUpToDate } from '../../src/event-store/sqlite-schema.ts';
import { requireDurable, requireSqliteVersion } from '../../src/event-store/sqlite-settings.ts';
import { all, givenEvents, someEvents } from '../contract/given.ts';
import { folderOfEachTest } from './temporary-folder.ts';

const MINE = 'mine-XJ-0001';
const here = folderOfEachTest();

const openHere = () => openSqliteStore({ file: here.file, newStoreId: () => 'store-1' });

function inFile<T>(work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(here.file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

describe('durability', () => {
  test('rests on a write-ahead log that is synced at every commit', () => {
    const { db } = openWriter(here.file, () => 'store-1');
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'page_size', 'application_id', 'user_version'];
    const read = settings.map((setting) => [setting, db.prepare(`pragma ${setting}`).get()?.[setting]]);
    expect(Object.fromEntries(read)).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      page_size: 4096,
      application_id: Buffer.from('RCTF').readInt32BE(),
      user_version: 1,
    });
    db.close();
  });

  test.each([
    'pragma synchronous = normal',
    'pragma journal_mode = delete',
    'pragma foreign_keys = off',
    'pragma journal_size_limit = -1',
  ])('is refused to a database with %s', (pragma) => {
    const { db } = openWriter(here.file, () => 'store-1');
    db.exec(pragma);
    expect(() => requireDurable(db)).toThrow(StoreUnusable);
    db.close();
  });

  test.each(['3.51.2', '3.50.9', '2.99.99', '3.51', ''])('is refused to SQLite %s', (version) => {
    expect(() => requireSqliteVersion(version)).toThrow(StoreUnusable);
  });

  test.each(['3.51.3', '3.51.10', '3.53.0', '4.0.0'])('is trusted to SQLite %s', (version) => {
    requireSqliteVersion(version);
  });
});

describe('a file that is no store, or cannot be one', () => {
  const damaged: [string, () => void | Promise<void>, RegExp][] = [
    [
      'other text',
      () => writeFileSync(here.file, 'not a database at all, but some text. '.repeat(40)),
      /no database of SQLite/,
    ],
    ['the database of another program', () => inFile((db) => db.exec('create table t (a)')), /not an event store of R/],
    [
      'a store of a newer Rectify',
      () => givenNewer(),
      /has schema 2; this Rectify knows schema 1. Use the Rectify that/,
    ],
    ['a store that was cut off', () => givenCutOff(), /it is damaged .*; restore a backup/],
  ];

  test.each(damaged)('is refused and left as it is: %s', async (_, make, message) => {
    await make();
    const before = readFileSync(here.file);
    for (const open of [openHere, () => openSqliteReader(here.file)]) {
      expect(open).toThrow(StoreUnusable);
      expect(open).toThrow(message);
    }
    expect(readFileSync(here.file).equals(before)).toBe(true);
  });

  async function givenNewer(): Promise<void> {
    await openHere().close();
    inFile((db) => db.exec('pragma user_version = 2'));
  }

  async function givenCutOff(): Promise<void> {
    const store = openHere();
    await givenEvents(store, MINE, 100);
    await store.close();
    truncateSync(here.file, 8192);
  }

  test.each([
    ['the file', 0o444, 0o777],
    ['its folder', 0o666, 0o555],
  ])('is refused when %s may only be read', async (_, ofFile, ofFolder) => {
    await openHere().close();
    chmodSync(`${here.file}-lock`, 0o666);
    chmodSync(here.file, ofFile);
    chmodSync(here.folder, ofFolder);
    const open = asNobody(openHere);
    expect(open).toThrow(StoreUnusable);
    expect(open).toThrow(`${here.file} cannot be opened as an event store: it cannot be written`);
    chmodSync(here.folder, 0o777);
  });

  /** The administrator of a machine may write whatever its permissions say. */
  function asNobody<T>(work: () => T): () => T {
    return () => {
      if (process.geteuid?.() !== 0) return work();
      process.seteuid?.(65_534);
      try {
        return work();
      } finally {
        process.seteuid?.(0);
      }
    };
  }

  test('is refused to a reader when it does not exist, and is not made', () => {
    expect(() => openSqliteReader(here.file)).toThrow('There is no event store');
    expect(readdirSync(here.folder)).toEqual([]);
  });
});

describe('a store of an earlier version', () => {
  /** What version 1 wrote, word for word; it never changes. */
  const VERSION_1 = `
    create table events (
      position integer primary key,
      stream text not null,
      revision integer not null,
      append_index integer not null,
      append_size integer not null,
      event_id text not null,
      type text not null,
      data text not null,
      metadata text not null,
      unique (stream, revision)
    ) strict;
    create table meta (key text primary key, value text not null) strict, without rowid;
    pragma application_id = ${0x52435446};
    pragma user_version = 1;
    insert into meta values ('store-id', 'store-of-version-1');
    insert into events values
      (1, '${MINE}', 0, 0, 2, 'a0000000-0000-4000-8000-000000000000', 'MineRegistered', '{"name":"五号"}', '{"actor":"a"}'),
      (2, '${MINE}', 1, 1, 2, 'a0000000-0000-4000-8000-000000000001', 'NoteAdded', '{"note":1}', '{}');
  `;

  test('opens with all it holds, and goes on: version 1', async () => {
    inFile((db) => db.exec(`pragma journal_mode = wal; ${VERSION_1}`));
    const reader = openSqliteReader(here.file);
    const before = await all(reader.readAll());
    await reader.close();

    const store = openHere();
    expect(store.storeId).toBe('store-of-version-1');
    expect(await all(store.readAll())).toEqual(before);
    expect(before).toMatchObject([
      { position: '1', revision: 0, append: { index: 0, size: 2 }, data: { name: '五号' }, metadata: { actor: 'a' } },
      { position: '2', revision: 1, append: { index: 1, size: 2 }, type: 'NoteAdded', data: { note: 1 } },
    ]);
    expect(await store.append(MINE, someEvents(1), 1)).toMatchObject({ firstRevision: 2, position: '3' });
    await store.close();
  });

  test('is brought up to date version by version, or stays as it was', () => {
    const [one, two] = ['create table one (a any) strict', 'create table two (a any) strict'];
    const tables = (db: DatabaseSync) => db.prepare('select name from sqlite_schema order by name').all();
    inFile((db) => {
      bringUpToDate(db, [one]);
      bringUpToDate(db, [one, two]);
      db.exec('begin');
      expect(() => bringUpToDate(db, [one, two, 'create table three (a any) strict', 'no sql'])).toThrow(
        'syntax error',
      );
      db.exec('rollback');
    });
    expect(inFile((db) => [tables(db), db.prepare('pragma user_version').get()])).toEqual([
      [{ name: 'one' }, { name: 'two' }],
      { user_version: 2 },
    ]);
  });
});
