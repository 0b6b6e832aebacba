import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  EventTooLarge,
  InvalidAppend,
  MAX_APPEND_BYTES,
  MAX_APPEND_EVENTS,
  MAX_JSON_DEPTH,
  MAX_NAME_BYTES,
} from '../../src/event-store/errors.ts';
import type { EventStore, JsonObject, NewEvent } from '../../src/event-store/event-store.ts';
import { all, anEvent, type OpenStore, onStore, someEvents } from './given.ts';

const MINE = 'mine-XJ-0001';

/** Names and payloads that try to break a store: each is stored exactly or refused whole. */
export function hostileInput(open: OpenStore): void {
  describe('stream names and event types', () => {
    test.each([
      ['blanks', '  mine  '],
      ['Chinese', '矿井-新疆-0001'],
      ['an emoji of four bytes', 'mine-⛏️🚧'],
      ['control characters', 'mine\n\r\t\u0001\u001f\u007f\u0085'],
      ['a byte order mark and a direction override', '\ufeffmine\u202e'],
      ['SQL', `'; drop table events; --`],
      ['a path', '../../etc/passwd'],
      ['a property of every object', '__proto__'],
      ['quotes', `"'\\\``],
      ['a system stream', '$all'],
      ['the longest', 'é'.repeat(MAX_NAME_BYTES / 2)],
    ])('%s come back as they were', async (_, name) => {
      await onStore(open, async (store) => {
        await store.append(name, [{ ...anEvent(), type: name }], 'no-stream');
        await expect(store.append(name, someEvents(1), 'no-stream')).rejects.toMatchObject({ stream: name, actual: 0 });
        expect(await all(store.read(name))).toMatchObject([{ stream: name, type: name, revision: 0 }]);
        expect(await all(store.readAll())).toMatchObject([{ stream: name, type: name }]);
      })();
    });

    test(
      'that differ only in Unicode normalisation are different streams',
      onStore(open, async (store) => {
        await store.append('caf\u00e9', someEvents(1), 'no-stream');
        await store.append('cafe\u0301', someEvents(2), 'no-stream');
        expect(await all(store.read('caf\u00e9'))).toHaveLength(1);
      }),
    );

    test.each([
      ['empty', ''],
      ['a byte too long', `${'é'.repeat(MAX_NAME_BYTES / 2)}x`],
      ['with NUL', 'mine\0'],
      ['half of a surrogate pair', 'mine-\ud83d'],
    ])('%s are refused', async (_, name) => {
      await refuses(open, InvalidAppend, (store) => store.append(name, someEvents(1), 'no-stream'));
      await refuses(open, InvalidAppend, (store) => store.append(MINE, [{ ...anEvent(), type: name }], 'no-stream'));
    });
  });

  describe('appends that make no sense', () => {
    const twin = anEvent();
    test.each<[string, NewEvent[]]>([
      ['no events', []],
      ['more events than one append may have', someEvents(MAX_APPEND_EVENTS + 1)],
      ['an id that is no UUID', [{ ...anEvent(), eventId: 'note-1' }]],
      ['an id in capitals', [{ ...anEvent(), eventId: 'AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA' }]],
      ['the same id twice', [twin, { ...anEvent(), eventId: twin.eventId }]],
    ])('are refused: %s', async (_, events) => {
      await refuses(open, InvalidAppend, (store) => store.append(MINE, events, 'no-stream'));
    });

    test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
      'are refused: expecting revision %d',
      async (expected) => {
        await refuses(open, InvalidAppend, (store) => store.append(MINE, someEvents(1), expected));
      },
    );
  });

  describe('payloads', () => {
    test.each<[string, JsonObject]>([
      ['an empty object', {}],
      [
        'every kind of value',
        { null: null, yes: true, text: '', list: [], numbers: [0, -1.5, 1e308, 5e-324, 2 ** 53] },
      ],
      [
        'control characters and NUL',
        { text: Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('') },
      ],
      ['a lone surrogate', { text: 'half \ud83d of one', '\udead': 1 }],
      ['line separators and noncharacters', { text: '\u2028\u2029\ufffe\uffff\ufeff' }],
      ['Chinese', { 整改: '瓦斯抽采系统未投入运行' }],
      ['keys of the prototype', JSON.parse('{"__proto__":{"admin":true},"constructor":1,"toString":null,"":0}')],
      ['keys that look like numbers', { 2: 'b', 1: 'a', '-1': 'c' }],
      ['the deepest nesting', nested(MAX_JSON_DEPTH)],
      ['a date as text', { at: '2018-11-05T00:00:00+08:00' }],
    ])('%s are stored exactly', async (_, payload) => {
      await onStore(open, (store) => comesBack(store, payload))();
    });

    test('any JSON comes back equal', async () => {
      const objects = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 }));
      await fc.assert(
        fc.asyncProperty(objects, async (payload) => {
          await onStore(open, (store) => comesBack(store, JSON.parse(JSON.stringify(payload))))();
        }),
        { numRuns: 40 },
      );
    });

    const circular: Record<string, unknown> = { findings: [] };
    circular.self = { circular };
    const exploding = Array.from({ length: 40 }).reduce<unknown>(
      (inner) => ({ left: inner, right: inner }),
      'x'.repeat(1000),
    );
    class Finding {
      text = 'loose prop';
    }
    test.each<[string, unknown]>([
      ['undefined', { comment: undefined }],
      ['undefined in a list', { comments: ['a', undefined] }],
      ['a hole in a list', { comments: new Array(3) }],
      ['NaN', { depth: Number.NaN }],
      ['Infinity', { depth: Number.NEGATIVE_INFINITY }],
      ['a bigint', { depth: 1n }],
      ['a function', { toJSON: () => 'other' }],
      ['a symbol', { kind: Symbol('kind') }],
      ['a symbol as key', { [Symbol('kind')]: 1 }],
      ['a date', { at: new Date(0) }],
      ['a map', { findings: new Map() }],
      ['bytes', { document: new Uint8Array(3) }],
      ['an instance of a class', { finding: new Finding() }],
      ['something that contains itself', circular],
      ['nesting one too deep', nested(MAX_JSON_DEPTH + 1)],
      ['nesting without end', JSON.parse(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)],
      ['a list', []],
      ['null', null],
      ['a text', 'note'],
    ])('%s are refused', async (_, payload) => {
      for (const part of ['data', 'metadata']) {
        const event = Object.assign(anEvent(), { [part]: payload });
        await refuses(open, InvalidAppend, (store) => store.append(MINE, [event], 'no-stream'));
      }
    });

    test(
      'say where they are wrong',
      onStore(open, async (store) => {
        const event = Object.assign(anEvent(), { data: { findings: [{ text: 'a' }, { text: undefined }] } });
        await expect(store.append(MINE, [event], 'no-stream')).rejects.toThrow('data/findings/1/text is undefined');
      }),
    );

    test('that repeat themselves without end are refused before they fill the memory', async () => {
      const event = Object.assign(anEvent(), { data: { exploding } });
      await refuses(open, EventTooLarge, (store) => store.append(MINE, [event], 'no-stream'));
    });
  });

  describe('the size of an append', () => {
    test.each([
      ['one event', 1],
      ['seven events', 7],
      ['as many events as an append may have', MAX_APPEND_EVENTS],
    ])('may be exactly 512 KiB, in %s', async (_, count) => {
      await onStore(open, async (store) => {
        const events = eventsOfBytes(MAX_APPEND_BYTES, count);
        await store.append(MINE, events, 'no-stream');
        expect(await all(store.read(MINE))).toMatchObject(events);
      })();
    });

    test.each([
      ['one event', 1],
      ['seven events', 7],
    ])('may not be a byte more, in %s', async (_, count) => {
      await refuses(open, EventTooLarge, (store) =>
        store.append(MINE, eventsOfBytes(MAX_APPEND_BYTES + 1, count), 'no-stream'),
      );
    });

    test('is counted in bytes of UTF-8, not in characters', async () => {
      const event = anEvent({ text: '矿'.repeat(MAX_APPEND_BYTES / 3) });
      await refuses(open, EventTooLarge, (store) => store.append(MINE, [event], 'no-stream'));
    });
  });
}

async function comesBack(store: EventStore, payload: JsonObject): Promise<void> {
  const event = { ...anEvent(payload), metadata: payload };
  await store.append(MINE, [event], 'no-stream');
  const [stored] = await all(store.read(MINE));
  expect(stored?.data).toStrictEqual(payload);
  expect(JSON.stringify(stored?.data)).toBe(JSON.stringify(payload));
  expect(stored?.metadata).toStrictEqual(payload);
}

async function refuses(
  open: OpenStore,
  error: typeof InvalidAppend | typeof EventTooLarge,
  append: (store: EventStore) => Promise<unknown>,
): Promise<void> {
  await onStore(open, async (store) => {
    await expect(append(store)).rejects.toBeInstanceOf(error);
    expect(await store.head()).toBeUndefined();
  })();
}

/** An object of so many levels, itself included. */
function nested(levels: number): JsonObject {
  return levels === 1 ? {} : { inner: nested(levels - 1) };
}

/** Events whose JSON, data and metadata together, has exactly so many bytes. */
function eventsOfBytes(bytes: number, count: number): NewEvent[] {
  const empty = Array.from({ length: count }, () => ({ ...anEvent({ text: '' }), metadata: {} }));
  const left = bytes - empty.length * '{"text":""}{}'.length;
  const each = Math.floor(left / count);
  return empty.map((event, index) => ({
    ...event,
    data: { text: 'x'.repeat(index === 0 ? left - each * (count - 1) : each) },
  }));
}
