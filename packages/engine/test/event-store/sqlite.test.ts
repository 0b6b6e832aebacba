import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { StoreClosed, StoreLocked, StoreUnavailable, StoreUnusable } from '../../src/event-store/errors.ts';
import type { EventReader, EventStore, RecordedEvent } from '../../src/event-store/event-store.ts';
import { openReader, openStore } from '../../src/event-store/open-store.ts';
import { openSqliteReader, openSqliteStore } from '../../src/event-store/sqlite.ts';
import { openWriter } from '../../src/event-store/sqlite-database.ts';
import { all, givenEvents, ids, someEvents } from '../contract/given.ts';
import { killAllStarted, startAppending } from './appending-process.ts';
import { folderOfEachTest } from './temporary-folder.ts';

const MINE = 'mine-XJ-0001';
afterEach(killAllStarted);
const here = folderOfEachTest();

function openHere(storeId = 'store-1'): ReturnType<typeof openSqliteStore> {
  return openSqliteStore({ file: here.file, newStoreId: () => storeId });
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
    expect(readdirSync(here.folder).toSorted()).toEqual(['events.db', 'events.db-lock']);
  });
});

describe('a second writer', () => {
  test('of the same file is refused until the first is closed, by whatever name', async () => {
    const first = openHere();
    const alias = join(here.folder, 'alias.db');
    symlinkSync(here.file, alias);
    for (const name of [here.file, alias]) {
      expect(() => openSqliteStore({ file: name, newStoreId: () => 'store-2' })).toThrow(StoreLocked);
    }
    await first.append(MINE, someEvents(1), 'no-stream');
    await first.close();

    const second = openHere();
    expect(await all(second.readAll())).toHaveLength(1);
    await second.close();
  });

  test('is let in after a failed opening', async () => {
    writeFileSync(here.file, 'not a database at all, but some text. '.repeat(40));
    expect(() => openHere()).toThrow(StoreUnusable);
    writeFileSync(here.file, '');
    await openHere().close();
  });

  test('in another process is refused, a reader is not, and after kill -9 the file is free', async () => {
    const writer = startAppending(here.file);
    await writer.acknowledged(20);

    expect(() => openHere()).toThrow(StoreLocked);
    const reader = openSqliteReader(here.file);
    expect((await all(reader.readAll())).length).toBeGreaterThanOrEqual(20);
    await reader.close();
    expect(() => openHere()).toThrow(StoreLocked);

    await writer.kill();
    await openHere().close();
  });
});

describe('a reader beside the writer', () => {
  test('reads what is committed, with the same answers, and cannot append', async () => {
    const store = openHere();
    const reader = openSqliteReader(here.file);
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
      copyFileSync(join(here.folder, name), join(here.folder, `left-${name}`));
    }
    await store.close();

    const reader = openSqliteReader(join(here.folder, 'left-events.db'));
    expect(await all(reader.readAll())).toHaveLength(3);
    await reader.close();
  });
});

describe('the write-ahead log', () => {
  const MIB = 1024 * 1024;
  const logSize = () => statSync(`${here.file}-wal`).size;

  /** Stores so many MiB, an append of 400 kB at a time; answers how large the log was at most. */
  async function givenMiB(store: EventStore, count: number): Promise<number> {
    let largest = 0;
    for (let stored = 0; stored < count * MIB; stored += 400_000) {
      const [event] = someEvents(1).map((one) => ({ ...one, data: { text: 'x'.repeat(400_000) } }));
      if (event) await store.append(event.eventId, [event], 'no-stream');
      largest = Math.max(largest, logSize());
    }
    return largest;
  }

  test('stays small while long reads and slow subscribers stand still, in this process and another program', async () => {
    const store = openHere();
    await givenMiB(store, 4);
    const head = await store.head();
    const reader = openSqliteReader(here.file);
    const aborting = new AbortController();
    const standing = [
      ...[store.readAll(), reader.readAll()],
      ...Array.from({ length: 10 }, () => store.subscribe({ signal: aborting.signal })),
    ].map((batches) => batches[Symbol.asyncIterator]());
    for (const batches of standing) await batches.next();

    expect(await givenMiB(store, 40)).toBeLessThan(8 * MIB);

    let last: RecordedEvent | undefined;
    for (let batch = await standing[0]?.next(); batch?.value; batch = await standing[0]?.next())
      last = batch.value.at(-1);
    expect(last?.position).toBe(head);
    aborting.abort();
    await Promise.all([store.close(), reader.close()]);
  });

  test('is cut back once a program that kept it from being emptied has ended', async () => {
    const store = openHere();
    const other = new DatabaseSync(here.file, { readOnly: true });
    other.exec('begin; select count(*) from events');
    expect(await givenMiB(store, 24)).toBeGreaterThan(24 * MIB);
    other.close();
    await givenMiB(store, 1);
    expect(logSize()).toBeLessThanOrEqual(16 * MIB);
    await store.close();
  });
});

describe('a file that is damaged', () => {
  /** A store of which only the beginning of the file is as it was: enough to open it. */
  async function givenDamaged(): Promise<void> {
    const store = openHere();
    await givenEvents(store, MINE, 300);
    await store.close();
    const damaged = readFileSync(here.file).fill(0xff, 5 * 4096);
    writeFileSync(here.file, damaged);
  }

  const waysToRead: [string, (store: EventReader) => Promise<unknown>][] = [
    ['a stream', (store) => all(store.read(MINE))],
    ['a stream backwards', (store) => all(store.read(MINE, { backwards: true }))],
    ['all', (store) => all(store.readAll())],
    ['the head', (store) => store.head()],
  ];
  const clearly = {
    name: 'StoreUnavailable',
    message: expect.stringMatching(/events\.db cannot be read: it is damaged \(.*malformed\); restore a backup\.$/),
  };

  const subscribing: [string, (store: EventStore) => Promise<unknown>] = [
    'what is subscribed to',
    (store) => all(store.subscribe({ signal: new AbortController().signal })),
  ];

  test.each([...waysToRead, subscribing])('says so to whoever reads it, and ends the store: %s', async (_, read) => {
    await givenDamaged();
    const fatal: Error[] = [];
    const store = await openStore(`sqlite:${here.file}`, {
      newStoreId: () => 'store-1',
      onFatal: (error) => fatal.push(error),
    });
    await expect(read(store)).rejects.toMatchObject(clearly);
    await expect(read(store)).rejects.toMatchObject(clearly);
    expect(fatal).toMatchObject([clearly]);
    await expect(store.append('mine-2', someEvents(1), 'no-stream')).rejects.toMatchObject(clearly);
    await store.close();
  });

  test.each(waysToRead)('says so to a reader beside: %s', async (_, read) => {
    await givenDamaged();
    const reader = await openReader(`sqlite:${here.file}`);
    await expect(read(reader)).rejects.toMatchObject(clearly);
    await reader.close();
  });

  test('that holds no JSON where an event is says which event', async () => {
    const store = openHere();
    await givenEvents(store, MINE, 3);
    await store.close();
    const db = new DatabaseSync(here.file);
    db.exec(`update events set data = '{' where revision = 1`);
    db.close();
    const reader = await openReader(`sqlite:${here.file}`);
    await expect(all(reader.read(MINE))).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: `Position 2 (stream "${MINE}", revision 1) cannot be read: what is stored there is no JSON; restore a backup.`,
    });
    await reader.close();
  });
});

describe('a file that is taken away while it is in use', () => {
  const waysToLoseIt: [string, (used: string) => void][] = [
    ['deleted', (used) => rmSync(used)],
    ['replaced by another store', (used) => renameSync(otherStore(), used)],
    ['left without its write-ahead log', (used) => rmSync(`${used}-wal`)],
  ];

  function otherStore(): string {
    const other = join(here.folder, 'other.db');
    openWriter(other, () => 'store-2').db.close();
    return other;
  }

  /** Resolves when the folder of a file has not changed for longer than any file system takes to tell two changes apart. */
  async function unchangedForLong(used: string): Promise<void> {
    while (Date.now() - statSync(dirname(used)).ctimeMs <= 2_000) await pause(50);
  }

  test.each(waysToLoseIt)(
    'ends the store at the next append, and nothing acknowledged is lost: %s',
    async (_, lose) => {
      const fatal: Error[] = [];
      const store = openSqliteStore({
        file: here.file,
        newStoreId: () => 'store-1',
        onFatal: (error) => fatal.push(error),
      });
      const acknowledged = await givenEvents(store, MINE, 3);
      lose(here.file);
      for (const stream of ['mine-XJ-0002', 'mine-XJ-0003']) {
        await expect(store.append(stream, someEvents(1), 'no-stream')).rejects.toThrow(StoreUnavailable);
      }
      expect(fatal.map(({ message }) => message)).toEqual([
        expect.stringContaining(`is in ${here.file}-saved-1: put that`),
      ]);
      expect(existsSync(`${here.file}-wal`)).toBe(false);
      await store.close();

      const saved = openSqliteStore({ file: `${here.file}-saved-1`, newStoreId: () => 'store-3' });
      expect(saved.storeId).toBe('store-1');
      expect(ids(await all(saved.read(MINE)))).toEqual(ids(acknowledged));
      await saved.close();
    },
  );

  test('ends the store at the next append, also when nothing had changed in its folder for long', async () => {
    await Promise.all(
      waysToLoseIt.map(async ([way, lose], index) => {
        const used = join(here.folder, `${index}`, 'events.db');
        const fatal: Error[] = [];
        const store = openSqliteStore({ file: used, newStoreId: () => way, onFatal: (error) => fatal.push(error) });
        await givenEvents(store, MINE, 1);
        await unchangedForLong(used);
        for (const stream of ['mine-XJ-0002', 'mine-XJ-0003']) await store.append(stream, someEvents(1), 'no-stream');
        lose(used);
        await expect(store.append('mine-XJ-0004', someEvents(1), 'no-stream')).rejects.toThrow(StoreUnavailable);
        expect(fatal).toHaveLength(1);
        await store.close();
        expect(await all(openSqliteReader(`${used}-saved-1`).readAll())).toHaveLength(4);
      }),
    );
  });

  test('is told when the store is closed, at the latest', async () => {
    const fatal: Error[] = [];
    const store = openSqliteStore({
      file: here.file,
      newStoreId: () => 'store-1',
      onFatal: (error) => fatal.push(error),
    });
    await givenEvents(store, MINE, 1);
    rmSync(here.file);
    await store.close();
    expect(fatal).toHaveLength(1);
    expect(await all(openSqliteReader(`${here.file}-saved-1`).readAll())).toHaveLength(1);
  });
});
