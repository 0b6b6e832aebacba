import { describe, expect, test } from '@jest/globals';
import { expectAccepted, givenAMine, givenAMineThatIs, inspector } from './given.ts';

const passes = (check: string) => ({ type: 'CheckRecorded', data: { check, outcome: 'pass' } });

describe('a batch', () => {
  test('is one act: a whole inspection at once, each event deciding on what the one before left', async () => {
    const mine = await givenAMineThatIs('closed');
    const facts = expectAccepted(
      await mine.batch(inspector, [
        { type: 'InspectionStarted', data: { inspectionId: 'I1' } },
        passes('TAX'),
        passes('REAL_NAME_PRODUCERS'),
        passes('REAL_NAME_CUSTOMERS'),
        { type: 'InspectionPassed', data: { inspectionId: 'I1' } },
      ]),
    );
    expect(facts).toHaveLength(5);
    expect(new Set(facts.map(({ recordedAt, commandId }) => `${recordedAt} ${commandId}`)).size).toBe(1);
    expect(await mine.state()).toBe('inspected');
  });

  test('is all or nothing, and names the first that fails', async () => {
    const mine = await givenAMineThatIs('closed');
    const before = await mine.facts();
    const outcome = await mine.batch(inspector, [
      { type: 'InspectionStarted', data: { inspectionId: 'I1' } },
      passes('TAX'),
      { type: 'InspectionPassed', data: { inspectionId: 'I1' } },
      { type: 'Nonsense', data: {} },
    ]);
    expect(outcome).toMatchObject({
      kind: 'rejected',
      index: 2,
      rejection: {
        code: 'condition-not-met',
        reasons: [{ about: 'REAL_NAME_PRODUCERS' }, { about: 'REAL_NAME_CUSTOMERS' }],
      },
    });
    expect(await mine.facts()).toEqual(before);
    expect(await mine.state()).toBe('closed.awaitingInspection');
  });

  test('of nothing is refused', async () => {
    const mine = await givenAMine();
    expect(await mine.batch(inspector, [])).toMatchObject({
      rejection: { code: 'invalid', faults: [{ pointer: '/events' }] },
    });
  });
});
