import { copyFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { StoreClosed, StoreLocked, StoreUnusable } from '../../src/event-store/errors.ts';
import { openSqliteReader, openSqliteStore } from '../../src/event-store/sqlite.ts';
import { openWriter, requireDurable, requireSqliteVersion } from '../../src/event-store/sqlite-database.ts';
import { all, givenEvents, ids, someEvents } from '../contract/given.ts';
import { killAllStarted, startAppending } from './appending-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const MINE = 'mine-XJ-0001';
let temporary: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  temporary = temporaryFolder();
  file = join(temporary.folder, 'events.db');
});
afterEach(async () => {
  await killAllStarted();
  temporary.remove();
});

function openHere(storeId = 'store-1'): ReturnType<typeof openSqliteStore> {
  return openSqliteStore({ file, newStoreId: () => storeId });
}

describe('a SQLite store that is opened again', () => {
  test('has its events and its id, and goes on where it was', async () => {
    const first = openHere('store-1');
    const events = await givenEvents(first, MINE, 3);
    const before = await all(first.readAll());
    await first.close();

    const second = openHere('store-2');
    expect(second.storeId).toBe('store-1');
    expect(await all(second.readAll())).toEqual(before);
    expect(await second.append(MINE, events.slice(2), 1)).toMatchObject({ duplicate: true });
    const next = await second.append(MINE, someEvents(1), 2);
    expect(second.compare(before.at(-1)?.position ?? '', next.position)).toBeLessThan(0);
    await second.close();
  });

  test('leaves no write-ahead log behind when it is closed', async () => {
    const store = openHere();
    await givenEvents(store, MINE, 3);
    await store.close();
    expect(readdirSync(temporary.folder).toSorted()).toEqual(['events.db', 'events.db-lock']);
  });
});

describe('durability', () => {
  test('rests on a write-ahead log that is synced at every commit', () => {
    const { db } = openWriter(file, () => 'store-1');
    expect(db.prepare('pragma journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(db.prepare('pragma synchronous').get()).toMatchObject({ synchronous: 2 });
    db.close();
  });

  test.each(['pragma synchronous = normal', 'pragma journal_mode = delete'])(
    'is refused to a database with %s',
    (pragma) => {
      const { db } = openWriter(file, () => 'store-1');
      db.exec(pragma);
      expect(() => requireDurable(db)).toThrow(StoreUnusable);
      db.close();
    },
  );

  test.each(['3.51.2', '3.50.9', '2.99.99', '3.51', ''])('is refused to SQLite %s', (version) => {
    expect(() => requireSqliteVersion(version)).toThrow(StoreUnusable);
  });

  test.each(['3.51.3', '3.51.10', '3.53.0', '4.0.0'])('is trusted to SQLite %s', (version) => {
    requireSqliteVersion(version);
  });
});

describe('a file that is no store', () => {
  test.each<[string, () => void, RegExp]>([
    ['other text', () => writeFileSync(file, 'not a database at all, but some text. '.repeat(40)), /cannot be opened/],
    ['the database of another program', () => makeDatabase('create table t (a)'), /not an event store of Rectify/],
    ['a store of a newer Rectify', () => makeNewer(), /schema 2/],
  ])('is refused and left as it is: %s', (_, make, message) => {
    make();
    const before = readdirSync(temporary.folder).filter((name) => !name.endsWith('-lock'));
    expect(() => openHere()).toThrow(StoreUnusable);
    expect(() => openHere()).toThrow(message);
    expect(() => openSqliteReader(file)).toThrow(message);
    expect(readdirSync(temporary.folder)).toEqual(expect.arrayContaining(before));
  });

  function makeDatabase(sql: string): void {
    const db = new DatabaseSync(file);
    db.exec(sql);
    db.close();
  }

  function makeNewer(): void {
    openWriter(file, () => 'store-1').db.close();
    makeDatabase('pragma user_version = 2');
  }

  test('is refused to a reader when it does not exist, and is not made', () => {
    expect(() => openSqliteReader(file)).toThrow('There is no event store');
    expect(readdirSync(temporary.folder)).toEqual([]);
  });
});

describe('a second writer', () => {
  test('of the same file is refused until the first is closed, by whatever name', async () => {
    const first = openHere();
    const alias = join(temporary.folder, 'alias.db');
    symlinkSync(file, alias);
    for (const name of [file, alias]) {
      expect(() => openSqliteStore({ file: name, newStoreId: () => 'store-2' })).toThrow(StoreLocked);
    }
    await first.append(MINE, someEvents(1), 'no-stream');
    await first.close();

    const second = openHere();
    expect(await all(second.readAll())).toHaveLength(1);
    await second.close();
  });

  test('is let in after a failed opening', async () => {
    writeFileSync(file, 'not a database at all, but some text. '.repeat(40));
    expect(() => openHere()).toThrow(StoreUnusable);
    writeFileSync(file, '');
    await openHere().close();
  });

  test('in another process is refused, a reader is not, and after kill -9 the file is free', async () => {
    const writer = startAppending(file);
    await writer.acknowledged(20);

    expect(() => openHere()).toThrow(StoreLocked);
    const reader = openSqliteReader(file);
    expect((await all(reader.readAll())).length).toBeGreaterThanOrEqual(20);
    await reader.close();
    expect(() => openHere()).toThrow(StoreLocked);

    await writer.kill();
    await openHere().close();
  }, 20_000);
});

describe('a reader beside the writer', () => {
  test('reads what is committed, with the same answers, and cannot append', async () => {
    const store = openHere();
    const reader = openSqliteReader(file);
    expect(await reader.head()).toBeUndefined();
    await givenEvents(store, MINE, 3);

    expect(reader.storeId).toBe(store.storeId);
    expect(await reader.head()).toBe(await store.head());
    expect(await all(reader.readAll())).toEqual(await all(store.readAll()));
    expect(await all(reader.read(MINE, { backwards: true, to: 1 }))).toHaveLength(2);
    expect(reader).not.toHaveProperty('append');
    await store.close();

    expect(await all(reader.readAll())).toHaveLength(3);
    await reader.close();
    await reader.close();
    await expect(reader.head()).rejects.toBeInstanceOf(StoreClosed);
  });

  test('reads a store that was left by kill -9, before any writer has opened it again', async () => {
    const store = openHere();
    await givenEvents(store, MINE, 3);
    for (const name of ['events.db', 'events.db-wal']) {
      copyFileSync(join(temporary.folder, name), join(temporary.folder, `left-${name}`));
    }
    await store.close();

    const reader = openSqliteReader(join(temporary.folder, 'left-events.db'));
    expect(await all(reader.readAll())).toHaveLength(3);
    await reader.close();
  });
});

test('kill -9 while appending loses no acknowledged event and leaves no half append', async () => {
  let acknowledged: string[] = [];
  for (let round = 1; round <= 3; round++) {
    const writer = startAppending(file);
    await writer.acknowledged(round * 40);
    acknowledged = [...acknowledged, ...(await writer.kill())];

    const store = openHere();
    const stored = await all(store.readAll());
    expect(ids(stored)).toEqual([...new Set(ids(stored))]);
    expect(ids(stored)).toEqual(expect.arrayContaining(acknowledged));
    expect(stored.at(-1)?.append).toMatchObject({ index: 2, size: 3 });
    expect(stored.length % 3).toBe(0);
    await store.close();
  }
  const check = new DatabaseSync(file);
  expect(check.prepare('pragma integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }]);
  check.close();
}, 60_000);
