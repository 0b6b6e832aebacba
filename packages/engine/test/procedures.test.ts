import { expect, test } from '@jest/globals';
import {
  defaultProcedure,
  type Procedure,
  procedureInForce,
  procedureName,
  sendProcedureEvent,
  shippedProcedures,
  strict1,
} from '../src/index.ts';
import {
  admin,
  because,
  givenAMine,
  givenAMineThatIs,
  idsInSequence,
  inspector,
  licensing,
  type MineUnderTest,
  onTheWayTo,
  passTheInspection,
  publishes,
  satisfyTheRequirements,
  supervisor,
} from './given.ts';

const strict2: Procedure = { ...strict1, version: 2 };
const reason = 'the jurisdiction changed its rules';

function withdraws({ store }: MineUnderTest, procedure: string, at: string) {
  return sendProcedureEvent(
    { store, clock: () => at, newId: idsInSequence() },
    { person: admin, type: 'ProcedureWithdrawn', data: { procedure, reason }, commandId: `withdraw ${procedure}` },
  );
}

test('publishing a procedure changes no running cycle, and the next one begins under it', async () => {
  const mine = await givenAMineThatIs('licensed');
  await publishes(mine, strict1, '2018-12-01T00:00:00Z');
  expect(procedureName((await mine.now()).mine.procedure)).toBe('rectification@1');
  mine.at('2018-12-02T00:00:00Z');
  await mine.does(supervisor, 'ReopeningAuthorised');
  await mine.does(inspector, 'ClosureOrdered', { groundsCode: 'POWER_OUTAGE' });
  const { mine: shutAgain } = await mine.now();
  expect(shutAgain.closure?.procedure).toBe('strict@1');
  expect(shutAgain.earlierClosures.map(({ procedure }) => procedure)).toEqual(['rectification@1']);
});

test('a cycle is pinned to the version in force when it began, also when its order is recorded later', async () => {
  const mine = await givenAMine();
  await publishes(mine, strict1, '2018-12-01T00:00:00Z');
  mine.at('2018-12-05T00:00:00Z');
  await mine.does(inspector, 'ClosureOrdered', {}, { occurredAt: '2018-11-30T00:00:00Z' });
  expect((await mine.now()).mine.closure?.procedure).toBe('rectification@1');
});

test('a migrated cycle obeys the new procedure: its checks, its four eyes', async () => {
  const mine = await givenAMineThatIs('inspecting');
  await publishes(mine, strict2, '2018-12-01T00:00:00Z');
  mine.at('2018-12-02T00:00:00Z');
  for (const { code } of defaultProcedure.checks) await mine.does(inspector, 'CheckRecorded', { check: code });
  await mine.does(supervisor, 'ProcedureMigrated', { procedure: 'strict@2', reason });
  expect(because(await mine.refuses(inspector, 'InspectionPassed'))).toEqual(['check-missing FIRE_SAFETY']);
  await mine.does(inspector, 'CheckRecorded', { check: 'FIRE_SAFETY' });
  await mine.does(inspector, 'InspectionPassed');
  const { mine: inspected } = await mine.now();
  expect([inspected.closure?.procedure, procedureName(inspected.procedure)]).toEqual(['strict@2', 'strict@2']);
  const outcome = await mine.attempts(licensing, 'LicenceGranted', { licenceId: 'L1', kind: 'business', number: '1' });
  expect(outcome.kind).toBe('approval');
});

test('what was satisfied stays satisfied when a cycle moves to another procedure', async () => {
  const more: Procedure = {
    ...strict2,
    requirements: [
      ...strict2.requirements.filter(({ code }) => code !== 'SOCIAL_SECURITY'),
      { ...strict2.requirements[0], code: 'INSURANCE' } as Procedure['requirements'][number],
    ],
  };
  const mine = await givenAMineThatIs('inspected');
  await satisfyTheRequirements(mine);
  await publishes(mine, more, '2018-12-01T00:00:00Z');
  mine.at('2018-12-02T00:00:00Z');
  await mine.does(supervisor, 'ProcedureMigrated', { procedure: 'strict@2', reason });
  const statuses = Object.entries((await mine.now()).mine.requirements).map(([code, { status }]) => [code, status]);
  expect(Object.fromEntries(statuses)).toEqual({
    LICENCES: 'satisfied',
    POWER_SUPPLY_PROCEDURE: 'satisfied',
    INSURANCE: 'missing',
  });
});

test('a cycle cannot move to a procedure that is unknown, its own, or of elsewhere', async () => {
  const mine = await givenAMineThatIs('closed');
  await publishes(mine, { ...strict1, regions: ['CN-SC'] }, '2018-12-01T00:00:00Z');
  mine.at('2018-12-02T00:00:00Z');
  const migrates = async (procedure: string) =>
    because(await mine.refuses(supervisor, 'ProcedureMigrated', { procedure, reason }));
  expect(await migrates('strict@9')).toEqual(['invalid /data/procedure']);
  expect(await migrates('rectification@1')).toEqual(['same-procedure rectification@1']);
  expect(await migrates('strict@1')).toEqual(['procedure-of-elsewhere strict@1']);
});

test('a running mine has no cycle to move', async () => {
  const mine = await givenAMine();
  await publishes(mine, strict1, '2018-12-01T00:00:00Z');
  mine.at('2018-12-02T00:00:00Z');
  expect(because(await mine.refuses(supervisor, 'ProcedureMigrated', { procedure: 'strict@1', reason }))).toEqual([
    'no-such-step operating',
  ]);
});

test('a published version never changes, and publishing it twice under one key is once', async () => {
  const mine = await givenAMine();
  const first = await publishes(mine, strict1, '2018-12-01T00:00:00Z');
  const again = await publishes(mine, strict1, '2018-12-02T00:00:00Z');
  expect([first, again]).toMatchObject([
    { kind: 'accepted', duplicate: false },
    { kind: 'accepted', duplicate: true },
  ]);
  expect(await publishes(mine, { ...strict1, zone: 'Asia/Urumqi' }, '2018-12-03T00:00:00Z', 'other')).toMatchObject({
    rejection: { code: 'procedure-exists' },
  });
  expect(await publishes(mine, { ...strict1, zone: 'Asia/Urumqi' }, '2018-12-03T00:00:00Z')).toMatchObject({
    rejection: { code: 'key-reused' },
  });
});

test('a withdrawn version gets no new cycles, and those under it go on', async () => {
  const mine = await givenAMine();
  await publishes(mine, strict1, '2018-12-01T00:00:00Z');
  mine.at('2018-12-02T00:00:00Z');
  await onTheWayTo(mine, 'closed');
  await withdraws(mine, 'strict@1', '2018-12-03T00:00:00Z');
  mine.at('2018-12-04T00:00:00Z');
  await mine.does(inspector, 'InspectionStarted');
  await passTheInspection(mine);
  expect((await mine.now()).mine.closure?.procedure).toBe('strict@1');
  await mine.does(supervisor, 'ClosureWithdrawn');
  await mine.does(inspector, 'ClosureOrdered');
  expect((await mine.now()).mine.closure?.procedure).toBe('rectification@1');
});

test('the default cannot be withdrawn, nor what is unknown or withdrawn already', async () => {
  const mine = await givenAMine();
  expect(await withdraws(mine, 'rectification@1', '2018-12-01T00:00:00Z')).toMatchObject({
    rejection: { code: 'procedure-cannot-be-withdrawn' },
  });
  expect(await withdraws(mine, 'strict@1', '2018-12-01T00:00:00Z')).toMatchObject({
    rejection: { code: 'unknown-procedure' },
  });
});

test('only an administrator publishes', async () => {
  const { store } = await givenAMine();
  const outcome = await sendProcedureEvent(
    { store, clock: () => '2018-12-01T00:00:00Z', newId: idsInSequence() },
    { person: supervisor, type: 'ProcedurePublished', data: { procedure: strict1 }, commandId: 'k' },
  );
  expect(outcome).toMatchObject({ kind: 'rejected', rejection: { code: 'forbidden', who: ['admin'] } });
});

test('the version that came into force last is in force in its regions, the default elsewhere', () => {
  const published = (procedure: Procedure, inForceFrom: string) =>
    [
      procedureName(procedure),
      {
        name: procedureName(procedure),
        procedure,
        publishedAt: inForceFrom,
        inForceFrom,
        withdrawnAt: null,
        withdrawnBecause: null,
      },
    ] as const;
  const procedures = new Map([
    ...shippedProcedures,
    published({ ...strict2, regions: ['CN-XJ'] }, '2019-02-01T00:00:00Z'),
    published({ ...strict1, regions: ['CN-XJ'] }, '2019-01-01T00:00:00Z'),
  ]);
  const inForce = (region: string, at: string) => procedureName(procedureInForce(procedures, region, at));
  expect(inForce('CN-XJ', '2018-12-31T23:59:59Z')).toBe('rectification@1');
  expect(inForce('CN-XJ', '2019-01-01T00:00:00Z')).toBe('strict@1');
  expect(inForce('CN-XJ', '2019-02-01T00:00:00Z')).toBe('strict@2');
  expect(inForce('CN-GZ', '2019-02-01T00:00:00Z')).toBe('rectification@1');
  expect(inForce('CN-SC', '2019-02-01T00:00:00Z')).toBe('rectification@1');
});
