import { expect } from '@jest/globals';
import { WrongExpectedRevision } from '../../../src/event-store/errors.ts';
import type { NewEvent } from '../../../src/event-store/event-store.ts';
import { type Check, check } from '../check.ts';
import { all, anEvent, givenEvents, ids, someEvents } from '../given.ts';

const MINE = 'mine-XJ-0001';

/** Expected revisions, atomicity and order of appends. */
export const appending: readonly Check[] = [
  check('an append numbers the events of a stream from 0 and answers where they are', async (store) => {
    const first = await store.append(MINE, someEvents(2), 'no-stream');
    const second = await store.append(MINE, someEvents(3), 1);

    expect(first).toMatchObject({ firstRevision: 0, lastRevision: 1, duplicate: false });
    expect(second).toMatchObject({ firstRevision: 2, lastRevision: 4, duplicate: false });
    const stored = await all(store.read(MINE));
    expect(stored.map((event) => event.revision)).toEqual([0, 1, 2, 3, 4]);
    expect(stored[1]?.position).toBe(first.position);
    expect(stored[4]?.position).toBe(second.position);
  }),

  check('an append stores what it was given and says which part of it each event is', async (store) => {
    const events = [anEvent({ note: 'smoke at the shaft', level: 3 }), { ...anEvent(), type: 'MineClosed' }];
    const { position } = await store.append(MINE, events, 'no-stream');

    const [first, second] = await all(store.read(MINE));
    expect(first).toEqual({
      ...events[0],
      stream: MINE,
      revision: 0,
      position: expect.any(String),
      append: { index: 0, size: 2 },
    });
    expect(second).toEqual({ ...events[1], stream: MINE, revision: 1, position, append: { index: 1, size: 2 } });
  }),

  ...(
    [
      { stored: 0, expected: 0, actual: 'no-stream' },
      { stored: 0, expected: 7, actual: 'no-stream' },
      { stored: 2, expected: 'no-stream', actual: 1 },
      { stored: 2, expected: 0, actual: 1 },
      { stored: 2, expected: 2, actual: 1 },
    ] as const
  ).map(({ stored, expected, actual }) =>
    check(`an append that expects ${expected} is refused when the stream has ${stored} events`, async (store) => {
      const before = await givenEvents(store, MINE, stored);

      const refused = store.append(MINE, someEvents(2), expected);

      await expect(refused).rejects.toBeInstanceOf(WrongExpectedRevision);
      await expect(refused).rejects.toMatchObject({ stream: MINE, expected, actual });
      expect(ids(await all(store.readAll()))).toEqual(ids(before));
    }),
  ),

  check('streams do not disturb each other, also when one name begins with another', async (store) => {
    await store.append('mine-1', someEvents(1), 'no-stream');
    await store.append('mine-10', someEvents(2), 'no-stream');
    await store.append('MINE-1', someEvents(3), 'no-stream');

    expect(await all(store.read('mine-1'))).toHaveLength(1);
    expect(await all(store.read('mine-10'))).toHaveLength(2);
    expect(await all(store.read('MINE-1'))).toHaveLength(3);
  }),

  check('one bad event of a batch keeps the whole batch out', async (store) => {
    const events: NewEvent[] = [anEvent(), anEvent({ depth: Number.NaN }), anEvent()];
    await expect(store.append(MINE, events, 'no-stream')).rejects.toMatchObject({ name: 'InvalidAppend' });

    expect(await store.head()).toBeUndefined();
    expect(await all(store.read(MINE))).toEqual([]);
  }),

  check('neither the caller nor a reader can change a stored event through its objects', async (store) => {
    const findings = ['loose prop'];
    const appended = store.append(MINE, [anEvent({ findings })], 'no-stream');
    findings.push('added afterwards');
    await appended;
    for (const event of await all(store.read(MINE))) Object.assign(event.data, { findings: [] });

    expect((await all(store.read(MINE)))[0]?.data).toEqual({ findings: ['loose prop'] });
  }),

  check('of 16 appends with the same expectation one wins and 15 learn where the stream is', async (store) => {
    await givenEvents(store, MINE, 1);
    const outcomes = await Promise.allSettled(Array.from({ length: 16 }, () => store.append(MINE, someEvents(2), 0)));

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect(outcome.reason).toMatchObject({ name: 'WrongExpectedRevision', expected: 0, actual: 2 });
      }
    }
    expect(await all(store.read(MINE))).toHaveLength(3);
  }),

  check('appends to many streams at the same time are all stored where their answers say', async (store) => {
    const appends = Array.from({ length: 300 }, (_, index) => ({
      stream: `mine-${index}`,
      events: someEvents(1 + (index % 3)),
    }));
    const answers = await Promise.all(appends.map(({ stream, events }) => store.append(stream, events, 'no-stream')));

    const stored = await all(store.readAll());
    for (const [index, { events }] of appends.entries()) {
      const last = stored.findIndex((event) => event.position === answers[index]?.position);
      expect(ids(stored.slice(last - events.length + 1, last + 1))).toEqual(ids(events));
    }
    expect(stored).toHaveLength(appends.flatMap(({ events }) => events).length);
  }),
];
