import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMessages } from '../src/api/event-stream.ts';

const stream =
  ': welcome\n\nevent: NoteAdded\nid: 7\ndata: {"mineId":"XJ-0001"}\n\nid: 8\r\ndata: two\r\ndata: lines\r\n\r\n';
const messages = [
  { event: 'NoteAdded', id: '7', data: '{"mineId":"XJ-0001"}' },
  { event: 'message', id: '8', data: 'two\nlines' },
];

test('the news are read whole', () => {
  expect(readMessages()(stream)).toEqual(messages);
});

test('the news are the same however the network cuts them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
      const at = [...new Set([0, ...cuts, stream.length])].sort((a, b) => a - b);
      const chunks = at.slice(1).map((end, index) => stream.slice(at[index], end));
      const read = readMessages();
      expect(chunks.flatMap(read)).toEqual(messages);
    }),
  );
});

test('a comment that keeps the connection open is no news', () => {
  expect(readMessages()(': still here\n\n')).toEqual([]);
});

test('an id without data says where the stream is', () => {
  expect(readMessages()(': still here\nid: store-1:7\n\n')).toEqual([{ event: 'message', id: 'store-1:7', data: '' }]);
});
