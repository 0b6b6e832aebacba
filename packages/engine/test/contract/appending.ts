import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WrongExpectedRevision } from '../../src/event-store/errors.ts';
import type { EventStore, NewEvent } from '../../src/event-store/event-store.ts';
import { all, anEvent, givenEvents, ids, type OpenStore, onStore, someEvents } from './given.ts';

const MINE = 'mine-XJ-0001';

/** Expected revisions, idempotence, atomicity and order of appends. */
export function appending(open: OpenStore): void {
  describe('appending', () => {
    test(
      'numbers the events of a stream from 0 and answers where they are',
      onStore(open, async (store) => {
        const first = await store.append(MINE, someEvents(2), 'no-stream');
        const second = await store.append(MINE, someEvents(3), 1);

        expect(first).toMatchObject({ firstRevision: 0, lastRevision: 1, duplicate: false });
        expect(second).toMatchObject({ firstRevision: 2, lastRevision: 4, duplicate: false });
        const stored = await all(store.read(MINE));
        expect(stored.map((event) => event.revision)).toEqual([0, 1, 2, 3, 4]);
        expect(stored[1]?.position).toBe(first.position);
        expect(stored[4]?.position).toBe(second.position);
      }),
    );

    test(
      'stores what it was given and says which part of which append each event is',
      onStore(open, async (store) => {
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
    );

    test.each([
      { stored: 0, expected: 0, actual: 'no-stream' },
      { stored: 0, expected: 7, actual: 'no-stream' },
      { stored: 2, expected: 'no-stream', actual: 1 },
      { stored: 2, expected: 0, actual: 1 },
      { stored: 2, expected: 2, actual: 1 },
    ] as const)(
      'refuses an append that expects $expected when the stream has $stored events',
      async ({ stored, expected, actual }) => {
        await onStore(open, async (store) => {
          const before = await givenEvents(store, MINE, stored);

          const refused = store.append(MINE, someEvents(2), expected);

          await expect(refused).rejects.toBeInstanceOf(WrongExpectedRevision);
          await expect(refused).rejects.toMatchObject({ stream: MINE, expected, actual });
          expect(ids(await all(store.readAll()))).toEqual(ids(before));
        })();
      },
    );

    test(
      'streams do not disturb each other, also when one name begins with another',
      onStore(open, async (store) => {
        await store.append('mine-1', someEvents(1), 'no-stream');
        await store.append('mine-10', someEvents(2), 'no-stream');
        await store.append('MINE-1', someEvents(3), 'no-stream');

        expect(await all(store.read('mine-1'))).toHaveLength(1);
        expect(await all(store.read('mine-10'))).toHaveLength(2);
        expect(await all(store.read('MINE-1'))).toHaveLength(3);
      }),
    );

    test(
      'one bad event of a batch keeps the whole batch out',
      onStore(open, async (store) => {
        const events: NewEvent[] = [anEvent(), anEvent({ depth: Number.NaN }), anEvent()];
        await expect(store.append(MINE, events, 'no-stream')).rejects.toMatchObject({ name: 'InvalidAppend' });

        expect(await store.head()).toBeUndefined();
        expect(await all(store.read(MINE))).toEqual([]);
      }),
    );

    test(
      'neither the caller nor a reader can change a stored event through its objects',
      onStore(open, async (store) => {
        const findings = ['loose prop'];
        const appended = store.append(MINE, [anEvent({ findings })], 'no-stream');
        findings.push('added afterwards');
        await appended;
        for (const event of await all(store.read(MINE))) Object.assign(event.data, { findings: [] });

        expect((await all(store.read(MINE)))[0]?.data).toEqual({ findings: ['loose prop'] });
      }),
    );
  });

  describe('appending the same events again', () => {
    test(
      'answers as the first time and stores nothing, however far the stream went on',
      onStore(open, async (store) => {
        const first = someEvents(2);
        const second = someEvents(3);
        const firstAnswer = await store.append(MINE, first, 'no-stream');
        const secondAnswer = await store.append(MINE, second, 1);
        await store.append('mine-GZ-0002', someEvents(1), 'no-stream');
        const head = await store.head();

        expect(await store.append(MINE, first, 'no-stream')).toEqual({ ...firstAnswer, duplicate: true });
        expect(await store.append(MINE, second, 1)).toEqual({ ...secondAnswer, duplicate: true });
        expect(await store.head()).toBe(head);
      }),
    );

    test(
      'is recognised while the first is still under way',
      onStore(open, async (store) => {
        const events = someEvents(2);
        const answers = await Promise.all([1, 2, 3].map(() => store.append(MINE, events, 'no-stream')));

        expect(answers.map((answer) => answer.duplicate)).toEqual([false, true, true]);
        expect(new Set(answers.map((answer) => answer.position)).size).toBe(1);
        expect(await all(store.readAll())).toHaveLength(2);
      }),
    );

    test(
      'is refused when only some of them are there, or in another order',
      onStore(open, async (store) => {
        const [a = anEvent(), b = anEvent()] = await givenEvents(store, MINE, 2);
        for (const events of [[a, anEvent()], [anEvent(), b], [b, a], [a, b, anEvent()], [b]]) {
          await expect(store.append(MINE, events, 'no-stream')).rejects.toMatchObject({
            name: 'WrongExpectedRevision',
            actual: 1,
          });
        }
        expect(await all(store.readAll())).toHaveLength(2);
      }),
    );

    test(
      'at another place is a new append: ids are compared only where the append would have gone',
      onStore(open, async (store) => {
        const events = await givenEvents(store, MINE, 1);

        expect(await store.append('mine-GZ-0002', events, 'no-stream')).toMatchObject({ duplicate: false });
        expect(await store.append(MINE, events, 0)).toMatchObject({ duplicate: false, firstRevision: 1 });
      }),
    );
  });

  describe('appending at the same time', () => {
    test(
      'of 16 appends with the same expectation one wins and 15 learn where the stream is',
      onStore(open, async (store) => {
        await givenEvents(store, MINE, 1);
        const outcomes = await Promise.allSettled(
          Array.from({ length: 16 }, () => store.append(MINE, someEvents(2), 0)),
        );

        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') {
            expect(outcome.reason).toMatchObject({ name: 'WrongExpectedRevision', expected: 0, actual: 2 });
          }
        }
        expect(await all(store.read(MINE))).toHaveLength(3);
      }),
    );

    test(
      'appends to many streams are all stored where their answers say',
      onStore(open, async (store) => {
        const appends = Array.from({ length: 300 }, (_, index) => ({
          stream: `mine-${index}`,
          events: someEvents(1 + (index % 3)),
        }));
        const answers = await Promise.all(
          appends.map(({ stream, events }) => store.append(stream, events, 'no-stream')),
        );

        const stored = await all(store.readAll());
        for (const [index, { events }] of appends.entries()) {
          const last = stored.findIndex((event) => event.position === answers[index]?.position);
          expect(ids(stored.slice(last - events.length + 1, last + 1))).toEqual(ids(events));
        }
        expect(stored).toHaveLength(appends.flatMap(({ events }) => events).length);
      }),
    );

    test('whatever is sent, revisions are dense, positions increase, and what is read is what was acknowledged', async () => {
      const sends = fc.array(
        fc.record({
          stream: fc.constantFrom('a', 'b', 'c'),
          expected: fc.integer({ min: -1, max: 6 }),
          size: fc.integer({ min: 1, max: 4 }),
        }),
        { minLength: 1, maxLength: 40 },
      );
      await fc.assert(
        fc.asyncProperty(sends, async (planned) => {
          await onStore(open, (store) => acknowledgedIsStored(store, planned))();
        }),
        { numRuns: 25 },
      );
    });
  });
}

async function acknowledgedIsStored(
  store: EventStore,
  planned: readonly { stream: string; expected: number; size: number }[],
): Promise<void> {
  const acknowledged = new Map<string, Map<number, string>>();
  await Promise.allSettled(
    planned.map(async ({ stream, expected, size }) => {
      const events = someEvents(size);
      const { firstRevision } = await store.append(stream, events, expected === -1 ? 'no-stream' : expected);
      const known = acknowledged.get(stream) ?? new Map();
      for (const [index, { eventId }] of events.entries()) known.set(firstRevision + index, eventId);
      acknowledged.set(stream, known);
    }),
  );
  const everything = await all(store.readAll());
  for (const [stream, known] of acknowledged) {
    const stored = await all(store.read(stream));
    expect(stored.map((event) => event.revision)).toEqual(stored.map((_, index) => index));
    expect(new Map(stored.map((event) => [event.revision, event.eventId]))).toEqual(known);
    expect(everything.filter((event) => event.stream === stream)).toEqual(stored);
  }
  for (const [index, event] of everything.entries()) {
    const before = everything[index - 1];
    if (before) expect(store.compare(before.position, event.position)).toBeLessThan(0);
  }
  expect(everything).toHaveLength([...acknowledged.values()].reduce((sum, known) => sum + known.size, 0));
}
