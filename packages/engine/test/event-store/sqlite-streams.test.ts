import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { StoreUnavailable, StoreUnusable } from '../../src/event-store/errors.ts';
import type { EventStore } from '../../src/event-store/event-store.ts';
import { openSqliteStore } from '../../src/event-store/sqlite.ts';
import { openSqliteStreams } from '../../src/event-store/sqlite-streams.ts';
import { all, givenEvents } from '../contract/given.ts';
import { folderOfEachTest } from './temporary-folder.ts';

const here = folderOfEachTest();

/** Two mines' events among those of others: one of each stream in turn, three times. */
async function givenStreams(): Promise<EventStore> {
  const store = openSqliteStore({ file: here.file, newStoreId: () => 'store-1' });
  for (let turn = 0; turn < 3; turn += 1)
    for (const stream of ['campaign-1', 'mine-A', 'mine-B', 'mining-1']) {
      const last = (await all(store.read(stream))).length - 1;
      const [event] = await givenEvents(store, `${stream}-${turn}`, 1);
      if (!event) throw new Error('There is no event.');
      await store.append(stream, [event], last === -1 ? 'no-stream' : last);
    }
  return store;
}

describe('the log of a SQLite store, read stream by stream', () => {
  test('names the streams that begin so, in order, and counts what they hold', async () => {
    const store = await givenStreams();
    const upTo = (await store.head()) ?? '';
    const streams = openSqliteStreams(here.file, { upTo, prefix: 'mine-' });
    const names = streams?.namesAfter('mine-', 100) ?? [];
    expect(names).toEqual(names.toSorted());
    expect(names).toEqual(['mine-A', 'mine-A-0', 'mine-A-1', 'mine-A-2', 'mine-B', 'mine-B-0', 'mine-B-1', 'mine-B-2']);
    expect(streams?.namesAfter('mine-A-1', 2)).toEqual(['mine-A-2', 'mine-B']);
    expect([streams?.countAfter('mine-'), streams?.countAfter('mine-B')]).toEqual([12, 3]);
    streams?.close();
    await store.close();
  });

  test('gives each event once: those of its streams by stream, the others in the order of the log', async () => {
    const store = await givenStreams();
    const log = await all(store.readAll());
    const streams = openSqliteStreams(here.file, { upTo: log.at(-1)?.position ?? '', prefix: 'mine-' });
    const inStreams = log.filter(({ stream }) => stream.startsWith('mine-'));
    for (const name of streams?.namesAfter('mine-', 100) ?? [])
      expect(streams?.events(name)).toEqual(inStreams.filter(({ stream }) => stream === name));
    expect([...(streams?.others() ?? [])].flat()).toEqual(log.filter((event) => !inStreams.includes(event)));
    expect(inStreams.map(({ position }) => streams?.placeOf(position))).toEqual(inStreams.map((_, index) => index + 1));
    streams?.close();
    await store.close();
  });

  test('ends where it is told, whatever is appended later', async () => {
    const store = await givenStreams();
    const [, , , , fifth] = await all(store.readAll());
    const streams = openSqliteStreams(here.file, { upTo: fifth?.position ?? '', prefix: 'mine-' });
    expect(streams?.namesAfter('mine-', 100)).toEqual(['mine-A', 'mine-A-0', 'mine-B-0']);
    expect(streams?.events('mine-B')).toEqual([]);
    expect(streams?.countAfter('mine-')).toBe(3);
    streams?.close();
    await store.close();
  });

  test('cannot be read so where positions are missing, or beyond its end', async () => {
    const store = await givenStreams();
    const upTo = (await store.head()) ?? '';
    await store.close();
    expect(openSqliteStreams(here.file, { upTo: String(Number(upTo) + 1), prefix: 'mine-' })).toBeUndefined();
    changed("delete from events where stream = 'mine-A-1'");
    expect(openSqliteStreams(here.file, { upTo, prefix: 'mine-' })).toBeUndefined();
  });

  test('says what cannot be read, and that there is no store', async () => {
    const store = await givenStreams();
    const upTo = (await store.head()) ?? '';
    await store.close();
    changed("update events set data = '{' where stream = 'mine-A'");
    const streams = openSqliteStreams(here.file, { upTo, prefix: 'mine-' });
    expect(() => streams?.events('mine-A')).toThrow(StoreUnavailable);
    streams?.close();
    expect(() => openSqliteStreams(join(here.folder, 'none.db'), { upTo, prefix: 'mine-' })).toThrow(StoreUnusable);
  });
});

function changed(statement: string): void {
  const db = new DatabaseSync(here.file);
  db.exec(statement);
  db.close();
}
