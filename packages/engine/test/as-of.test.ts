import { describe, expect, test } from '@jest/globals';
import { closuresOf, fold } from '../src/index.ts';
import { givenAMine, inspector, onTheWayTo, owner, reviewer, supervisor } from './given.ts';

describe('as of an instant', () => {
  test('a mine closed on 5 November and untouched since is closed for six days on the 11th, and still so', async () => {
    const mine = await givenAMine();
    const since = '2018-11-05T00:00:00+08:00';
    await mine.at('2018-11-05T09:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, { occurredAt: since });
    await mine.at('2018-12-31T09:00:00+08:00').does(supervisor, 'ClosureWithdrawn');
    const asOf = '2018-11-11T00:00:00+08:00';
    const then = fold(await mine.facts(), { asOf });
    expect(then?.value.operation).toBe('closed.awaitingInspection');
    expect(then && closuresOf(then, asOf)).toMatchObject([
      { duration: 'P6D', milliseconds: 518_400_000, days: 6, ongoing: true, notAllowedToRun: 'P6D' },
    ]);
  });

  test('the instant itself counts, of what happened and of what was known', async () => {
    const mine = await givenAMine();
    await mine
      .at('2018-11-10T00:00:00Z')
      .does(supervisor, 'ClosureOrdered', {}, { occurredAt: '2018-11-05T00:00:00Z' });
    const facts = await mine.facts();
    const operation = (asOf?: string, knownAt?: string) => fold(facts, { asOf, knownAt })?.value.operation;
    expect(operation('2018-11-04T23:59:59.999Z')).toBe('operating');
    expect(operation('2018-11-05T00:00:00.000Z')).toBe('closed.awaitingInspection');
    const recordedAt = facts.at(-1)?.recordedAt ?? '';
    expect(operation(undefined, recordedAt)).toBe('closed.awaitingInspection');
    expect(operation('2018-11-06T00:00:00Z', '2018-11-10T00:00:00Z')).toBe('operating');
  });

  test('before its registration happened or was known there is no mine', async () => {
    const facts = await (await givenAMine()).facts();
    expect(fold(facts, { asOf: '2018-10-31T00:00:00Z' })).toBeUndefined();
    expect(fold(facts, { knownAt: '2018-10-31T00:00:00Z' })).toBeUndefined();
    expect(fold([])).toBeUndefined();
  });
});

test('time is counted by who is waited for, and by state', async () => {
  const mine = await givenAMine();
  const on = (day: number) => ({ occurredAt: `2018-11-${String(day).padStart(2, '0')}T00:00:00Z` });
  await mine.at('2018-12-01T00:00:00Z').does(supervisor, 'ClosureOrdered', {}, on(5));
  await mine.does(inspector, 'InspectionStarted', {}, on(7));
  await mine.does(inspector, 'FindingRaised', {}, on(7));
  await mine.does(inspector, 'CheckRecorded', { check: 'TAX' }, on(8));
  await mine.does(inspector, 'InspectionFailed', {}, on(10));
  await mine.does(owner, 'RemediationDeclared', {}, on(14));
  const [closure] = closuresOf(await mine.now(), '2018-11-20T00:00:00Z');
  const day = 86_400_000;
  expect(closure).toMatchObject({
    duration: 'P15D',
    perState: {
      'closed.awaitingInspection': 2 * day,
      'closed.inspecting': 3 * day,
      'closed.remediating': 4 * day,
      'closed.awaitingReinspection': 6 * day,
    },
    perParty: { owner: 4 * day, offices: { tax: 3 * day, 'public-security': 8 * day } },
  });
});

test('each closure keeps how it began and ended', async () => {
  const mine = await givenAMine();
  await onTheWayTo(mine, 'closed');
  await mine.does(owner, 'AppealLodged');
  await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
  await onTheWayTo(mine, 'closed');
  await mine.does(supervisor, 'MineDecommissioned');
  const { lastRecordedAt } = await mine.now();
  const closures = closuresOf(await mine.now(), lastRecordedAt).map(({ closure }) => closure);
  expect(closures).toMatchObject([
    { cycle: 1, cause: 'order', outcome: 'quashed', procedure: 'rectification@1', sincePrecision: 'instant' },
    { cycle: 2, cause: 'order', outcome: 'decommissioned' },
  ]);
});
