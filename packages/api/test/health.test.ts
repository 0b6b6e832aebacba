import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import {
  createEngine,
  type EventStore,
  type OpenStoreOptions,
  openStore,
  type RecordedEvent,
  StoreOverloaded,
  StoreUnavailable,
} from '@rectify/engine';
import { NotFolding, startProjector } from '@rectify/projections';
import { z } from 'zod';
import type { ServerOptions } from '../src/index.ts';
import { givenMine, givenServer, mine, note, temporaryFolder } from './given.ts';

/** Opens stores in memory on a disk that can be full, and to which more can be sent than it takes. */
function diskThatCanBeFull() {
  const disk = { full: false, overloaded: false };
  const open = async (_url: string, options: OpenStoreOptions): Promise<EventStore> => {
    const store = await openStore('memory:', options);
    return {
      ...store,
      async append(...append) {
        if (disk.overloaded) throw new StoreOverloaded();
        if (disk.full) throw new StoreUnavailable('The disk is full.');
        return store.append(...append);
      },
    };
  };
  return { disk, open };
}

/** Opens stores for a Rectify that does not know a type of event yet. */
function notKnowing(type: string) {
  const seen = (batch: RecordedEvent[]) =>
    batch.map((event) => (event.type === type ? { ...event, type: 'Exploded' } : event));
  return async (url: string, options: OpenStoreOptions): Promise<EventStore> => {
    const store = await openStore(url, options);
    return {
      ...store,
      async *subscribe(...from) {
        for await (const batch of store.subscribe(...from)) yield seen(batch);
      },
    };
  };
}

/** Opens a store, whatever a server's configuration names, of which no more than about so many events are read before it may go on. */
function readingNoFurtherThan(events: number, url: string) {
  const { promise: going, resolve: goOn } = Promise.withResolvers<void>();
  const open = async (_named: string, options: OpenStoreOptions): Promise<EventStore> => {
    const store = await openStore(url, options);
    return {
      ...store,
      async *readAll(...from) {
        let read = 0;
        for await (const batch of store.readAll(...from)) {
          yield batch;
          read += batch.length;
          if (read > events) await going;
        }
      },
    };
  };
  return { open, goOn };
}

/** Stores a mine with so many notes, copies of one that was sent, a hundred to an append. */
async function storesAMineWithNotes(url: string, notes: number): Promise<void> {
  const store = await openStore(url, { newStoreId: () => 'store-1' });
  const person = { id: 'i-1', role: 'inspector', office: 'tax', regions: 'all', mines: [] } as const;
  const engine = createEngine({ store, clock: () => '2018-11-05T10:00:00+08:00', newId: () => crypto.randomUUID() });
  await engine.register({ person, commandId: 'registration', data: mine('XJ-1') });
  await engine.send({ ...note, mineId: 'XJ-1', person, commandId: 'note' });
  for await (const [{ type, data, metadata } = { type: '', data: {}, metadata: {} }] of store.read('mine-XJ-1', {
    from: 1,
  })) {
    for (let written = 0; written < notes; written += 100) {
      const copies = Array.from({ length: 100 }, () => ({ eventId: crypto.randomUUID(), type, data, metadata }));
      await store.append('mine-XJ-1', copies, written + 1);
    }
  }
  await store.close();
}

describe('a node is ready', () => {
  test('when it can store, and its read side has come to the head of the log', async () => {
    await using server = await givenServer();
    await givenMine(server, 'XJ-1');
    const answer = await server.get('/health/ready');
    const body = { status: 'ready', reasons: [], position: '1', behindSince: null, rebuilding: null, mails: null };
    expect([answer.status, answer.body]).toEqual([200, body]);
  });

  test('not while the disk is full; what is sent meanwhile is answered 503, and stored when there is room', async () => {
    const { disk, open } = diskThatCanBeFull();
    await using server = await givenServer({ open });
    await givenMine(server, 'XJ-1');
    const asking = { as: await server.signIn({ role: 'inspector' }), headers: { 'Idempotency-Key': 'a key' } };

    disk.full = true;
    const refused = await server.post('/v1/mines/XJ-1/events', note, asking);
    expect([refused.status, refused.body.type, refused.headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
    const unready = await server.get('/health/ready');
    expect([unready.status, unready.body.status]).toEqual([503, 'not-ready']);
    expect(unready.text).toContain('The disk is full.');
    expect((await server.get('/v1/mines/XJ-1', asking)).body.revision).toBe(0);

    disk.full = false;
    const stored = await server.post('/v1/mines/XJ-1/events', note, asking);
    expect([stored.status, stored.body.duplicate]).toEqual([201, false]);
    expect((await server.get('/health/ready')).status).toBe(200);
  });

  test('not while its clock is off; then again', async () => {
    let off = 3_250;
    const open = async (_url: string, options: OpenStoreOptions): Promise<EventStore> => ({
      ...(await openStore('memory:', options)),
      clockError: async () => off,
    });
    await using server = await givenServer({ open });
    const unready = await server.get('/health/ready');
    expect([unready.status, unready.body.reasons]).toEqual([
      503,
      [expect.stringContaining("This node's clock is 3.3 seconds ahead of the store's")],
    ]);
    off = 0;
    expect((await server.get('/health/ready')).status).toBe(200);
  });

  test('not while its read side stands still at an event of a newer Rectify: lists say since when they lack something, until that Rectify starts', async () => {
    let now = '2018-11-05T10:00:00+08:00';
    const data = temporaryFolder();
    const starting = { data, store: `sqlite:${join(data, 'events.db')}`, clock: () => now };
    const older = await givenServer({ ...starting, open: notKnowing('NoteAdded') });
    await givenMine(older, 'XJ-1');
    const as = await older.signIn({ role: 'inspector' });
    expect((await older.post('/v1/mines/XJ-1/events', note, { as })).status).toBe(201);
    now = '2018-11-05T11:00:00+08:00';
    const later = await older.post('/v1/mines', mine('XJ-2'), { as });
    const after = { 'Rectify-After': later.headers.get('rectify-position') ?? '' };

    const why = /Event 1 of mine-XJ-1 \(Exploded, position 2\) cannot be folded/;
    const unready = await older.get('/health/ready');
    expect([unready.status, unready.body]).toMatchObject([
      503,
      { reasons: [expect.stringMatching(why)], position: '1', behindSince: '2018-11-05T10:00:00+08:00' },
    ]);
    const list = await older.get('/v1/mines', { as });
    expect([list.status, list.body.total, list.headers.get('rectify-position')]).toEqual([200, 1, '1']);
    expect(list.headers.get('rectify-behind-since')).toBe('2018-11-05T10:00:00+08:00');
    const waiting = await older.get('/v1/mines', { as, headers: after });
    expect([waiting.status, waiting.body.type, waiting.headers.get('rectify-behind-since')]).toEqual([
      503,
      'not-yet-known',
      '2018-11-05T10:00:00+08:00',
    ]);
    const { text } = await older.get('/metrics');
    expect(text).toContain('rectify_read_side_lag_seconds 3600');
    expect(text).toContain('rectify_read_side_folded_events_total 1');
    await older.close();

    await using newer = await givenServer(starting);
    const whole = await newer.get('/v1/mines', { as: await newer.signIn({ role: 'inspector' }), headers: after });
    expect([whole.status, whole.body.total, whole.headers.get('rectify-behind-since')]).toEqual([200, 2, null]);
    expect((await newer.get('/health/ready')).body).toMatchObject({ status: 'ready', behindSince: null });
    expect((await newer.get('/metrics')).text).toContain('rectify_read_side_lag_seconds 0');
  });

  test('while it has too much to do; what is sent meanwhile is answered 503 with when to try again, and stored then', async () => {
    const { disk, open } = diskThatCanBeFull();
    await using server = await givenServer({ open });
    await givenMine(server, 'XJ-1');
    const asking = { as: await server.signIn({ role: 'inspector' }), headers: { 'Idempotency-Key': 'a key' } };

    disk.overloaded = true;
    const refused = await server.post('/v1/mines/XJ-1/events', note, asking);
    expect([refused.status, refused.body.type, refused.headers.get('retry-after')]).toEqual([503, 'unavailable', '1']);
    expect(refused.body.detail).toContain('Nothing of this was stored');
    expect((await server.get('/health/ready')).status).toBe(200);

    disk.overloaded = false;
    const stored = await server.post('/v1/mines/XJ-1/events', note, asking);
    expect([stored.status, stored.body.duplicate]).toEqual([201, false]);
  });
});

test('what nobody foresaw is answered without telling anything of it, under a number that the log has too', async () => {
  const open = async (_url: string, options: OpenStoreOptions): Promise<EventStore> => ({
    ...(await openStore('memory:', options)),
    append: async () => {
      throw new Error('the password is swordfish');
    },
  });
  await using server = await givenServer({ open });
  const as = await server.signIn({ role: 'inspector' });
  const answer = await server.post('/v1/mines', { name: 'x' }, { as });
  expect(answer.status).toBe(422);
  const broken = await server.post(
    '/v1/mines',
    { name: 'x', region: 'CN-XJ', operator: { id: 'o', name: 'O' }, capacity: { amount: 1, unit: 'MW' } },
    { as },
  );
  expect([broken.status, broken.body.type]).toEqual([500, 'unexpected']);
  expect(broken.body.instance).toBe(`urn:uuid:${broken.headers.get('request-id')}`);
  expect(broken.text).not.toContain('swordfish');
});

test('the figures for Prometheus tell how long which route took', async () => {
  await using server = await givenServer();
  await givenMine(server, 'XJ-1');
  const { text, headers } = await server.get('/metrics');
  expect(headers.get('content-type')).toContain('text/plain');
  expect(text).toContain(
    'rectify_http_request_duration_seconds_count{method="POST",route="registerMine",status="201"} 1',
  );
  expect(text).not.toContain('XJ-1');
});

test('a node whose folding thread ended is not ready and says why; lists stay readable', async () => {
  const data = temporaryFolder();
  const url = `sqlite:${join(data, 'events.db')}`;
  const threads: Worker[] = [];
  const began = (message: unknown) => threads.push(z.object({ worker: z.instanceof(Worker) }).parse(message).worker);
  subscribe('worker_threads', began);
  await using server = await givenServer({ data, store: url });
  unsubscribe('worker_threads', began);
  await givenMine(server, 'XJ-1');
  const as = await server.signIn({ role: 'analyst' });
  const { position } = (await server.get('/health/ready')).body;
  for (const thread of threads) await thread.terminate();
  await givenMine(server, 'XJ-2');
  const unready = await server.get('/health/ready');
  expect(unready.status).toBe(503);
  expect(unready.body).toMatchObject({
    reasons: ['The read side stands still: The read side is stopped. The thread that folds ended.'],
    position,
  });
  expect((await server.get('/v1/mines', { as })).body.total).toBe(1);
  const asked = await server.get('/v1/mines', { as, headers: { 'Rectify-After': '2' } });
  expect([asked.status, asked.body.type]).toEqual([503, 'not-yet-known']);
  const admin = await server.signIn({ role: 'admin' });
  await server.post('/v1/rebuild', {}, { as: admin });
  expect((await server.get('/v1/rebuild', { as: admin })).body).toMatchObject({
    state: 'failed',
    detail: 'The thread that folds ended.',
  });
});

test('a node that fills its read side says how far it is, answers nothing else meanwhile, and all when it is filled', async () => {
  const data = temporaryFolder();
  const url = `sqlite:${join(data, 'events.db')}`;
  await storesAMineWithNotes(url, 5_200);
  const { open, goOn } = readingNoFurtherThan(5_000, url);
  const seen = Promise.withResolvers<{
    readonly ready: Response;
    readonly list: Response;
    readonly page: Response;
    readonly figures: string;
  }>();
  const onFilling: ServerOptions['onFilling'] = ({ address }) => {
    const ask = (path: string, init: RequestInit = {}) => fetch(address + path, init);
    const browser = { headers: { Accept: 'text/html,*/*;q=0.8' } };
    Promise.all([
      ask('/health/ready'),
      ask('/v1/mines'),
      ask('/mines', browser),
      ask('/metrics').then((answer) => answer.text()),
    ])
      .then(([ready, list, page, figures]) => seen.resolve({ ready, list, page, figures }), seen.reject)
      .finally(goOn);
  };
  // No file is named that the thread which folds could read itself.
  await using server = await givenServer({ data, store: `sqlite:${join(data, 'none.db')}`, open, onFilling });
  const { ready, list, page, figures } = await seen.promise;
  expect(await ready.json()).toMatchObject({
    status: 'not-ready',
    reasons: [expect.stringMatching(/^The read side is being filled from the log: \d+ % of it is there\.$/)],
    position: null,
    rebuilding: { events: expect.any(Number), share: expect.any(Number) },
  });
  expect([list.status, list.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await list.json()).toMatchObject({ type: 'not-yet-known', detail: expect.stringContaining('being filled') });
  expect([page.status, page.headers.get('refresh')]).toEqual([503, '5']);
  expect(await page.text()).toMatch(/正在根据记录重新生成列表.*\n<p>The read side is being filled from the log: \d+ %/);
  expect(figures).toMatch(/^rectify_read_side_rebuild_share 0/m);
  expect((await server.get('/health/ready')).status).toBe(200);
  expect((await server.get('/metrics')).text).toMatch(/^rectify_read_side_rebuild_share 1$/m);
  const as = await server.signIn({ role: 'analyst' });
  expect((await server.get('/v1/mines', { as })).body.total).toBe(1);
});

test('a rebuild of the read side that the end of a server cut off goes on when the next one starts', async () => {
  const data = temporaryFolder();
  const url = `sqlite:${join(data, 'events.db')}`;
  const first = await givenServer({ data, store: url });
  for (const mineId of ['XJ-1', 'XJ-2', 'XJ-3']) await givenMine(first, mineId);
  await first.close();
  const store = await openStore(url, { newStoreId: () => 'never new' });
  const projector = startProjector({ store, file: join(data, 'read.db') });
  let closing: Promise<void> | undefined;
  await expect(
    projector.rebuild(() => {
      closing ??= projector.close();
    }),
  ).rejects.toThrow(NotFolding);
  await closing;
  await store.close();

  await using server = await givenServer({ data, store: url });
  const as = await server.signIn({ role: 'admin' });
  let rebuild = await server.get('/v1/rebuild', { as });
  while (rebuild.body.state === 'running') rebuild = await server.get('/v1/rebuild', { as });
  expect(rebuild.body).toMatchObject({ state: 'done', share: 1 });
  expect((await server.get('/v1/mines', { as: await server.signIn({ role: 'analyst' }) })).body.total).toBe(3);
});
