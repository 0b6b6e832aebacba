import { expect } from '@jest/globals';
import { type Check, check } from '../check.ts';
import { all, anEvent, givenEvents, ids, someEvents } from '../given.ts';

const MINE = 'mine-XJ-0001';

/** Appending the same events again, because the first answer was lost. */
export const appendingAgain: readonly Check[] = [
  check('answers as the first time and stores nothing, however far the stream went on', async (store) => {
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

  check('is recognised while the first is still under way', async (store) => {
    const events = someEvents(2);
    const answers = await Promise.all([1, 2, 3].map(() => store.append(MINE, events, 'no-stream')));

    expect(answers.map((answer) => answer.duplicate).toSorted()).toEqual([false, true, true]);
    expect(new Set(answers.map((answer) => answer.position)).size).toBe(1);
    expect(ids(await all(store.readAll()))).toEqual(ids(events));
  }),

  check('is refused when only some of the events are there, or in another order', async (store) => {
    const [a = anEvent(), b = anEvent()] = await givenEvents(store, MINE, 2);
    for (const events of [[a, anEvent()], [anEvent(), b], [b, a], [a, b, anEvent()], [b]]) {
      await expect(store.append(MINE, events, 'no-stream')).rejects.toMatchObject({
        name: 'WrongExpectedRevision',
        actual: 1,
      });
    }
    expect(await all(store.readAll())).toHaveLength(2);
  }),

  check('at another place is a new append: ids are compared only where the append would have gone', async (store) => {
    const events = await givenEvents(store, MINE, 1);

    expect(await store.append('mine-GZ-0002', events, 'no-stream')).toMatchObject({ duplicate: false });
    expect(await store.append(MINE, events, 0)).toMatchObject({ duplicate: false, firstRevision: 1 });
    expect(await all(store.readAll())).toHaveLength(3);
  }),
];
