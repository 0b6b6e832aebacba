import { expect } from '@jest/globals';
import { InvalidAppend, MAX_APPEND_EVENTS, MAX_NAME_BYTES } from '../../../src/event-store/errors.ts';
import type { NewEvent } from '../../../src/event-store/event-store.ts';
import { type Check, check } from '../check.ts';
import { all, anEvent, someEvents } from '../given.ts';
import { refuses } from './refusing.ts';

const MINE = 'mine-XJ-0001';
const twin = anEvent();

/** Names, ids and expectations that try to break a store: each is stored exactly or refused whole. */
export const hostileNames: readonly Check[] = [
  ...Object.entries({
    blanks: '  mine  ',
    Chinese: '矿井-新疆-0001',
    'an emoji of four bytes': 'mine-⛏️🚧',
    'control characters': 'mine\n\r\t\u0001\u001f\u007f\u0085',
    'a byte order mark and a direction override': '\ufeffmine\u202e',
    SQL: `'; drop table events; --`,
    'a path': '../../etc/passwd',
    'a property of every object': '__proto__',
    quotes: `"'\\\``,
    'a system stream': '$all',
    'the longest': 'é'.repeat(MAX_NAME_BYTES / 2),
  }).map(([what, name]) =>
    check(`stream names and event types come back as they were: ${what}`, async (store) => {
      await store.append(name, [{ ...anEvent(), type: name }], 'no-stream');
      await expect(store.append(name, someEvents(1), 'no-stream')).rejects.toMatchObject({ stream: name, actual: 0 });
      expect(await all(store.read(name))).toMatchObject([{ stream: name, type: name, revision: 0 }]);
      expect(await all(store.readAll())).toMatchObject([{ stream: name, type: name }]);
    }),
  ),

  check('stream names that differ only in Unicode normalisation are different streams', async (store) => {
    await store.append('caf\u00e9', someEvents(1), 'no-stream');
    await store.append('cafe\u0301', someEvents(2), 'no-stream');
    expect(await all(store.read('caf\u00e9'))).toHaveLength(1);
  }),

  ...Object.entries({
    empty: '',
    'a byte too long': `${'é'.repeat(MAX_NAME_BYTES / 2)}x`,
    'with NUL': 'mine\0',
    'half of a surrogate pair': 'mine-\ud83d',
  }).map(([what, name]) =>
    check(`stream names and event types are refused: ${what}`, async (store) => {
      await refuses(store, InvalidAppend, () => store.append(name, someEvents(1), 'no-stream'));
      await refuses(store, InvalidAppend, () => store.append(MINE, [{ ...anEvent(), type: name }], 'no-stream'));
    }),
  ),

  ...Object.entries<NewEvent[]>({
    'no events': [],
    'more events than one append may have': someEvents(MAX_APPEND_EVENTS + 1),
    'an id that is no UUID': [{ ...anEvent(), eventId: 'note-1' }],
    'an id in capitals': [{ ...anEvent(), eventId: 'AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA' }],
    'the same id twice': [twin, { ...anEvent(), eventId: twin.eventId }],
  }).map(([what, events]) =>
    check(`appends that make no sense are refused: ${what}`, (store) =>
      refuses(store, InvalidAppend, () => store.append(MINE, events, 'no-stream')),
    ),
  ),

  ...[-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY].map((expected) =>
    check(`appends that make no sense are refused: expecting revision ${expected}`, (store) =>
      refuses(store, InvalidAppend, () => store.append(MINE, someEvents(1), expected)),
    ),
  ),
];
