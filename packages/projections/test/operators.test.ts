import { expect, test } from '@jest/globals';
import type { Person } from '@rectify/engine';
import { answerMine, describeHistory, type Viewer, viewerOf } from '../src/index.ts';
import {
  accepted,
  aDocument,
  givenARegister,
  inspector,
  licensing,
  minesWith,
  NOW,
  ownerOf,
  reading,
  supervisor,
} from './given.ts';

const MINE = 'XJ-0001';
const actingFor = (operator: string): Person => ({ ...ownerOf(MINE), id: operator, operator });
const seenFor = (operator: string): Viewer => viewerOf(actingFor(operator), 'key');
const former = seenFor(`operator-${MINE}`);
const present = seenFor('second-operator');

/** A mine closed and reopened under its first operator, closed again, and then handed to a second one on 1 December. */
async function givenAMineThatChangedHandsWhileShut() {
  const register = await givenARegister();
  const { does } = register;
  await register.registers(MINE);
  await register.closes(MINE, '2018-11-05T00:00:00+08:00', { grounds: 'First closing' });
  await does(MINE, actingFor(`operator-${MINE}`), 'OwnerStatementFiled', { text: 'Ours' }, '2018-11-06T00:00:00+08:00');
  await does(
    MINE,
    licensing,
    'LicenceGranted',
    { licenceId: 'L1', kind: 'business', number: '1' },
    '2018-11-07T00:00:00+08:00',
  );
  await register.reopens(MINE, '2018-11-10T00:00:00+08:00');
  await register.closes(MINE, '2018-11-20T00:00:00+08:00', { grounds: 'Second closing' });
  await does(
    MINE,
    supervisor,
    'OperatorChanged',
    { operator: { id: 'second-operator', name: 'Second Computing Co.' }, reason: 'sold' },
    '2018-12-01T00:00:00+08:00',
  );
  await does(MINE, inspector, 'InspectionStarted', { inspectionId: 'I9' }, '2018-12-05T00:00:00+08:00');
  return register;
}

const typesSeenBy = async (register: Awaited<ReturnType<typeof givenAMineThatChangedHandsWhileShut>>, viewer: Viewer) =>
  describeHistory(await register.factsOf(MINE), {}, viewer).map(({ type, data }) =>
    type === 'ClosureOrdered' ? `${type}: ${data.grounds}` : type,
  );

test('a new operator sees the open cycle from its beginning, the licences in force, and nothing of what was over', async () => {
  const register = await givenAMineThatChangedHandsWhileShut();
  expect(await typesSeenBy(register, present)).toEqual([
    'MineRegistered',
    'LicenceGranted',
    'ClosureOrdered: Second closing',
    'OperatorChanged',
    'InspectionStarted',
  ]);
  const answer = answerMine(await register.factsOf(MINE), { now: NOW }, present);
  expect(answer).toMatchObject({
    cycle: 2,
    operator: { id: 'second-operator' },
    state: { operation: 'closed.inspecting' },
    closure: { cycle: 2, since: '2018-11-20T00:00:00+08:00', days: 42 },
    detail: { earlierClosures: [], statements: [], licences: [{ licenceId: 'L1' }] },
  });
});

test('a former operator sees their own time and nothing after it', async () => {
  const register = await givenAMineThatChangedHandsWhileShut();
  const types = await typesSeenBy(register, former);
  expect(types).toContain('ClosureOrdered: First closing');
  expect(types.slice(-2)).toEqual(['ClosureOrdered: Second closing', 'OperatorChanged']);
  const answer = answerMine(await register.factsOf(MINE), { now: NOW }, former);
  expect(answer).toMatchObject({
    operator: { id: `operator-${MINE}` },
    state: { operation: 'closed.awaitingInspection' },
    asOf: '2018-11-30T15:59:59.999Z',
    closure: { cycle: 2, ongoing: true, days: 10 },
    detail: { earlierClosures: [{ cycle: 1 }], statements: [{ text: 'Ours' }] },
  });
});

test('a former operator may not act for the mine any more, and is not told what could be done', async () => {
  const register = await givenAMineThatChangedHandsWhileShut();
  const send = (operator: string) =>
    register.attempts(
      MINE,
      actingFor(operator),
      'EvidenceSubmitted',
      { requirement: 'LICENCES', document: aDocument },
      '2018-12-06T00:00:00+08:00',
    );
  expect(await send(`operator-${MINE}`)).toMatchObject({ kind: 'rejected', rejection: { code: 'forbidden' } });
  expect(await register.engine.next(MINE, actingFor(`operator-${MINE}`))).toEqual({ possible: [], refused: [] });
  accepted(await send('second-operator'));
});

test('to somebody who acts for an operator that never had the mine, it does not exist', async () => {
  const register = await givenAMineThatChangedHandsWhileShut();
  const stranger = actingFor('a-stranger');
  const facts = await register.factsOf(MINE);
  expect(answerMine(facts, { now: NOW }, seenFor('a-stranger'))).toBeUndefined();
  expect(describeHistory(facts, {}, seenFor('a-stranger'))).toEqual([]);
  expect(await register.engine.next(MINE, stranger)).toBeUndefined();
  expect(
    await register.attempts(MINE, stranger, 'OwnerStatementFiled', { text: 'x' }, '2018-12-06T00:00:00+08:00'),
  ).toMatchObject({ rejection: { code: 'unknown-mine' } });
});

test("an owner's list holds what they operate now", async () => {
  const register = await givenAMineThatChangedHandsWhileShut();
  await reading(register.store, async (reads) => {
    const listed = async (viewer: Viewer) =>
      (await reads.listMines(minesWith(), { viewer, now: NOW })).items.map(({ mineId }) => mineId);
    expect(await listed(present)).toEqual([MINE]);
    expect(await listed(former)).toEqual([]);
  });
});
