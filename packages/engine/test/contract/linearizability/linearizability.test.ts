import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explainable } from './every-order.ts';
import { faultsIn } from './faults.ts';
import type { Append, Fault, Operation, Read } from './history.ts';

const MINE = 'mine-1';

/** Something that a client did, told by when it began and ended. */
function at(start: number, end: number, did: Operation['did']): Operation {
  return { client: start, stream: MINE, start, end, did };
}

function stored(firstRevision: number, ...entries: string[]): Append {
  return { kind: 'append', entries, answer: { kind: 'stored', firstRevision } };
}

function refused(length: number | undefined, ...entries: string[]): Append {
  return { kind: 'append', entries, answer: { kind: 'refused', length } };
}

function unanswered(...entries: string[]): Append {
  return { kind: 'append', entries, answer: { kind: 'unknown' } };
}

function read(...entries: string[]): Read {
  return { kind: 'read', from: 0, entries };
}

function kinds(history: readonly Operation[], ...log: string[]): Fault['kind'][] {
  return [...new Set(faultsIn(history, new Map([[MINE, log]])).map(({ kind }) => kind))];
}

describe('a history that one order explains', () => {
  test.each<[string, Operation[], string[]]>([
    ['nothing happened', [], []],
    ['one after the other', [at(1, 2, stored(0, 'a')), at(3, 4, read('a')), at(5, 6, stored(1, 'b'))], ['a', 'b']],
    ['a read during an append sees it', [at(1, 9, stored(0, 'a')), at(2, 3, read('a'))], ['a']],
    ['a read during an append does not see it', [at(1, 9, stored(0, 'a')), at(2, 3, read())], ['a']],
    ['two at once came in the other order', [at(1, 9, stored(1, 'a')), at(2, 8, stored(0, 'b'))], ['b', 'a']],
    ['an answer was lost, the event is there', [at(1, 2, unanswered('a')), at(3, 4, read())], ['a']],
    ['an answer was lost, the event is not there', [at(1, 2, unanswered('a')), at(3, 4, read())], []],
    ['sent again after a lost answer', [at(1, 2, unanswered('a')), at(5, 6, stored(0, 'a'))], ['a']],
    [
      'sent again long after',
      [at(1, 2, stored(0, 'a')), at(3, 4, stored(1, 'b')), at(5, 6, stored(0, 'a'))],
      ['a', 'b'],
    ],
    ['refused because another came first', [at(1, 5, stored(0, 'a')), at(2, 6, refused(1, 'b'))], ['a']],
    [
      'a read of no entries says how long it was',
      [at(1, 2, stored(0, 'a')), at(3, 4, { kind: 'read', from: 1, entries: [] })],
      ['a'],
    ],
  ])('has no fault: %s', (_, history, log) => {
    expect(kinds(history, ...log)).toEqual([]);
  });
});

describe('a history that no order explains', () => {
  test.each<[Fault['kind'], string, Operation[], string[]]>([
    ['lost', 'an acknowledged event is not there', [at(1, 2, stored(0, 'a'))], []],
    ['lost', 'what was read once is gone', [at(1, 2, { kind: 'read', from: 1, entries: [] })], []],
    ['doubled', 'an event is there twice', [at(1, 2, stored(0, 'a'))], ['a', 'a']],
    ['half-stored', 'half of an append is there', [at(1, 2, unanswered('a', 'b'))], ['a']],
    ['half-stored', 'an append is torn', [at(1, 9, unanswered('a', 'b')), at(1, 9, stored(1, 'c'))], ['a', 'c', 'b']],
    ['half-stored', 'a read saw half of an append', [at(1, 9, stored(0, 'a', 'b')), at(2, 3, read('a'))], ['a', 'b']],
    ['wrong-revision', 'it is elsewhere than acknowledged', [at(1, 2, stored(1, 'a'))], ['a']],
    ['stored-though-refused', 'it is there though refused', [at(1, 2, refused(0, 'a'))], ['a']],
    ['from-nowhere', 'nobody sent it', [], ['a']],
    [
      'reordered',
      'what was answered before another was sent comes after it',
      [at(1, 2, stored(1, 'a')), at(3, 4, stored(0, 'b'))],
      ['b', 'a'],
    ],
    [
      'reordered',
      'two clients read two orders',
      [at(1, 9, stored(0, 'a')), at(1, 9, stored(1, 'b')), at(2, 8, read('b'))],
      ['a', 'b'],
    ],
    ['stale', 'a read misses what was acknowledged before', [at(1, 2, stored(0, 'a')), at(3, 4, read())], ['a']],
    [
      'stale',
      'a read misses what another read showed before',
      [at(1, 9, stored(0, 'a')), at(2, 3, read('a')), at(4, 5, read())],
      ['a'],
    ],
    [
      'stale',
      'a refusal tells of a length that was past',
      [at(1, 2, stored(0, 'a')), at(3, 4, refused(0, 'b'))],
      ['a'],
    ],
    ['too-early', 'a read saw what was sent later', [at(1, 2, read('a')), at(3, 4, stored(0, 'a'))], ['a']],
  ])('is caught as %s: %s', (kind, _, history, log) => {
    expect(kinds(history, ...log)).toContain(kind);
  });

  test('names the stream, and no other', () => {
    const history = [at(1, 2, stored(0, 'a')), { ...at(3, 4, stored(0, 'b')), stream: 'mine-2' }];
    expect(faultsIn(history, new Map([[MINE, ['a']]]))).toMatchObject([{ kind: 'lost', stream: 'mine-2' }]);
  });
});

describe('any small history', () => {
  const entry = fc.constantFrom('a', 'b', 'c');
  const append = fc.constantFrom(['a'], ['b'], ['c', 'd']);
  const length = fc.integer({ min: 0, max: 3 });
  const did = fc.oneof(
    fc.tuple(append, length).map(([entries, first]) => stored(first, ...entries)),
    fc.tuple(append, length).map(([entries, seen]) => refused(seen, ...entries)),
    append.map((entries) => unanswered(...entries)),
    fc.uniqueArray(entry, { maxLength: 2 }).map((entries) => read(...entries)),
    length.map((from): Read => ({ kind: 'read', from, entries: [] })),
  );
  const operation = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 8 }), did)
    .map(([start, lasts, what]) => at(start, start + lasts, what));
  const history = fc.array(operation, { minLength: 1, maxLength: 5 });
  const anyLog = fc.constantFrom(
    [],
    ['a'],
    ['b'],
    ['a', 'b'],
    ['b', 'a'],
    ['c', 'd'],
    ['a', 'c', 'd'],
    ['c', 'd', 'b'],
  );

  test('has a fault exactly when trying every order finds none that explains it', () => {
    let explained = 0;
    fc.assert(
      fc.property(history, anyLog, (operations, log) => {
        const possible = explainable(operations, log);
        if (possible) explained++;
        expect([kinds(operations, ...log).length === 0, operations, log]).toEqual([possible, operations, log]);
      }),
      { numRuns: 20_000 },
    );
    expect(explained).toBeGreaterThan(500);
  });
});
