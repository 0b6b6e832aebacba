import { describe, expect, test } from '@jest/globals';
import { because, givenAMine, givenAMineThatIs, inspector, licensing, owner, supervisor } from './given.ts';

describe('an official who says what they last saw', () => {
  test('is refused once anything followed it, and nothing is stored', async () => {
    const mine = await givenAMine();
    const { revision } = await mine.now();
    await mine.does(licensing, 'NoteAdded', { visibility: 'internal' });
    expect(await mine.refuses(inspector, 'NoteAdded', {}, { expectedRevision: revision })).toEqual({
      code: 'stale',
      expected: revision,
      actual: revision + 1,
    });
    await mine.does(inspector, 'NoteAdded', {}, { expectedRevision: revision + 1 });
  });

  test('is refused for a revision that does not exist yet', async () => {
    const mine = await givenAMine();
    expect(await mine.refuses(inspector, 'NoteAdded', {}, { expectedRevision: 7 })).toMatchObject({ code: 'stale' });
  });

  test('learns first that they may not send it at all', async () => {
    const mine = await givenAMine();
    const stale = { expectedRevision: 7 };
    expect(await mine.refuses(licensing, 'InspectionStarted', {}, stale)).toMatchObject({ code: 'forbidden' });
    expect(because(await mine.refuses(inspector, 'NoteAdded', { text: '' }, stale))).toEqual(['invalid /data/text']);
  });

  test('wins once of sixteen who saw the same', async () => {
    const mine = await givenAMine();
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () =>
        mine.attempts(inspector, 'NoteAdded', { text: 'n', visibility: 'internal' }, { expectedRevision: 0 }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    for (const outcome of outcomes.filter(({ kind }) => kind !== 'accepted')) {
      expect(outcome).toMatchObject({ rejection: { code: 'stale', expected: 0, actual: 1 } });
    }
  });
});

describe('an owner who says what they last saw', () => {
  test('is not refused for what they may not see: internal notes, requests, who has the case', async () => {
    const mine = await givenAMineThatIs('closed');
    const { revision } = await mine.now();
    await mine.does(inspector, 'NoteAdded', { visibility: 'internal' });
    await mine.does(inspector, 'CaseAssigned');
    const approvalId = await mine.requests(supervisor, 'OperatorChanged');
    await mine.does(supervisor, 'ApprovalWithdrawn', { approvalId });
    await mine.does(owner, 'OwnerStatementFiled', {}, { expectedRevision: revision });
  });

  test('is refused for what they may see, and told the last revision visible to them', async () => {
    const mine = await givenAMineThatIs('closed');
    const { revision } = await mine.now();
    await mine.does(inspector, 'NoteAdded', { visibility: 'owner' });
    await mine.does(inspector, 'NoteAdded', { visibility: 'internal' });
    expect(await mine.refuses(owner, 'OwnerStatementFiled', {}, { expectedRevision: revision })).toEqual({
      code: 'stale',
      expected: revision,
      actual: revision + 1,
    });
  });

  test('does not know of mines that are not theirs', async () => {
    const mine = await givenAMine();
    const stranger = { ...owner, id: 'owner-9', mines: ['XJ-0009'] };
    expect(await mine.refuses(stranger, 'OwnerStatementFiled')).toEqual({ code: 'unknown-mine', mineId: 'XJ-0001' });
    expect(await mine.engine.next('XJ-0001', stranger)).toBeUndefined();
    expect(await mine.engine.next('XJ-0404', inspector)).toBeUndefined();
  });
});
