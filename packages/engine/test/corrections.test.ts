import { describe, expect, test } from '@jest/globals';
import { closuresOf, fold } from '../src/index.ts';
import {
  because,
  corrects,
  givenAMine,
  givenAMineThatIs,
  inspector,
  last,
  onTheWayTo,
  owner,
  passTheInspection,
  reviewer,
  secondSupervisor,
  supervisor,
  whyNotCorrected,
} from './given.ts';

async function givenAClosureOfFiveDays() {
  const mine = await givenAMine();
  await mine
    .at('2018-11-11T00:00:00+08:00')
    .does(supervisor, 'ClosureOrdered', {}, { occurredAt: '2018-11-05T00:00:00+08:00' });
  await mine.does(supervisor, 'ClosureWithdrawn', {}, { occurredAt: '2018-11-10T00:00:00+08:00' });
  return { mine, order: await last(mine, 'ClosureOrdered'), withdrawal: await last(mine, 'ClosureWithdrawn') };
}

const at = '2019-01-01T00:00:00Z';

describe('a correction', () => {
  test('of the closing day changes the duration as known now, not as known before', async () => {
    const { mine, order } = await givenAClosureOfFiveDays();
    const [correction] = await corrects(mine, {
      eventId: order.eventId,
      patch: { occurredAt: '2018-11-04T00:00:00+08:00' },
    });
    const facts = await mine.facts();
    const durations = (knownAt?: string) => {
      const folded = fold(facts, { knownAt });
      return folded && closuresOf(folded, at).map(({ duration }) => duration);
    };
    expect(durations()).toEqual(['P6D']);
    expect(durations(correction?.recordedAt)).toEqual(['P6D']);
    expect(durations(order.recordedAt)).toEqual(['P57DT8H']);
    expect(durations('2018-11-11T00:02:00+08:00')).toEqual(['P5D']);
    expect(fold(facts)).toEqual(await mine.now());
    expect(facts.find(({ eventId }) => eventId === order.eventId)).toEqual(order);
  });

  test('needs a supervisor other than who asks for it', async () => {
    const { mine, order } = await givenAClosureOfFiveDays();
    const corrections = [{ eventId: order.eventId, patch: { grounds: 'Tax arrears' } }];
    const approvalId = await mine.requests(supervisor, 'FactCorrected', { corrections });
    expect((await mine.now()).mine.closure?.order?.grounds).toBe('Strict inspection');
    expect(because(await mine.refuses(supervisor, 'ApprovalGranted', { approvalId }))).toEqual([
      `same-person ${approvalId}`,
    ]);
    await mine.does(secondSupervisor, 'ApprovalGranted', { approvalId });
    expect((await mine.now()).mine.closure?.order?.grounds).toBe('Tax arrears');
    expect(await mine.refuses(owner, 'FactCorrected', { corrections })).toMatchObject({ code: 'forbidden' });
  });

  test('occurs when it is granted, also if its request says that it occurs now', async () => {
    const { mine, order } = await givenAClosureOfFiveDays();
    const corrections = [{ eventId: order.eventId, patch: { grounds: 'Tax arrears' } }];
    const occurredAt = '2018-11-20T00:00:00.000Z';
    const approvalId = await mine.at(occurredAt).requests(inspector, 'FactCorrected', { corrections }, { occurredAt });
    const [, correction] = await mine
      .at('2018-11-21T00:00:00.000Z')
      .does(secondSupervisor, 'ApprovalGranted', { approvalId });
    expect(correction).toMatchObject({ type: 'FactCorrected', occurredAt: '2018-11-21T00:00:00.000Z' });
  });

  test('that would put the reopening before the closing is refused, naming what would break', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-11T00:00:00+08:00');
    await onTheWayTo(mine, 'reopened');
    const reopening = await last(mine, 'ReopeningAuthorised');
    const order = await last(mine, 'ClosureOrdered');
    expect(
      await whyNotCorrected(mine, { eventId: reopening.eventId, patch: { occurredAt: '2018-11-10T00:00:00+08:00' } }),
    ).toEqual([`would-become-impossible ${reopening.eventId}`]);
    const moved = await whyNotCorrected(mine, { eventId: order.eventId, patch: { occurredAt: reopening.recordedAt } });
    expect(moved).toContain(`would-become-impossible ${reopening.eventId}`);
    expect(moved).not.toContain(`would-become-impossible ${order.eventId}`);
  });

  test('voids what was never true, alone or with everything that depends on it', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const start = await last(mine, 'InspectionStarted');
    await mine.does(inspector, 'CheckRecorded', { check: 'TAX' });
    const check = await last(mine, 'CheckRecorded');
    expect(await whyNotCorrected(mine, { eventId: start.eventId, void: true })).toEqual([
      `would-become-impossible ${check.eventId}`,
    ]);
    await corrects(mine, { eventId: start.eventId, void: true }, { eventId: check.eventId, void: true });
    expect(await mine.state()).toBe('closed.awaitingInspection');
    expect((await mine.now()).mine).toMatchObject({ checks: {}, inspections: { running: null, ids: [] } });
    expect(fold(await mine.facts())).toEqual(await mine.now());
  });

  test('made again replaces the one before: it starts from what was recorded', async () => {
    const { mine, order } = await givenAClosureOfFiveDays();
    const { eventId } = order;
    await corrects(mine, { eventId, patch: { grounds: 'Tax arrears', number: '2018-77' } });
    await corrects(mine, { eventId, patch: { authority: 'county government' } });
    expect((await mine.now()).mine.closure?.order).toEqual({
      grounds: 'Strict inspection',
      authority: 'county government',
      legalBasis: 'not stated',
    });
  });

  test('can take back a voiding', async () => {
    const { mine, order, withdrawal } = await givenAClosureOfFiveDays();
    await corrects(mine, { eventId: withdrawal.eventId, void: true });
    expect(await mine.state()).toBe('closed.awaitingInspection');
    await corrects(mine, { eventId: withdrawal.eventId, patch: {} });
    expect(await mine.state()).toBe('operating');
    await corrects(mine, { eventId: withdrawal.eventId, void: true }, { eventId: order.eventId, void: true });
    expect((await mine.now()).mine).toMatchObject({ cycle: 0, closure: null });
  });

  test('of an appeal decision that quashed the order has to take the quashing with it', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
    const decided = await last(mine, 'AppealDecided');
    const quashed = await last(mine, 'ClosureQuashed');
    for (const correction of [
      { eventId: decided.eventId, void: true as const },
      { eventId: decided.eventId, patch: { decision: 'upheld' } },
    ]) {
      expect(await whyNotCorrected(mine, correction)).toEqual([`would-become-impossible ${quashed.eventId}`]);
    }
    await corrects(
      mine,
      { eventId: decided.eventId, patch: { decision: 'upheld' } },
      { eventId: quashed.eventId, void: true },
    );
    expect((await mine.now()).value).toMatchObject({ operation: 'closed.awaitingInspection', appeal: 'none' });
    expect((await mine.now()).mine.closure).toMatchObject({ until: null, appealOutcome: 'upheld' });
  });

  test('moves the validity of a requirement only as far as certifying allows', async () => {
    const mine = await givenAMineThatIs('licensed');
    const certified = await last(mine, 'RequirementsCertified');
    const satisfied = await last(mine, 'RequirementSatisfied');
    expect(await whyNotCorrected(mine, { eventId: satisfied.eventId, patch: { validUntil: '2018-10-31' } })).toEqual([
      `would-become-impossible ${certified.eventId}`,
    ]);
    await corrects(mine, { eventId: satisfied.eventId, patch: { validUntil: '2018-11-01' } });
  });

  test('removes an optional detail with null', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'ClosureOrdered', { number: '2018-77' });
    const { eventId } = await last(mine, 'ClosureOrdered');
    await corrects(mine, { eventId, patch: { number: null } });
    expect((await mine.now()).mine.closure?.order).not.toHaveProperty('number');
  });
});

describe('a correction is refused, with the place of what is wrong,', () => {
  test('of a registration voided, of requests and of other corrections', async () => {
    const { mine, order } = await givenAClosureOfFiveDays();
    await corrects(mine, { eventId: order.eventId, patch: { number: '1' } });
    const registration = await last(mine, 'MineRegistered');
    const request = await last(mine, 'ApprovalRequested');
    const correction = await last(mine, 'FactCorrected');
    expect(
      await whyNotCorrected(
        mine,
        { eventId: registration.eventId, void: true },
        { eventId: request.eventId, void: true },
        { eventId: correction.eventId, patch: {} },
        { eventId: '00000000-0000-4000-8000-999999999999', void: true },
      ),
    ).toEqual([
      'invalid /data/corrections/0',
      'invalid /data/corrections/1/eventId',
      'invalid /data/corrections/2/eventId',
      'invalid /data/corrections/3/eventId',
    ]);
    await corrects(mine, { eventId: registration.eventId, patch: { name: 'Renamed mine' } });
    expect((await mine.now()).mine.name).toBe('Renamed mine');
  });

  test('that does not fit the event, names what the procedure lacks, lies in the future, or is made twice', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await passTheInspection(mine);
    const check = await last(mine, 'CheckRecorded');
    const { eventId } = check;
    expect(await whyNotCorrected(mine, { eventId, patch: { outcome: 'maybe', colour: 'red' } })).toEqual([
      'invalid /data/corrections/0/patch/outcome',
      'invalid /data/corrections/0/patch/colour',
    ]);
    expect(await whyNotCorrected(mine, { eventId, patch: { check: 'PARKING' } })).toEqual([
      'invalid /data/corrections/0/patch/check',
    ]);
    expect(await whyNotCorrected(mine, { eventId, patch: { occurredAt: '2030-01-01T00:00:00Z' } })).toEqual([
      'invalid /data/corrections/0/patch/occurredAt',
    ]);
    expect(await whyNotCorrected(mine, { eventId, patch: {} }, { eventId, void: true })).toEqual([
      'invalid /data/corrections/1/eventId',
    ]);
    const registration = await last(mine, 'MineRegistered');
    expect(await whyNotCorrected(mine, { eventId: registration.eventId, patch: { mineId: 'XJ-0002' } })).toEqual([
      'invalid /data/corrections/0/patch/mineId',
    ]);
  });

  test('that is no longer possible when it is granted, and stays open', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const start = await last(mine, 'InspectionStarted');
    const corrections = [{ eventId: start.eventId, void: true as const }];
    const approvalId = await mine.requests(inspector, 'FactCorrected', { corrections });
    await mine.does(inspector, 'CheckRecorded');
    const check = await last(mine, 'CheckRecorded');
    expect(because(await mine.refuses(supervisor, 'ApprovalGranted', { approvalId }))).toEqual([
      `would-become-impossible ${check.eventId}`,
    ]);
    expect(Object.keys((await mine.now()).mine.approvals)).toEqual([approvalId]);
  });
});

test('a mine that is decommissioned can still be corrected', async () => {
  const mine = await givenAMineThatIs('closed');
  await mine.does(supervisor, 'MineDecommissioned');
  const { eventId } = await last(mine, 'MineDecommissioned');
  await corrects(mine, { eventId, void: true });
  expect(await mine.state()).toBe('closed.awaitingInspection');
});
