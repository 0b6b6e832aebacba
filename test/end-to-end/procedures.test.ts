import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Procedure, strict1 } from '@rectify/engine';
import { type MigrationPreviewList, type MineDetail, migrationPreviewList } from '@rectify/projections/answers';
import { z } from 'zod';
import { document, type MineAtServer, onTheWayTo, order, type People, peopleAt, registered } from '../course.ts';
import { type Client, type Server, startServer } from '../server.ts';

let server: Server;
let people: People;
let admin: Client;
let mines: Readonly<Record<string, MineAtServer>>;

beforeAll(async () => {
  server = await startServer();
  people = await peopleAt(server);
  admin = await server.as({ role: 'admin' });
  mines = await givenMines();
});

afterAll(() => server?.[Symbol.asyncDispose]());

const inThePast = { occurredAt: '2024-03-01T08:30:00+08:00' };

/** For Xinjiang alone, with a requirement more, one less, and little time to inspect: it changes some cases and not others. */
const strict2: Procedure = {
  ...strict1,
  calendar: { base: 'weekdays', years: [] },
  version: 2,
  regions: ['CN-XJ'],
  requirements: [
    ...strict1.requirements.filter(({ code }) => code !== 'SOCIAL_SECURITY'),
    {
      code: 'INSURANCE',
      office: 'licensing',
      provider: 'owner',
      title: { en: 'Insurance', 'zh-CN': '保险' },
      evidence: { en: 'The policy', 'zh-CN': '保单' },
      lapsesWithLicence: false,
    },
  ],
};

/** Mines of the scenario's kind, their ids saying where they stand. */
async function givenMines() {
  const places = ['running', 'closed', 'inspecting', 'inspected', 'licensed', 'requested', 'reopened', 'elsewhere'];
  const all: Record<string, MineAtServer> = {};
  for (const mineId of places) {
    const region = mineId === 'elsewhere' ? 'CN-GZ' : 'CN-XJ';
    all[mineId] = await registered(server, people, { mineId, region, occurredAt: '2024-01-08T09:00:00+08:00' });
  }
  const mine = (mineId: string) => all[mineId] ?? fail(mineId);
  await mine('closed').does(people.inspector, 'ClosureOrdered', order, inThePast);
  await onTheWayTo('closed', mine('elsewhere'));
  for (const place of ['inspecting', 'inspected', 'licensed', 'reopened'] as const)
    await onTheWayTo(place, mine(place));
  await mine('inspected').does(mine('inspected').owner, 'EvidenceSubmitted', { requirement: 'LICENCES', document });
  await onTheWayTo('licensed', mine('requested'));
  await mine('requested').requests(people.supervisor, 'ReopeningAuthorised', {});
  return all;
}

function fail(mineId: string): never {
  throw new Error(`There is no mine ${mineId}.`);
}

const mine = (mineId: string): MineAtServer => mines[mineId] ?? fail(mineId);

async function standing(): Promise<Record<string, MineDetail>> {
  const ids = Object.keys(mines);
  const details = await Promise.all(ids.map((mineId) => mine(mineId).now()));
  return Object.fromEntries(details.map((detail) => [detail.mineId, detail]));
}

async function preview(procedure: unknown, position = ''): Promise<MigrationPreviewList> {
  const answer = await people.supervisor.post('/v1/procedures/preview', { procedure }, { 'Rectify-After': position });
  return answer.as(migrationPreviewList);
}

/** What of a mine a migration can change, as everyone reads it. */
function seen({ detail, waitingOn, waitingOnOffice }: MineDetail) {
  const unmet = (status: string) => status !== 'satisfied' && status !== 'waived';
  return {
    requirements: detail.requirements.filter(({ status }) => unmet(status)).map(({ requirement }) => requirement),
    deadlines: detail.deadlines.map(({ rule, subject, dueOn, overdue }) => `${rule} ${subject} ${dueOn} ${overdue}`),
    waitingOn: `${waitingOn} ${waitingOnOffice}`,
  };
}

let foretold: MigrationPreviewList;

test('publishing strict@2 changes no running cycle', async () => {
  const before = await standing();
  const published = await admin.post('/v1/procedures', { procedure: strict2 });
  expect(published.status).toBe(201);
  const after = await standing();
  const withoutClock = (details: Record<string, MineDetail>) =>
    Object.values(details).map(({ mineId, procedure, state, revision, detail, requirements }) => ({
      ...{ mineId, procedure, state, revision, requirements },
      checks: detail.checks,
    }));
  expect(withoutClock(after)).toEqual(withoutClock(before));
  foretold = await preview('strict@2', published.headers.get('Rectify-Position') ?? '');
});

test('the preview says which open cycles would change, which not, and which cannot move', async () => {
  expect(foretold.items.map(({ mineId, outcome }) => [mineId, outcome])).toEqual([
    ['closed', 'changes'],
    ['elsewhere', 'cannot-move'],
    ['inspected', 'changes'],
    ['inspecting', 'changes'],
    ['licensed', 'changes'],
    ['requested', 'changes'],
  ]);
  const ofMine = (mineId: string) => foretold.items.find((item) => item.mineId === mineId);
  expect(ofMine('inspecting')?.checks.newlyUnmet).toEqual(['FIRE_SAFETY']);
  expect(ofMine('inspected')?.requirements).toMatchObject({ newlyUnmet: ['INSURANCE'], newlyMet: ['SOCIAL_SECURITY'] });
  expect(ofMine('requested')?.approvals).toMatchObject([{ type: 'ReopeningAuthorised', becomes: 'impossible' }]);
  expect(foretold.counts).toMatchObject({ openCycles: 6, changes: 5, cannotMove: 1, newlyUnmet: { FIRE_SAFETY: 2 } });
});

test('really migrating changes exactly what the preview said', async () => {
  const before = await standing();
  for (const { mineId, outcome } of foretold.items) {
    const moved = await mine(mineId).send(people.supervisor, 'ProcedureMigrated', {
      procedure: 'strict@2',
      reason: 'The jurisdiction changed its rules.',
    });
    expect([mineId, moved.status]).toEqual([mineId, outcome === 'cannot-move' ? 409 : 201]);
  }
  const after = await standing();
  const changed = (mineId: string) => {
    const [was, is] = [before[mineId], after[mineId]];
    if (!was || !is) return fail(mineId);
    const [old, now] = [seen(was), seen(is)];
    return {
      newlyUnmet: now.requirements.filter((code) => !old.requirements.includes(code)),
      newlyMet: old.requirements.filter((code) => !now.requirements.includes(code)),
      deadlines: now.deadlines.filter((due) => !old.deadlines.includes(due)).length,
      waits: old.waitingOn !== now.waitingOn,
    };
  };
  for (const { mineId, requirements, deadlines, waitingOn } of foretold.items) {
    expect({ mineId, ...changed(mineId) }).toEqual({
      mineId,
      newlyUnmet: requirements.newlyUnmet,
      newlyMet: requirements.newlyMet,
      deadlines: deadlines.filter((due) => due.after !== null).length,
      waits: waitingOn !== null,
    });
  }
  for (const mineId of ['running', 'reopened']) expect(after[mineId]?.revision).toBe(before[mineId]?.revision);
});

test('a migrated cycle obeys the new procedure, and its history says when it moved', async () => {
  const { does, send, now, history } = mine('inspecting');
  const { inspector, licensing, supervisor } = people;
  expect((await now()).procedure).toBe('strict@2');
  for (const check of ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'])
    await does(inspector, 'CheckRecorded', { check, outcome: 'pass' });
  const tooEarly = await send(inspector, 'InspectionPassed', { inspectionId: 'I1' });
  expect(tooEarly.status).toBe(409);
  expect(tooEarly.text).toContain('"about":"FIRE_SAFETY"');
  await does(inspector, 'CheckRecorded', { check: 'FIRE_SAFETY', outcome: 'pass' });
  await does(inspector, 'InspectionPassed', { inspectionId: 'I1' });
  // Strict: a licence is granted by two people.
  const granting = await send(licensing, 'LicenceGranted', { licenceId: 'L1', kind: 'business', number: '1' });
  expect(granting.status).toBe(202);
  for (const requirement of ['LICENCES', 'POWER_SUPPLY_PROCEDURE', 'INSURANCE'])
    await does(licensing, 'RequirementSatisfied', { requirement });
  await does(licensing, 'RequirementsCertified', {});
  await does(supervisor, 'ReopeningAuthorised', {});
  expect((await now()).status).toBe('reopened');
  const moved = (await history()).find(({ type }) => type === 'ProcedureMigrated');
  expect(moved?.data).toMatchObject({ procedure: 'strict@2' });
});

test('a cycle that begins now is under the version in force, in its regions alone', async () => {
  const { does, now } = mine('running');
  await does(people.inspector, 'ClosureOrdered', { ...order, groundsCode: 'POWER_OUTAGE' });
  expect((await now()).procedure).toBe('strict@2');
  expect((await mine('elsewhere').now()).procedure).toBe('rectification@1');
});

const listed = z.object({ items: z.array(z.object({ name: z.string(), openCycles: z.number() })) });

test('the command line does the same beside the server', async () => {
  const draft = join(server.data, 'strict-3.json');
  writeFileSync(draft, JSON.stringify({ ...strict2, version: 3, requirements: strict1.requirements }));
  expect((await server.rectify(['procedure', 'check', draft])).stdout).toBe('strict@3 has no faults.\n');
  expect((await server.rectify(['procedure', 'diff', 'strict@2', draft])).stdout).toContain(
    'Requirement INSURANCE removed',
  );
  expect((await server.rectify(['procedure', 'preview', draft])).stdout).toContain('6 open cycles');
  expect((await server.rectify(['procedure', 'publish', draft, '--key', 'p3'])).stdout).toContain(
    'strict@3 is published',
  );
  const again = await server.rectify(['procedure', 'publish', draft]);
  expect([again.code, again.stdout]).toEqual([1, '']);
  const moving = ['--role', 'supervisor', '--data', '{"procedure":"strict@3","reason":"INSURANCE was a mistake"}'];
  expect((await server.rectify(['send', 'inspected', 'ProcedureMigrated', ...moving])).code).toBe(0);
  const { items } = listed.parse(JSON.parse((await server.rectify(['procedure', 'list', '--json'])).stdout));
  expect(items).toMatchObject([
    { name: 'rectification@1', openCycles: 1 },
    { name: 'strict@2', openCycles: 4 },
    { name: 'strict@3', openCycles: 1 },
  ]);
  const withdrawn = await server.rectify(['procedure', 'withdraw', 'strict@3', '--reason', 'another mistake']);
  expect(withdrawn.stdout).toContain('1 open cycle under it');
});
