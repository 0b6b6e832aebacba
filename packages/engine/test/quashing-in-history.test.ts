import { describe, expect, test } from '@jest/globals';
import { closuresOf, fold } from '../src/index.ts';
import {
  corrects,
  expectAccepted,
  givenAMine,
  inspector,
  last,
  type MineUnderTest,
  owner,
  patching,
  reviewer,
  secondSupervisor,
  supervisor,
  voiding,
  whyNotCorrected,
} from './given.ts';

const on = (day: string) => ({ occurredAt: `2018-11-${day}T10:00:00+08:00` });

/** A mine closed on the 5th whose owner appealed on the 6th; it is the 20th. */
async function givenAnAppeal() {
  const mine = await givenAMine();
  await mine.at('2018-11-20T00:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, on('05'));
  await mine.does(owner, 'AppealLodged', {}, on('06'));
  return mine;
}

const quashed = (mine: MineUnderTest, day: string) =>
  mine.does(reviewer, 'AppealDecided', { decision: 'quashed' }, on(day));
const upheld = (mine: MineUnderTest, day: string) =>
  mine.does(reviewer, 'AppealDecided', { decision: 'upheld' }, on(day));

async function closures(mine: MineUnderTest) {
  const folded = await mine.now();
  expect(fold(await mine.facts())).toEqual(folded);
  return closuresOf(folded, folded.lastRecordedAt).map(
    ({ cycle, closure: { eventId, until, outcome, appealOutcome } }) => ({
      cycle,
      eventId,
      until,
      outcome,
      appealOutcome,
    }),
  );
}

describe('a decision that quashed the order while the mine was shut ends the closure', () => {
  test('when it is dated back', async () => {
    const mine = await givenAnAppeal();
    const [decision, quashing] = await quashed(mine, '10');
    expect(quashing).toMatchObject({ type: 'ClosureQuashed', ...on('10'), causationId: decision?.eventId });
    expect(await closures(mine)).toMatchObject([{ until: on('10').occurredAt, outcome: 'quashed' }]);
  });

  test('when it is corrected to that, in the append of the correction, at the time of the decision', async () => {
    const mine = await givenAnAppeal();
    const [decision] = await upheld(mine, '10');
    await mine.does(inspector, 'NoteAdded', {}, on('12'));
    const corrections = [patching(decision, { decision: 'quashed' })];
    const approvalId = await mine.requests(inspector, 'FactCorrected', { corrections });
    const grant = { approvalId };
    const stored = expectAccepted(await mine.attempts(secondSupervisor, 'ApprovalGranted', grant, { key: 'grant' }));
    expect(stored).toMatchObject([
      { type: 'ApprovalGranted' },
      { type: 'FactCorrected' },
      {
        type: 'ClosureQuashed',
        data: { appealId: 'A1' },
        ...on('10'),
        actor: { id: 'inspector-1' },
        approvedBy: { id: 'supervisor-2' },
        causationId: stored[1]?.eventId,
      },
    ]);
    expect(new Set(stored.map(({ recordedAt }) => recordedAt)).size).toBe(1);
    expect((await mine.now()).value).toMatchObject({ operation: 'operating', appeal: 'none' });
    expect(await closures(mine)).toMatchObject([
      { until: on('10').occurredAt, outcome: 'quashed', appealOutcome: 'quashed' },
    ]);
    const again = await mine.attempts(secondSupervisor, 'ApprovalGranted', grant, { key: 'grant' });
    expect(again).toMatchObject({ kind: 'accepted', duplicate: true, facts: stored });
  });

  test('as known before the correction it went on', async () => {
    const mine = await givenAnAppeal();
    const [decision] = await upheld(mine, '10');
    const before = await mine.now();
    await corrects(mine, patching(decision, { decision: 'quashed' }));
    const facts = await mine.facts();
    expect(fold(facts, { knownAt: before.lastRecordedAt })).toEqual(before);
    expect(fold(facts, { asOf: on('09').occurredAt })?.value.operation).toBe('closed.awaitingInspection');
    expect(fold(facts, { asOf: on('11').occurredAt })?.value.operation).toBe('operating');
  });

  test('and what happened to the closed mine afterwards stands in the way, by name', async () => {
    const mine = await givenAnAppeal();
    const [decision] = await upheld(mine, '10');
    const [started] = await mine.does(inspector, 'InspectionStarted', {}, on('12'));
    const quashing = patching(decision, { decision: 'quashed' });
    expect(await whyNotCorrected(mine, quashing)).toEqual([`would-become-impossible ${started?.eventId}`]);
    await corrects(mine, quashing, voiding(started));
    expect(await closures(mine)).toMatchObject([{ until: on('10').occurredAt, outcome: 'quashed' }]);
  });

  test('of the cycle in which it was lodged, whatever cycle the mine is in today', async () => {
    const mine = await givenAnAppeal();
    const [decision] = await upheld(mine, '10');
    const [withdrawal] = await mine.does(supervisor, 'ClosureWithdrawn', {}, on('12'));
    const [second] = await mine.does(supervisor, 'ClosureOrdered', {}, on('14'));
    const quashing = patching(decision, { decision: 'quashed' });
    expect(await whyNotCorrected(mine, quashing)).toEqual([`would-become-impossible ${withdrawal?.eventId}`]);
    await corrects(mine, quashing, voiding(withdrawal));
    expect(await closures(mine)).toMatchObject([
      { cycle: 1, until: on('10').occurredAt, outcome: 'quashed' },
      { cycle: 2, eventId: second?.eventId, until: null, outcome: null },
    ]);
    expect(await mine.state()).toBe('closed.awaitingInspection');
  });
});

describe('a decision that quashed the order after the closure had ended changes the outcome of the appeal alone', () => {
  test('when it is corrected to that while the mine is shut again', async () => {
    const mine = await givenAnAppeal();
    await mine.does(supervisor, 'ClosureWithdrawn', {}, on('08'));
    const [decision] = await upheld(mine, '10');
    await mine.does(supervisor, 'ClosureOrdered', {}, on('14'));
    const stored = await corrects(mine, patching(decision, { decision: 'quashed' }));
    expect(stored.map(({ type }) => type)).toEqual(['FactCorrected']);
    expect(await closures(mine)).toMatchObject([
      { until: on('08').occurredAt, outcome: 'withdrawn', appealOutcome: 'quashed' },
      { until: null, outcome: null, appealOutcome: null },
    ]);
  });

  test('when it is dated back to after the end of that closure', async () => {
    const mine = await givenAnAppeal();
    await mine.does(supervisor, 'ClosureWithdrawn', {}, on('08'));
    await mine.does(inspector, 'NoteAdded', {}, on('15'));
    expect((await quashed(mine, '10')).map(({ type }) => type)).toEqual(['AppealDecided']);
  });

  test('when the closure ended at the instant of the decision', async () => {
    const mine = await givenAnAppeal();
    const [decision] = await upheld(mine, '10');
    await mine.does(supervisor, 'ClosureWithdrawn', {}, on('10'));
    const stored = await corrects(mine, patching(decision, { decision: 'quashed' }));
    expect(stored.map(({ type }) => type)).toEqual(['FactCorrected']);
    expect(await closures(mine)).toMatchObject([{ outcome: 'withdrawn', appealOutcome: 'quashed' }]);
  });
});

describe('a quashing goes with its decision', () => {
  test('it cannot be voided while the decision stands', async () => {
    const mine = await givenAnAppeal();
    const [decision, quashing] = await quashed(mine, '10');
    const why = [`follows-from-its-decision ${quashing?.eventId}`];
    expect(await whyNotCorrected(mine, voiding(quashing))).toEqual(why);
    expect(await whyNotCorrected(mine, voiding(quashing), patching(decision, {}))).toEqual(why);
    const corrections = [voiding(quashing)];
    expect(await mine.refuses(inspector, 'FactCorrected', { corrections })).toMatchObject({
      reasons: [{ who: 'reviewer' }],
    });
    expect(await whyNotCorrected(mine, patching(quashing, on('11')))).toEqual([
      `would-become-impossible ${quashing?.eventId}`,
    ]);
  });

  test('when the decision moves, the old one is voided and one at the new time takes its place', async () => {
    for (const day of ['09', '11']) {
      const mine = await givenAnAppeal();
      const [decision, quashing] = await quashed(mine, '10');
      const moved = patching(decision, on(day));
      expect(await whyNotCorrected(mine, moved)).toEqual([`would-become-impossible ${quashing?.eventId}`]);
      const [, follows] = await corrects(mine, moved, voiding(quashing));
      expect(follows).toMatchObject({ type: 'ClosureQuashed', ...on(day) });
      expect(await closures(mine)).toMatchObject([{ until: on(day).occurredAt, outcome: 'quashed' }]);
    }
  });

  test('when it was undone with the decision, both come back with the decision', async () => {
    const mine = await givenAnAppeal();
    const [decision, quashing] = await quashed(mine, '10');
    await corrects(mine, patching(decision, { decision: 'upheld' }), voiding(quashing));
    expect(await mine.state()).toBe('closed.awaitingInspection');
    const [, follows] = await corrects(mine, patching(decision, {}));
    expect(follows).toMatchObject({ type: 'ClosureQuashed', ...on('10') });
    expect(await mine.state()).toBe('operating');
    expect(await whyNotCorrected(mine, patching(quashing, {}))).toEqual([
      `would-become-impossible ${follows?.eventId}`,
    ]);
  });

  test('a withdrawal that was never true leaves the closure to the quashing', async () => {
    const mine = await givenAnAppeal();
    const [withdrawal] = await mine.does(supervisor, 'ClosureWithdrawn', {}, on('08'));
    await quashed(mine, '10');
    const [, follows] = await corrects(mine, voiding(withdrawal));
    expect(follows).toMatchObject({ type: 'ClosureQuashed', ...on('10') });
    expect(await closures(mine)).toMatchObject([{ until: on('10').occurredAt, outcome: 'quashed' }]);
  });

  test('on a new, uninspected site it begins a cycle by relocation at once', async () => {
    const mine = await givenAnAppeal();
    await mine.does(owner, 'RelocationStarted', {}, on('07'));
    await mine.does(inspector, 'RelocationCompleted', {}, on('08'));
    const [decision] = await upheld(mine, '10');
    const [, follows] = await corrects(mine, patching(decision, { decision: 'quashed' }));
    expect(await closures(mine)).toMatchObject([
      { cycle: 1, outcome: 'quashed' },
      { cycle: 2, eventId: follows?.eventId, until: null },
    ]);
    expect((await mine.now()).mine.closure?.cause).toBe('relocation');
    expect(await last(mine, 'ClosureQuashed')).toMatchObject({ eventId: follows?.eventId });
  });
});
