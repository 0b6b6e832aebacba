import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { digestLog, type RecordedEvent } from '../../src/index.ts';

const event: RecordedEvent = {
  stream: 'mine-1',
  revision: 0,
  position: '1',
  append: { index: 0, size: 2 },
  eventId: '00000000-0000-4000-8000-000000000001',
  type: 'NoteAdded',
  data: { text: '\ud800', '9': 2, '10': [1, { b: 1e21, a: null }] },
  metadata: {},
};
const next = { ...event, revision: 1, position: '2', append: { index: 1, size: 2 } };

async function digestOf(...batches: RecordedEvent[][]): Promise<string> {
  const log = {
    async *readAll() {
      yield* batches;
    },
  };
  return (await digestLog(log)).digest;
}

test('the digest of a log is of canonical lines of JSON, so that other tools can reckon it', async () => {
  const line =
    '{"append":{"index":0,"size":2},"data":{"10":[1,{"a":null,"b":1e+21}],"9":2,"text":"\\ud800"},"eventId":"00000000-0000-4000-8000-000000000001","metadata":{},"revision":0,"stream":"mine-1","type":"NoteAdded"}\n';
  expect(await digestOf([event])).toBe(createHash('sha256').update(line).digest('hex'));
});

test('the digest of a log does not depend on positions, batches or the order of keys, and on all else it does', async () => {
  const digest = await digestOf([event, next]);
  const { type, eventId, ...others } = event;
  const same = { eventId, ...others, data: { '10': [1, { a: null, b: 1e21 }], text: '\ud800', '9': 2 }, type };
  expect(await digestOf([{ ...same, position: '7' }], [next])).toBe(digest);
  const changes: Partial<RecordedEvent>[] = [
    { stream: 'mine-2' },
    { revision: 2 },
    { append: { index: 0, size: 1 } },
    { append: { index: 1, size: 2 } },
    { eventId: '00000000-0000-4000-8000-000000000002' },
    { type: 'DocumentAttached' },
    { data: { ...event.data, text: '\ud801' } },
    { metadata: { actor: 'inspector-1' } },
  ];
  const digests = await Promise.all(changes.map((change) => digestOf([{ ...event, ...change }, next])));
  expect(new Set([digest, ...digests, await digestOf([next, event])]).size).toBe(changes.length + 2);
});
