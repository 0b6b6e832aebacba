import { expect } from '@jest/globals';
import fc from 'fast-check';
import { EventTooLarge, InvalidAppend, MAX_JSON_DEPTH } from '../../../src/event-store/errors.ts';
import type { EventStore, JsonObject } from '../../../src/event-store/event-store.ts';
import { type Check, check } from '../check.ts';
import { all, anEvent } from '../given.ts';
import { refuses } from './refusing.ts';

const MINE = 'mine-XJ-0001';

const circular: Record<string, unknown> = { findings: [] };
circular.self = { circular };

class Finding {
  text = 'loose prop';
}

/** Payloads that try to break a store: each is stored exactly or refused whole. */
export const hostilePayloads: readonly Check[] = [
  ...Object.entries<JsonObject>({
    'an empty object': {},
    'every kind of value': {
      null: null,
      yes: true,
      text: '',
      list: [],
      numbers: [0, -1.5, 1e308, 5e-324, 2 ** 53],
    },
    'control characters and NUL': {
      text: Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join(''),
    },
    'a lone surrogate': { text: 'half \ud83d of one', '\udead': 1 },
    'line separators and noncharacters': { text: '\u2028\u2029\ufffe\uffff\ufeff' },
    Chinese: { 整改: '瓦斯抽采系统未投入运行' },
    'keys of the prototype': JSON.parse('{"__proto__":{"admin":true},"constructor":1,"toString":null,"":0}'),
    'keys that look like numbers': { 2: 'b', 1: 'a', '-1': 'c' },
    'the deepest nesting': nested(MAX_JSON_DEPTH),
    'a date as text': { at: '2018-11-05T00:00:00+08:00' },
  }).map(([what, payload]) =>
    check(`payloads are stored exactly: ${what}`, (store) => comesBack(store, MINE, payload)),
  ),

  check('any JSON comes back equal', async (store) => {
    const objects = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }), {
      maxKeys: 5,
    });
    let streams = 0;
    await fc.assert(
      fc.asyncProperty(objects, (payload) => {
        streams++;
        return comesBack(store, `mine-${streams}`, JSON.parse(JSON.stringify(payload)));
      }),
      { numRuns: 40 },
    );
  }),

  ...Object.entries<unknown>({
    undefined: { comment: undefined },
    'undefined in a list': { comments: ['a', undefined] },
    'a hole in a list': { comments: new Array(3) },
    NaN: { depth: Number.NaN },
    Infinity: { depth: Number.NEGATIVE_INFINITY },
    'a bigint': { depth: 1n },
    'a function': { toJSON: () => 'other' },
    'a symbol': { kind: Symbol('kind') },
    'a symbol as key': { [Symbol('kind')]: 1 },
    'a date': { at: new Date(0) },
    'a map': { findings: new Map() },
    bytes: { document: new Uint8Array(3) },
    'an instance of a class': { finding: new Finding() },
    'something that contains itself': circular,
    'nesting one too deep': nested(MAX_JSON_DEPTH + 1),
    'nesting without end': JSON.parse(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
    'a list': [],
    null: null,
    'a text': 'note',
  }).map(([what, payload]) =>
    check(`payloads are refused: ${what}`, async (store) => {
      for (const part of ['data', 'metadata']) {
        const event = Object.assign(anEvent(), { [part]: payload });
        await refuses(store, InvalidAppend, () => store.append(MINE, [event], 'no-stream'));
      }
    }),
  ),

  check('payloads that are refused say where they are wrong', async (store) => {
    const event = Object.assign(anEvent(), { data: { findings: [{ text: 'a' }, { text: undefined }] } });
    await expect(store.append(MINE, [event], 'no-stream')).rejects.toThrow('data/findings/1/text is undefined');
  }),

  check('payloads that repeat themselves without end are refused before they fill the memory', async (store) => {
    const exploding = Array.from({ length: 40 }).reduce<unknown>(
      (inner) => ({ left: inner, right: inner }),
      'x'.repeat(1000),
    );
    const event = Object.assign(anEvent(), { data: { exploding } });
    await refuses(store, EventTooLarge, () => store.append(MINE, [event], 'no-stream'));
  }),
];

async function comesBack(store: EventStore, stream: string, payload: JsonObject): Promise<void> {
  const event = { ...anEvent(payload), metadata: payload };
  await store.append(stream, [event], 'no-stream');
  const [stored] = await all(store.read(stream));
  expect(stored?.data).toStrictEqual(payload);
  expect(JSON.stringify(stored?.data)).toBe(JSON.stringify(payload));
  expect(stored?.metadata).toStrictEqual(payload);
}

/** An object of so many levels, itself included. */
function nested(levels: number): JsonObject {
  return levels === 1 ? {} : { inner: nested(levels - 1) };
}
