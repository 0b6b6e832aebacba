import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type StandIn, startStandIn } from '@rectify/kurrentdb-stand-in';
import {
  MAX_APPEND_BYTES,
  StoreOverloaded,
  StoreUnavailable,
  StoreUnusable,
  WrongExpectedRevision,
} from '../../src/event-store/errors.ts';
import type { EventStore } from '../../src/event-store/event-store.ts';
import { openReader, openStore } from '../../src/event-store/open-store.ts';
import { all, anEvent, deliveredUntil, givenEvents, ids, someEvents } from '../contract/given.ts';
import { withNewPrefix } from '../contract/kurrentdb-cluster.ts';

const MINE = 'mine-XJ-0001';

let standIn: StandIn;
let opened: { close(): Promise<void> }[];
beforeEach(() => {
  opened = [];
});
afterEach(async () => {
  await standIn.control.release();
  await Promise.all(opened.map((store) => store.close()));
  await standIn.close();
});

async function givenCluster(nodes = 1): Promise<void> {
  standIn = await startStandIn({ nodes });
}

async function open(url: string): Promise<EventStore> {
  const store = await openStore(url, { newStoreId: randomUUID });
  opened.push(store);
  return store;
}

/** A store whose attempts end soon, so that a test need not wait for those that get no answer. */
function openImpatient(): Promise<EventStore> {
  return open(withNewPrefix(standIn.url, '&defaultDeadline=1500'));
}

/** Resolves when a subscription stands. */
async function subscribed(): Promise<void> {
  while ((await standIn.control.report()).subscriptions === 0) await nextTurn();
}

describe('an append to a cluster', () => {
  test.each(['cut-after', 'time-out', 'hold'] as const)(
    'that was stored is answered as stored though its answer is lost: %s',
    async (how) => {
      await givenCluster();
      const store = await openImpatient();
      await givenEvents(store, MINE, 1);
      const events = someEvents(3);
      await standIn.control.misbehave({ call: 'append', how });

      const answer = await store.append(MINE, events, 0);

      expect((await standIn.control.report()).struck).toBe(1);
      expect(answer).toMatchObject({ firstRevision: 1, lastRevision: 3, duplicate: false });
      const stored = await all(store.readAll());
      expect(ids(stored.slice(1))).toEqual(ids(events));
      expect(stored.at(-1)?.position).toBe(answer.position);
      expect(await store.append(MINE, events, 0)).toEqual({ ...answer, duplicate: true });
    },
  );

  test.each(['refuse', 'cut-before', 'not-leader'] as const)('that was not stored is tried again: %s', async (how) => {
    await givenCluster();
    const store = await openImpatient();
    const events = someEvents(2);
    await standIn.control.misbehave({ call: 'append', how, times: 2 });

    expect(await store.append(MINE, events, 'no-stream')).toMatchObject({ lastRevision: 1, duplicate: false });

    expect((await standIn.control.report()).struck).toBe(2);
    expect(ids(await all(store.readAll()))).toEqual(ids(events));
  });

  test('that is stored but not answered yet stands in the way of another node’s', async () => {
    await givenCluster();
    const url = withNewPrefix(standIn.url, '&defaultDeadline=1500');
    const [one, other] = [await open(url), await open(url)];
    await standIn.control.misbehave({ call: 'append', how: 'hold' });
    const held = one.append(MINE, someEvents(1), 'no-stream');
    await expect(other.append(MINE, someEvents(2), 'no-stream')).rejects.toBeInstanceOf(WrongExpectedRevision);
    expect(await held).toMatchObject({ lastRevision: 0, duplicate: false });
  });

  test('is not taken for another node’s append of the same events', async () => {
    await givenCluster();
    const url = withNewPrefix(standIn.url);
    const [one, other] = [await open(url), await open(url)];
    const events = someEvents(2);

    const answers = await Promise.all([one, other].map((store) => store.append(MINE, events, 'no-stream')));

    expect(answers.map(({ duplicate }) => duplicate).toSorted()).toEqual([false, true]);
    expect(await all(one.readAll())).toHaveLength(2);
  });

  test('fails in the end while no node answers, and a later one is stored', async () => {
    await givenCluster();
    const store = await openImpatient();
    const before = await givenEvents(store, MINE, 1);
    await standIn.control.stopNode({ node: 0 });

    await expect(store.append(MINE, someEvents(1), 0)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(all(store.read(MINE))).rejects.toBeInstanceOf(StoreUnavailable);

    await standIn.control.startNode({ node: 0 });
    const events = someEvents(1);
    await store.append(MINE, events, 0);
    expect(ids(await all(store.read(MINE)))).toEqual(ids([...before, ...events]));
  });

  test('is refused at once when more waits than memory is kept for, and may come again', async () => {
    await givenCluster();
    const store = await open(withNewPrefix(standIn.url, '&defaultDeadline=60000'));
    const text = 'x'.repeat(MAX_APPEND_BYTES - '{"text":""}{}'.length);
    const largest = () => ({ ...anEvent({ text }), metadata: {} });
    const waiting = Array.from({ length: 64 }, (_, index) => store.append(`mine-${index}`, [largest()], 'no-stream'));
    const events = someEvents(1);

    await expect(store.append(MINE, events, 'no-stream')).rejects.toBeInstanceOf(StoreOverloaded);

    await Promise.all(waiting);
    expect(await store.append(MINE, events, 'no-stream')).toMatchObject({ duplicate: false });
  });

  test('that is under way when the store closes is answered first', async () => {
    await givenCluster();
    const store = await openImpatient();
    await standIn.control.misbehave({ call: 'append', how: 'cut-after' });
    const answer = store.append(MINE, someEvents(1), 'no-stream');
    await store.close();
    expect(await answer).toMatchObject({ lastRevision: 0, duplicate: false });
  });
});

describe('a cluster of three nodes', () => {
  test('goes on when another node leads', async () => {
    await givenCluster(3);
    const store = await openImpatient();
    const events = someEvents(6);
    for (const [index, event] of events.entries()) {
      await standIn.control.elect({ node: index % 3 });
      await store.append(MINE, [event], index === 0 ? 'no-stream' : index - 1);
      expect(ids(await all(store.read(MINE)))).toEqual(ids(events.slice(0, index + 1)));
    }
  });

  test('goes on when the node that leads is gone, and is found by the name of any', async () => {
    await givenCluster(3);
    const store = await open(withNewPrefix(standIn.discoverUrl));
    const before = await givenEvents(store, MINE, 1);
    await standIn.control.elect({ node: 1 });
    await standIn.control.stopNode({ node: 2 });
    const events = someEvents(1);
    await store.append(MINE, events, 0);
    expect(ids(await all(store.read(MINE)))).toEqual(ids([...before, ...events]));
  });

  test('is read as it is where it is written, though a node lags behind', async () => {
    await givenCluster(3);
    const store = await openImpatient();
    await standIn.control.holdBack({ node: 1 });
    await standIn.control.holdBack({ node: 2 });
    const events = await givenEvents(store, MINE, 3);
    expect(ids(await all(store.read(MINE)))).toEqual(ids(events));
    expect(ids(await all(store.readAll()))).toEqual(ids(events));
  });
});

describe('a subscription to a cluster', () => {
  test('loses and doubles nothing while its connection is cut, dropped, and its node stops', async () => {
    await givenCluster();
    const url = withNewPrefix(standIn.url);
    const store = await open(url);
    const total = 60;
    const delivered = deliveredUntil(store, { enough: (events) => events.length >= total * 2 });
    for (let stored = 0; stored < total; stored++) {
      await store.append(MINE, someEvents(2), stored === 0 ? 'no-stream' : stored * 2 - 1);
      if (stored % 5 === 0) await subscribed();
      if (stored % 20 === 5) await standIn.control.cutSubscriptions();
      if (stored % 20 === 10) await standIn.control.dropSubscriptions();
      if (stored % 20 === 15) {
        await standIn.control.stopNode({ node: 0 });
        await standIn.control.startNode({ node: 0 });
      }
    }
    const batches = await delivered;
    expect(batches.flat()).toEqual(await all(store.readAll()));
    expect(batches.every((batch) => batch.at(-1)?.append.index === 1)).toBe(true);
  });

  test('hears what another node stores', async () => {
    await givenCluster();
    const url = withNewPrefix(standIn.url);
    const [one, other] = [await open(url), await open(url)];
    const delivered = deliveredUntil(one, { enough: (events) => events.length >= 3 });
    const events = await givenEvents(other, MINE, 3);
    expect(ids((await delivered).flat())).toEqual(ids(events));
  });
});

describe('a cluster that wants TLS and a user', () => {
  const password = 'p@ss:w%rd/?#';

  test('takes both from the store URL', async () => {
    standIn = await startStandIn({ nodes: 3, tls: true, users: { ops: password } });
    for (const url of [standIn.url, standIn.discoverUrl]) {
      const store = await open(withNewPrefix(url));
      const events = someEvents(2);
      const delivered = deliveredUntil(store, { enough: (seen) => seen.length === 2 });
      await store.append(MINE, events, 'no-stream');
      expect(ids((await delivered).flat())).toEqual(ids(events));
    }
  });

  test.each([
    ['another password', (url: string) => url.replace('ops:', 'ops:not-')],
    ['another authority', (url: string) => url.replace(/&tlsCaFile=[^&]*/, '')],
  ])('refuses %s, and the error repeats no password', async (_, changed) => {
    standIn = await startStandIn({ tls: true, users: { ops: password } });
    const opening = openStore(withNewPrefix(changed(standIn.url), '&defaultDeadline=1500'), { newStoreId: randomUUID });
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailable);
    const error = await opening.catch((reason: unknown) => reason);
    expect(inspect(error, { depth: 10 })).not.toMatch(/p@ss|p%40ss|w%rd|w%25rd/);
  });
});

describe('an operator is told, once each,', () => {
  let notices: string[];
  async function openTelling(options = ''): Promise<EventStore> {
    notices = [];
    const url = withNewPrefix(standIn.url, options);
    const store = await openStore(url, { newStoreId: randomUUID, onNotice: (notice) => notices.push(notice) });
    opened.push(store);
    return store;
  }
  const told = (what: RegExp) => notices.filter((notice) => what.test(notice));

  test('that the cluster is lost, and that it is found again', async () => {
    await givenCluster();
    const store = await openTelling('&defaultDeadline=1500');
    await givenEvents(store, MINE, 1);
    expect(notices).toEqual([]);
    await standIn.control.stopNode({ node: 0 });
    await Promise.allSettled([all(store.read(MINE)), ...[1, 2].map(() => store.append(MINE, someEvents(1), 0))]);
    await standIn.control.startNode({ node: 0 });
    await all(store.read(MINE));
    await store.append(MINE, someEvents(1), 0);
    expect(notices.toSorted()).toEqual([
      expect.stringMatching(/^Appending to KurrentDB at .* does not work now and is tried again: ./),
      expect.stringMatching(/^Appending to KurrentDB at .* works again\.$/),
      expect.stringMatching(/^Reading from KurrentDB at .* does not work now and is tried again: ./),
      expect.stringMatching(/^Reading from KurrentDB at .* works again\.$/),
    ]);
  });

  test('that another node leads', async () => {
    await givenCluster(3);
    const store = await openTelling();
    await givenEvents(store, MINE, 1);
    await standIn.control.elect({ node: 2 });
    await store.append(MINE, someEvents(1), 0);
    await store.append(MINE, someEvents(1), 1);
    const port = standIn.nodes[2]?.port;
    expect(told(/leads/)).toEqual([expect.stringMatching(new RegExp(`^Another node of .* leads now: .*:${port}\\.$`))]);
  });

  test('that its subscription was cut and stands again', async () => {
    await givenCluster();
    const store = await openTelling();
    await givenEvents(store, MINE, 1);
    const delivered = deliveredUntil(store, { enough: (events) => events.length >= 2 });
    await subscribed();
    await standIn.control.dropSubscriptions();
    while (told(/resumed/).length === 0) await nextTurn();
    await store.append(MINE, someEvents(1), 0);
    await delivered;
    expect(notices).toEqual([
      expect.stringMatching(/^The subscription to KurrentDB at .* was resumed after it was cut: ./),
    ]);
  });

  test('without the password', async () => {
    const password = 'p@ss:w%rd/?#';
    standIn = await startStandIn({ tls: true, users: { ops: password } });
    const store = await openTelling('&defaultDeadline=1500');
    await standIn.control.stopNode({ node: 0 });
    await Promise.allSettled([all(store.read(MINE)), store.append(MINE, someEvents(1), 'no-stream')]);
    expect(notices).toHaveLength(2);
    expect(notices.join()).not.toMatch(/p@ss|p%40ss|w%rd|w%25rd/);
    await standIn.control.startNode({ node: 0 });
  });
});

describe('a clock', () => {
  test.each([60_000, -60_000])(
    'that is off by %i ms is told from the cluster’s, until it is set right',
    async (off) => {
      await givenCluster();
      let shift = off;
      const now = () => Date.now() + shift;
      const store = await openStore(withNewPrefix(standIn.url), { newStoreId: randomUUID, now });
      opened.push(store);
      const error = await store.clockError?.();
      expect(Math.sign(error ?? 0)).toBe(Math.sign(off));
      expect(Math.abs(error ?? 0)).toBeGreaterThan(2_000);
      expect(Math.abs(error ?? 0)).toBeLessThanOrEqual(60_000);
      shift = 1_000;
      expect(await store.clockError?.()).toBe(0);
      expect(await all(store.readAll())).toEqual([]);
    },
  );

  test('that goes wrong later is noticed by an append', async () => {
    await givenCluster();
    let shift = 0;
    const now = () => Date.now() + shift;
    const store = await openStore(withNewPrefix(standIn.url), { newStoreId: randomUUID, now });
    opened.push(store);
    expect(await store.clockError?.()).toBe(0);
    shift = 60_000;
    await givenEvents(store, MINE, 1);
    while ((await store.clockError?.()) === 0) await nextTurn();
    expect(await store.clockError?.()).toBeGreaterThan(50_000);
  });
});

describe('reading a cluster', () => {
  test.each(['refuse', 'cut-before', 'cut-after', 'not-leader', 'hold'] as const)(
    'is tried again when it fails on the way: %s',
    async (how) => {
      await givenCluster();
      const store = await openImpatient();
      const events = await givenEvents(store, MINE, 5);
      for (const read of [() => store.read(MINE), () => store.readAll()]) {
        await standIn.control.misbehave({ call: 'read', how });
        expect(ids(await all(read()))).toEqual(ids(events));
      }
      expect((await standIn.control.report()).struck).toBe(2);
    },
  );

  test('never takes an answer that was cut off for an empty one', async () => {
    await givenCluster();
    const store = await openImpatient();
    const events = await givenEvents(store, MINE, 3);
    const reads = [() => store.read(MINE), () => store.read(MINE, { backwards: true }), () => store.readAll()];
    const times = 25;
    for (let time = 0; time < times; time++)
      for (const read of reads) {
        await standIn.control.misbehave({ call: 'read', how: 'cut-before' });
        expect(await all(read())).toHaveLength(events.length);
      }
    expect((await standIn.control.report()).struck).toBe(times * reads.length);
  });
});

describe('the stores of one cluster', () => {
  test('have an id that all their nodes agree on, also when they begin at the same moment', async () => {
    await givenCluster();
    const url = withNewPrefix(standIn.url);
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    expect(new Set(stores.map(({ storeId }) => storeId)).size).toBe(1);
    expect(await all((await open(url)).readAll())).toEqual([]);
    expect((await open(withNewPrefix(standIn.url))).storeId).not.toBe(stores[0]?.storeId);
  });

  test('see nothing of each other', async () => {
    await givenCluster();
    const [one, other] = [await open(`${standIn.url}&prefix=a`), await open(`${standIn.url}&prefix=ab`)];
    const events = await givenEvents(one, MINE, 2);
    await givenEvents(other, MINE, 3);
    await givenEvents(other, `-${MINE}`, 1);
    expect(ids(await all(one.readAll()))).toEqual(ids(events));
    expect(await one.head()).toBe((await all(one.read(MINE))).at(-1)?.position);
  });

  test('are opened for reading only where they are', async () => {
    await givenCluster();
    const url = withNewPrefix(standIn.url);
    await expect(openReader(url)).rejects.toBeInstanceOf(StoreUnusable);
    const store = await open(url);
    const events = await givenEvents(store, MINE, 2);
    const reader = await openReader(url);
    opened.push(reader);
    expect(reader.storeId).toBe(store.storeId);
    expect(ids(await all(reader.readAll()))).toEqual(ids(events));
  });
});
