import { describe, expect, test } from '@jest/globals';
import { type Person, recordWhatIsDue, sendProcedureEvent, strict1 } from '@rectify/engine';
import { answerMine, describeHistory, lateList, lateQuery, mineDetail, type Reads } from '../src/index.ts';
import {
  givenARegister,
  inspector,
  licensing,
  minesWith,
  official,
  ownerOf,
  type Register,
  reading,
  statisticsWith,
  supervisor,
  viewingOwner,
} from './given.ts';

const administrator: Person = { id: 'admin-1', role: 'admin', office: 'administration', regions: 'all', mines: [] };
const system: Person = { id: 'system', role: 'system', office: 'system', regions: 'all', mines: [] };
const fifth = '2018-11-05T00:00:00+08:00';

/** What the system puts on record at an instant, for the mines that the read side names. */
async function recorded({ engine, at }: Register, reads: Reads, now: string): Promise<string[]> {
  at(now);
  const facts = await recordWhatIsDue({
    engine,
    candidates: reads.wokenMines,
    clock: () => now,
    onFailure: (failure) => {
      throw failure;
    },
  });
  return facts.map(({ mineId, type, data }) => `${mineId} ${type} ${'rule' in data ? data.rule : ''}`.trim());
}

describe('a deadline of the authority that has passed', () => {
  test('is answered with by how many days it is late, and what it was counted from', async () => {
    const register = await givenARegister();
    await register.registers('XJ-0001');
    await register.closes('XJ-0001', fifth);
    const facts = await register.factsOf('XJ-0001');
    const answered = (now: string) => answerMine(facts, { now }, official)?.nextDeadline;
    expect(answered('2018-11-23T12:00:00+08:00')).toMatchObject({
      rule: 'first-inspection',
      dueOn: '2018-11-19',
      dueAt: '2018-11-19T23:59:59.999+08:00',
      office: 'tax',
      started: { type: 'ClosureOrdered', at: fifth },
      overdue: true,
      daysLate: 4,
    });
    expect(answered('2018-11-19T23:59:59.999+08:00')).toMatchObject({ overdue: false, daysLate: 0 });
  });

  test('wakes its mine for the system once, and the next one wakes it again', async () => {
    const register = await givenARegister();
    for (const mineId of ['XJ-0001', 'XJ-0002']) {
      await register.registers(mineId);
      await register.closes(mineId, fifth);
    }
    const reinspection = '2018-11-10T00:00:00+08:00';
    await register.does('XJ-0002', inspector, 'InspectionStarted', { inspectionId: 'I1' }, reinspection);
    await register.does(
      'XJ-0002',
      inspector,
      'FindingRaised',
      { findingId: 'F1', description: 'No seal', dueOn: '2018-11-30' },
      reinspection,
    );
    await register.does('XJ-0002', inspector, 'InspectionFailed', { inspectionId: 'I1' }, reinspection);

    await reading(register.store, async (reads, projector) => {
      expect(await reads.wokenMines('2018-11-19T15:59:59.999Z')).toEqual([]);
      expect(await reads.wokenMines('2018-11-19T16:00:00Z')).toEqual(['XJ-0001']);
      expect(await recorded(register, reads, '2018-11-19T16:00:00Z')).toEqual([
        'XJ-0001 DeadlinePassed first-inspection',
      ]);
      await projector.caughtUp();
      expect(await reads.wokenMines('2018-11-30T15:59:59.999Z')).toEqual([]);
      expect(await recorded(register, reads, '2018-12-01T00:00:00Z')).toEqual(['XJ-0002 DeadlinePassed remediation']);
      await projector.caughtUp();
      expect(await reads.wokenMines('2020-01-01T00:00:00Z')).toEqual([]);
    });
  });

  test('is counted by office in the statistics of the closures it passed in, and the owner’s is not', async () => {
    const register = await givenARegister();
    await register.registers('XJ-0001');
    await register.closes('XJ-0001', fifth);
    await register.does(
      'XJ-0001',
      supervisor,
      'PowerDirectionIssued',
      { directionId: 'P1', alternatives: ['relocate'], dueOn: '2018-11-10' },
      fifth,
    );
    await register.does('XJ-0001', ownerOf('XJ-0001'), 'LiftRequested', { reason: 'All is well' }, fifth);
    await reading(register.store, async (reads, projector) => {
      await recorded(register, reads, '2018-11-20T00:00:00Z');
      await projector.caughtUp();
      const now = '2018-12-01T00:00:00Z';
      const statistics = await reads.statistics(statisticsWith(), { viewer: official, now });
      expect(statistics.lateByOffice).toEqual({ tax: 1, energy: 1 });
    });
  });

  test('is listed with the closure it passed in and the day it was due, the latest first, as of and as known at any instant', async () => {
    const register = await givenARegister();
    await register.registers('XJ-0001');
    await register.registers('XJ-0002');
    await register.closes('XJ-0001', fifth);
    await register.closes('XJ-0002', '2018-11-06T00:00:00+08:00');
    await register.does('XJ-0001', ownerOf('XJ-0001'), 'LiftRequested', { reason: 'All is well' }, fifth);
    await reading(register.store, async (reads, projector) => {
      for (const day of ['2018-11-20T00:00:00Z', '2018-11-21T00:00:00Z']) {
        await recorded(register, reads, day);
        await projector.caughtUp();
      }
      const asking = { viewer: official, now: '2018-12-01T00:00:00Z' };
      const listed = async (parameters: Record<string, string> = {}) =>
        reads.listLate(lateQuery.parse(parameters), asking);

      const ofTax = await listed({ late: 'tax' });
      expect(lateList.parse(ofTax)).toEqual(ofTax);
      expect(ofTax).toMatchObject({
        total: 2,
        items: [
          { mineId: 'XJ-0002', cycle: 1, office: 'tax', rule: 'first-inspection', dueOn: '2018-11-20' },
          { mineId: 'XJ-0001', cycle: 1, office: 'tax', rule: 'first-inspection', dueOn: '2018-11-19' },
        ],
      });
      const first = await listed({ limit: '2' });
      const second = await listed({ limit: '2', cursor: String(first.next) });
      expect([...first.items, ...second.items].map(({ mineId, office }) => `${mineId} ${office}`)).toEqual([
        'XJ-0002 tax',
        'XJ-0001 tax',
        'XJ-0001 energy',
      ]);
      const noon = '2018-11-19T12:00:00+08:00';
      expect((await listed({ late: 'tax', asOf: noon, total: 'exact' })).total).toBe(0);
      expect((await listed({ knownAt: noon, total: 'exact' })).total).toBe(0);
      expect((await listed({ q: 'XJ-0002' })).total).toBe(1);
      expect((await listed({ late: 'energy', q: 'XJ-0002' })).total).toBe(0);
    });
  });
});

test('a deadline in a year without calendar is answered without a day, and fails no list', async () => {
  const register = await givenARegister();
  const { store } = register;
  await register.registers('XJ-0001');
  const closedAt = '2026-12-28T12:00:00+08:00';
  const procedure = { ...strict1, deadlines: { ...strict1.deadlines, service: strict1.deadlines['first-inspection'] } };
  const published = await sendProcedureEvent(
    { store, clock: () => '2018-11-01T00:00:00+08:00', newId: () => '00000000-0000-4000-9000-000000000001' },
    { person: administrator, type: 'ProcedurePublished', data: { procedure }, commandId: 'strict' },
  );
  expect(published.kind).toBe('accepted');
  await register.closes('XJ-0001', closedAt, { groundsCode: 'OTHER' });
  await reading(store, async (reads) => {
    const asking = { viewer: official, now: '2027-06-01T00:00:00+08:00' };
    const list = await reads.listMines(minesWith({ overdue: 'false' }), asking);
    expect(list.items).toMatchObject([{ mineId: 'XJ-0001', nextDeadline: null, flags: [] }]);
    const mine = mineDetail.parse(await reads.mine('XJ-0001', {}, asking));
    expect(mine.detail.deadlines.map(({ rule, dueOn, undated }) => [rule, dueOn, undated?.year])).toEqual([
      ['appeal', '2027-01-27', undefined],
      ['first-inspection', null, 2027],
      ['service', null, 2027],
    ]);
    expect(await reads.wokenMines('2040-01-01T00:00:00Z')).toEqual([]);
  });
});

test('that a request for approval waits too long is not told to the owner', async () => {
  const register = await givenARegister();
  await register.registers('XJ-0001');
  const order = { grounds: 'Strict inspection', authority: 'local authorities', legalBasis: 'not stated' };
  await register.attempts('XJ-0001', inspector, 'ClosureOrdered', order, fifth);
  await reading(register.store, async (reads) => {
    expect(await recorded(register, reads, '2018-11-20T00:00:00Z')).toEqual(['XJ-0001 DeadlinePassed approval-answer']);
  });
  const facts = await register.factsOf('XJ-0001');
  const owner = viewingOwner('XJ-0001');
  expect(describeHistory(facts, {}, owner).map(({ type }) => type)).toEqual(['MineRegistered']);
  expect(answerMine(facts, { now: '2018-11-20T00:00:00Z' }, owner)).toMatchObject({ nextDeadline: null, flags: [] });
});

test('what ends soon is a flag and a line on the file, not a debt', async () => {
  const register = await givenARegister();
  await register.registers('XJ-0001');
  const licence = { licenceId: 'L1', kind: 'power', number: '1', validUntil: '2018-12-31' };
  await register.does('XJ-0001', licensing, 'LicenceGranted', licence, fifth);
  const facts = await register.factsOf('XJ-0001');
  expect(answerMine(facts, { now: '2018-12-01T00:00:00+08:00' }, official)).toMatchObject({
    flags: ['licence-ending'],
    nextDeadline: null,
    detail: { endings: [{ what: 'licence', subject: 'L1', lastDay: '2018-12-31', daysLeft: 30, warning: 60 }] },
  });
});

test('what a requirement was valid until ran out before and after that is recorded, not where it lapsed for a reason', async () => {
  const register = await givenARegister();
  await register.registers('XJ-0001');
  await register.closes('XJ-0001', fifth);
  for (const requirement of ['LICENCES', 'SOCIAL_SECURITY'])
    await register.does('XJ-0001', licensing, 'RequirementSatisfied', { requirement, validUntil: '2018-11-10' }, fifth);
  const lapse = { requirement: 'SOCIAL_SECURITY', reason: 'revoked elsewhere' };
  await register.does('XJ-0001', system, 'RequirementLapsed', lapse, fifth);
  const answered = async (now: string) =>
    mineDetail
      .parse(answerMine(await register.factsOf('XJ-0001'), { now }, official))
      .detail.requirements.map(({ requirement, status, ranOut }) => [requirement, status, ranOut]);

  expect(await answered('2018-11-10T12:00:00+08:00')).toContainEqual(['LICENCES', 'satisfied', false]);
  const after = '2018-11-11T12:00:00+08:00';
  expect(await answered(after)).toContainEqual(['LICENCES', 'satisfied', true]);
  await reading(register.store, async (reads) => {
    await recorded(register, reads, after);
  });
  expect(await answered(after)).toContainEqual(['LICENCES', 'lapsed', true]);
  expect(await answered(after)).toContainEqual(['SOCIAL_SECURITY', 'lapsed', false]);
});
