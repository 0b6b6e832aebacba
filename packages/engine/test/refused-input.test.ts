import { describe, expect, test } from '@jest/globals';
import type { MineUnderTest } from './given.ts';
import { because, expectAccepted, givenAMine, givenAMineThatIs, inspector, owner } from './given.ts';
import { aDocument, anOrder } from './well-formed.ts';

async function why(mine: MineUnderTest, type: string, data: unknown, occurredAt?: string) {
  const before = await mine.facts();
  const outcome = await mine.attempts(inspector, type, data, occurredAt === undefined ? {} : { occurredAt });
  expect(await mine.facts()).toEqual(before);
  return outcome.kind === 'rejected' ? because(outcome.rejection) : [outcome.kind];
}

describe('an identity number is never stored', () => {
  const idNumber = '11010519491231002X';

  test.each([
    ['plain', `holder ${idNumber}.`],
    ['in lower case', idNumber.toLowerCase()],
    ['in full-width digits', '１１０１０５１９４９１２３１００２Ｘ'],
    ['in groups', '110105 19491231 002X'],
    ['with hyphens', '110105-1949-1231-002X'],
  ])('%s, and the answer says where', async (_how, text) => {
    const mine = await givenAMine();
    expect(await why(mine, 'NoteAdded', { text, visibility: 'internal' })).toEqual(['invalid /data/text']);
  });

  test('nested, as a file name, in a correction or as the source of a fact', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const document = { ...aDocument, name: `${idNumber}.pdf` };
    expect(await why(mine, 'DocumentAttached', { document, visibility: 'internal' })).toEqual([
      'invalid /data/document/name',
    ]);
    const [first] = await mine.facts();
    const corrections = [{ eventId: first?.eventId, patch: { name: `Mine of ${idNumber}` } }];
    expect(await why(mine, 'FactCorrected', { corrections, reason: 'r' })).toEqual([
      'invalid /data/corrections/0/patch/name',
    ]);
    const source = { kind: 'report', quote: `Mr Li (${idNumber})` } as const;
    const outcome = await mine.batch(inspector, [
      { type: 'NoteAdded', data: { text: 'n', visibility: 'internal' }, source },
    ]);
    expect(outcome).toMatchObject({ rejection: { code: 'invalid', faults: [{ pointer: '/source/quote' }] } });
  });

  test('but other long numbers, dates side by side and fingerprints are fine', async () => {
    const mine = await givenAMine();
    const text = '1234567890123456789, 2018-11-05 2018-11-06 12, 110105194912310021234, a11010519491231002X';
    expectAccepted(await mine.attempts(inspector, 'NoteAdded', { text, visibility: 'internal' }));
    const document = { name: 'x', sha256: `${'1'.repeat(17)}f${'2'.repeat(46)}` };
    expectAccepted(await mine.attempts(inspector, 'DocumentAttached', { document, visibility: 'internal' }));
  });
});

describe('the time of an event', () => {
  test('may not lie in the future, not even by a millisecond', async () => {
    const mine = (await givenAMine()).at('2018-11-05T00:00:00.000Z');
    const note = { text: 'n', visibility: 'internal' };
    expect(await why(mine, 'NoteAdded', note, '2018-11-05T00:00:00.001Z')).toEqual(['invalid /occurredAt']);
    mine.at('2018-11-05T00:00:00.000Z');
    expectAccepted(await mine.attempts(inspector, 'NoteAdded', note, { occurredAt: '2018-11-05T08:00:00+08:00' }));
  });

  test('has an offset, and a year that can be meant', async () => {
    const mine = await givenAMine();
    const note = { text: 'n', visibility: 'internal' };
    for (const instant of ['2018-11-01', '2018-11-01T00:00:00', 'yesterday', '0018-11-01T00:00:00Z']) {
      expect(await why(mine, 'NoteAdded', note, instant)).toEqual(['invalid /occurredAt']);
    }
  });
});

describe('data that does not fit', () => {
  test('is refused with a pointer to every fault at once', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const data = { findingId: 'a b', description: '', dueOn: '2018-02-30', colour: 'red' };
    expect(await why(mine, 'FindingRaised', data)).toEqual([
      'invalid /data/findingId',
      'invalid /data/description',
      'invalid /data/dueOn',
      'invalid /data/colour',
    ]);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', []],
  ])('is refused: %s', async (_what, data) => {
    const mine = await givenAMine();
    expect(await why(mine, 'NoteAdded', data)).toEqual(['invalid /data']);
  });

  test('is refused with keys that mean something to JavaScript', async () => {
    const mine = await givenAMine();
    const data = JSON.parse('{ "text": "n", "visibility": "internal", "__proto__": { "x": 1 }, "a/b~c": 1 }');
    expect(await why(mine, 'NoteAdded', data)).toEqual(['invalid /data/__proto__', 'invalid /data/a~1b~0c']);
  });

  test('names an unknown event type, also one that JavaScript knows', async () => {
    const mine = await givenAMine();
    for (const type of ['MineOpened', 'toString', 'constructor', '__proto__', '']) {
      expect(await why(mine, type, {})).toEqual(['unknown-event-type']);
    }
  });

  test('too large for one append is refused, saying how large', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const evidence = Array.from({ length: 200 }, () => ({
      findingId: 'F1',
      document: aDocument,
      note: '矿'.repeat(1000),
    }));
    const events = evidence.map(({ note }) => ({ type: 'NoteAdded', data: { text: note, visibility: 'internal' } }));
    expect(await mine.batch(inspector, events)).toMatchObject({ kind: 'rejected', rejection: { code: 'too-large' } });
    expectAccepted(await mine.attempts(inspector, 'NoteAdded', { text: 'n', visibility: 'internal' }));
  });
});

test('a registration is not sent to a mine that is there', async () => {
  const mine = await givenAMine();
  expect(await mine.refuses(inspector, 'MineRegistered')).toMatchObject({ code: 'illegal-transition' });
});

test('requests and quashing cannot be sent: the engine writes them', async () => {
  const mine = await givenAMine();
  const event = { type: 'ClosureOrdered', data: anOrder };
  expect(await why(mine, 'ApprovalRequested', { approvalId: 'Q1', event, revision: 0 })).toEqual(['forbidden']);
  expect(await why(mine, 'ClosureQuashed', { appealId: 'A1' })).toEqual(['forbidden']);
});

test('an owner files for the owner to see, not internally', async () => {
  const mine = await givenAMine();
  for (const type of ['NoteAdded', 'DocumentAttached'] as const) {
    expect(because(await mine.refuses(owner, type, { visibility: 'internal' }))).toEqual(['internal-is-for-officials']);
    await mine.does(owner, type, { visibility: 'owner' });
  }
});
