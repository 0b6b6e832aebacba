import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type EventReader, openStore, type RecordedEvent } from '@rectify/engine';
import { compareWithStore } from './ledger.ts';

describe('whoever compares a store with what was acknowledged', () => {
  test.each<[string, (events: RecordedEvent[]) => RecordedEvent[], object]>([
    ['nothing wrong', (events) => events, { found: 6, lost: 0, doubled: 0, faults: [] }],
    ['a lost append', (events) => events.slice(0, -2), { found: 4, lost: 2, doubled: 0, faults: [] }],
    ['half an append', (events) => events.slice(0, -1), { lost: 1, faults: ['The last append is there by half.'] }],
    ['an event that was delivered twice', (events) => [...events.slice(0, 2), ...events], { doubled: 2 }],
    [
      'an event that is another',
      (events) => events.map((event, index) => (index === 2 ? { ...event, eventId: randomUUID() } : event)),
      { lost: 1 },
    ],
    [
      'events in another order',
      (events) => [...events.slice(2), ...events.slice(0, 2)],
      { faults: expect.arrayContaining(['Position 1 comes after 6.']) },
    ],
  ])('finds %s', async (_, damage, expected) => {
    const store = await openStore('memory:', { newStoreId: randomUUID });
    const stored: RecordedEvent[] = [];
    for (const number of [0, 1, 2]) {
      const events = [1, 2].map(() => ({
        eventId: randomUUID(),
        type: 'NoteAdded',
        data: {},
        metadata: { commandId: `key-${number}` },
      }));
      await store.append('mine-A', events, number === 0 ? 'no-stream' : 2 * number - 1);
    }
    for await (const batch of store.readAll()) stored.push(...batch);
    const damaged: Pick<EventReader, 'readAll' | 'compare'> = {
      compare: store.compare,
      async *readAll() {
        yield damage(stored);
      },
    };
    expect(await compareWithStore(stored, damaged)).toMatchObject(expected);
  });
});
