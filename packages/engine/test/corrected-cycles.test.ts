import { describe, expect, test } from '@jest/globals';
import { closuresOf, fold, strict1 } from '../src/index.ts';
import {
  because,
  corrects,
  givenAMine,
  inspector,
  last,
  type MineUnderTest,
  owner,
  patching,
  publishes,
  reviewer,
  supervisor,
  voiding,
  whyNotCorrected,
} from './given.ts';

const on = (day: string) => ({ occurredAt: `2018-11-${day}T10:00:00+08:00` });

/** A mine closed from the 5th to the 8th and again from the 12th on, with a letter and an appeal in each closure; it is the 20th. */
async function givenTwoClosures() {
  const mine = await givenAMine();
  await mine.at('2018-11-20T00:00:00+08:00');
  const [first] = await mine.does(supervisor, 'ClosureOrdered', {}, on('05'));
  const [letter] = await mine.does(inspector, 'GuaranteeLetterDemanded', {}, on('06'));
  const [appeal] = await mine.does(owner, 'AppealLodged', {}, on('06'));
  const [decision] = await mine.does(reviewer, 'AppealDecided', {}, on('07'));
  const [withdrawal] = await mine.does(supervisor, 'ClosureWithdrawn', {}, on('08'));
  const [second] = await mine.does(supervisor, 'ClosureOrdered', {}, on('12'));
  const [secondLetter] = await mine.does(inspector, 'GuaranteeLetterDemanded', {}, on('13'));
  await mine.does(owner, 'AppealLodged', {}, on('13'));
  return { mine, first, letter, appeal, decision, withdrawal, second, secondLetter };
}

async function cyclesOf(mine: MineUnderTest) {
  const folded = await mine.now();
  expect(fold(await mine.facts())).toEqual(folded);
  return closuresOf(folded, folded.lastRecordedAt).map(({ cycle, closure }) => [cycle, closure.eventId]);
}

describe('the number of a closure is its place in the effective history, its identity the event that began it', () => {
  test('an order that was never given makes the next closure the first, with its letter and its appeal', async () => {
    const { mine, first, letter, appeal, decision, withdrawal, second, secondLetter } = await givenTwoClosures();
    expect(await cyclesOf(mine)).toEqual([
      [1, first?.eventId],
      [2, second?.eventId],
    ]);
    expect(await whyNotCorrected(mine, voiding(first))).toEqual(
      [appeal, decision, withdrawal].map((fact) => `would-become-impossible ${fact?.eventId}`),
    );
    await corrects(mine, ...[first, letter, appeal, decision, withdrawal].map(voiding));
    expect(await cyclesOf(mine)).toEqual([[1, second?.eventId]]);
    const { mine: now } = await mine.now();
    expect(now.appeals).toMatchObject([{ cycle: 1, status: 'pending' }]);
    expect(now.letters).toMatchObject([{ cycle: 1, since: secondLetter?.occurredAt }]);
  });

  test('an end that never was joins two closures only if the second order goes too', async () => {
    const { mine, first, withdrawal, second } = await givenTwoClosures();
    expect(await whyNotCorrected(mine, voiding(withdrawal))).toEqual([`would-become-impossible ${second?.eventId}`]);
    await corrects(mine, voiding(withdrawal), voiding(second));
    expect(await cyclesOf(mine)).toEqual([[1, first?.eventId]]);
    expect((await mine.now()).mine.appeals).toMatchObject([{ cycle: 1 }, { cycle: 1 }]);
  });

  test('as known before, the numbers were those of the history known then', async () => {
    const { mine, first, letter, appeal, decision, withdrawal, second } = await givenTwoClosures();
    const { lastRecordedAt: knownAt } = await mine.now();
    await corrects(mine, ...[first, letter, appeal, decision, withdrawal].map(voiding));
    const before = fold(await mine.facts(), { knownAt });
    expect(before && closuresOf(before, knownAt).map(({ cycle, closure }) => [cycle, closure.eventId])).toEqual([
      [1, first?.eventId],
      [2, second?.eventId],
    ]);
  });
});

describe('what is dated back goes by the procedure of its time', () => {
  test('its codes are those of the closure in which it falls', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-05T10:00:00+08:00').does(supervisor, 'ClosureOrdered');
    await mine.at('2018-11-06T10:00:00+08:00').does(inspector, 'InspectionStarted');
    await mine.at('2018-11-08T10:00:00+08:00').does(supervisor, 'ClosureWithdrawn');
    await publishes(mine, strict1, '2018-11-10T00:00:00Z');
    await mine.at('2018-11-12T10:00:00+08:00').does(supervisor, 'ClosureOrdered', { groundsCode: 'OTHER' });
    expect((await mine.now()).mine.closure?.procedure).toBe('strict@1');
    await mine.does(inspector, 'InspectionStarted');
    await mine.does(inspector, 'CheckRecorded', { check: 'FIRE_SAFETY' });
    const early = await mine.refuses(inspector, 'CheckRecorded', { check: 'FIRE_SAFETY' }, on('07'));
    expect(because(early)).toEqual(['invalid /data/check']);
    const [check] = await mine.does(inspector, 'CheckRecorded', { check: 'TAX' }, on('07'));
    expect(check?.procedure).toMatchObject({ id: 'rectification', version: 1 });
  });
});

test('a closure keeps its procedure when its order moves to a time when another was in force', async () => {
  const mine = await givenAMine();
  await publishes(mine, strict1, '2018-11-10T00:00:00Z');
  await mine.at('2018-11-12T10:00:00+08:00').does(supervisor, 'ClosureOrdered', { groundsCode: 'OTHER' });
  await corrects(mine, patching(await last(mine, 'ClosureOrdered'), on('06')));
  expect((await mine.now()).mine.closure).toMatchObject({ procedure: 'strict@1', since: on('06').occurredAt });
});
