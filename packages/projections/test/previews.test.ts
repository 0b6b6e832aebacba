import { expect, test } from '@jest/globals';
import { type Procedure, procedureName, sendProcedureEvent, strict1 } from '@rectify/engine';
import { previewQuery, type Reads } from '../src/index.ts';
import { givenARegister, inspector, licensing, type Register, reading, supervisor } from './given.ts';

const NOW = '2018-11-30T00:00:00Z';
const strict2: Procedure = { ...strict1, version: 2, regions: ['CN-XJ'] };
const publisher = { id: 'admin-1', role: 'admin', office: 'administration', regions: 'all', mines: [] } as const;

/** Mines in every place that matters to a migration, their names saying where they are. */
async function givenMines(): Promise<Register> {
  const register = await givenARegister();
  const { registers, does, closes, reopens } = register;
  for (const mineId of ['awaiting', 'inspected', 'licensed', 'reopened', 'running']) await registers(mineId);
  await registers('elsewhere', { region: 'CN-GZ' });
  for (const mineId of ['awaiting', 'elsewhere', 'inspected', 'licensed', 'reopened'])
    await closes(mineId, '2018-11-05T00:00:00Z');
  await reopens('reopened', '2018-11-20T00:00:00Z');
  for (const mineId of ['inspected', 'licensed']) {
    const at = '2018-11-10T00:00:00Z';
    await does(mineId, inspector, 'InspectionStarted', { inspectionId: 'I1' }, at);
    for (const check of ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'])
      await does(mineId, inspector, 'CheckRecorded', { check, outcome: 'pass' }, at);
    await does(mineId, inspector, 'InspectionPassed', { inspectionId: 'I1' }, at);
  }
  for (const requirement of ['LICENCES', 'POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY'])
    await does('licensed', licensing, 'RequirementSatisfied', { requirement }, '2018-11-15T00:00:00Z');
  await does('licensed', licensing, 'RequirementsCertified', {}, '2018-11-29T00:00:00Z');
  return register;
}

async function allPages(reads: Reads, to: Procedure, limit: number, outcome?: string[]) {
  const pages = [];
  let cursor: string | undefined;
  do {
    const query = previewQuery.parse({ limit, cursor, outcome });
    const page = await reads.previewMigrations(to, query, { now: NOW });
    pages.push(page);
    cursor = page.next;
  } while (cursor !== undefined);
  return pages;
}

test('a preview names the open cycles that would change or cannot move, and counts all of them', async () => {
  const { store } = await givenMines();
  await reading(store, async (reads) => {
    const [page, ...further] = await allPages(reads, strict2, 50);
    expect(further).toEqual([]);
    expect(page?.procedure).toBe('strict@2');
    expect(page?.items.map(({ mineId, outcome, checks }) => [mineId, outcome, checks.newlyUnmet])).toEqual([
      ['awaiting', 'changes', ['FIRE_SAFETY']],
      ['elsewhere', 'cannot-move', []],
      ['licensed', 'changes', []],
    ]);
    expect(page?.counts).toMatchObject({
      openCycles: 4,
      changes: 2,
      unchanged: 1,
      cannotMove: 1,
      underItAlready: 0,
      newlyUnmet: { FIRE_SAFETY: 1 },
      newlyMet: {},
    });
  });
});

test('pages follow each other without a gap, and the counts are on the first', async () => {
  const { store } = await givenMines();
  await reading(store, async (reads) => {
    const everything = ['changes', 'unchanged', 'cannot-move', 'under-it-already'];
    const pages = await allPages(reads, strict2, 1, everything);
    expect(pages.map(({ items }) => items.map(({ mineId }) => mineId))).toEqual([
      ['awaiting'],
      ['elsewhere'],
      ['inspected'],
      ['licensed'],
    ]);
    expect(pages.map(({ counts }) => counts?.openCycles)).toEqual([4, undefined, undefined, undefined]);
    expect((await allPages(reads, strict2, 2, ['unchanged'])).flatMap(({ items }) => items)).toHaveLength(1);
    const cursor = pages[0]?.next;
    await expect(
      reads.previewMigrations({ ...strict2, version: 3 }, previewQuery.parse({ cursor }), { now: NOW }),
    ).rejects.toThrow('belongs to another list');
  });
});

test('open cycles are counted by the version they are pinned to, also after they moved', async () => {
  const { store, does } = await givenMines();
  const needs = { store, clock: () => NOW, newId: () => crypto.randomUUID() };
  await sendProcedureEvent(needs, {
    person: publisher,
    type: 'ProcedurePublished',
    data: { procedure: strict2 },
    commandId: 'publishing',
  });
  const counts = async () => {
    let found: [string, number][] = [];
    await reading(store, async (reads) => {
      found = [...(await reads.openCyclesByProcedure())].toSorted();
    });
    return found;
  };
  expect(await counts()).toEqual([['rectification@1', 4]]);
  const procedure = procedureName(strict2);
  await does('awaiting', supervisor, 'ProcedureMigrated', { procedure, reason: 'new rules' }, NOW);
  expect(await counts()).toEqual([
    ['rectification@1', 3],
    [procedure, 1],
  ]);
  await reading(store, async (reads) => {
    const [page] = await allPages(reads, strict2, 50);
    expect(page?.items.map(({ mineId }) => mineId)).toEqual(['elsewhere', 'licensed']);
    expect(page?.counts).toMatchObject({ openCycles: 4, underItAlready: 1 });
  });
});
