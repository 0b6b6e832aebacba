import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  deadlinesOf,
  defaultProcedure,
  foresee,
  isOverdue,
  type MigrationPreview,
  type Procedure,
  previewMigration,
  procedureName,
  strict1,
  waitingOn,
} from '../src/index.ts';
import {
  failTheInspectionAndRemedy,
  givenAMine,
  inspector,
  licensing,
  type MineUnderTest,
  onTheWayTo,
  owner,
  passTheInspection,
  publishes,
  secondSupervisor,
  supervisor,
} from './given.ts';

const strict2: Procedure = { ...strict1, version: 2 };
const [licences, power] = defaultProcedure.requirements;
const anotherRequirement: Procedure = {
  ...strict2,
  requirements: [
    ...strict2.requirements.filter(({ code }) => code !== 'SOCIAL_SECURITY'),
    { ...licences, code: 'INSURANCE' } as typeof power & object,
  ],
};

async function preview(mine: MineUnderTest, to: Procedure, now: string): Promise<MigrationPreview | undefined> {
  return previewMigration(await mine.now(), to, { now, procedures: await mine.engine.procedures() });
}

describe('what a migration would change', () => {
  test('a check that is new is due while the inspection has not passed', async () => {
    const mine = await givenAMine();
    await onTheWayTo(mine, 'inspecting');
    await mine.does(inspector, 'CheckRecorded', { check: 'TAX' });
    expect(await preview(mine, strict2, '2018-11-02T00:00:00Z')).toMatchObject({
      mineId: 'XJ-0001',
      cycle: 1,
      procedure: 'rectification@1',
      outcome: 'changes',
      checks: {
        newlyUnmet: ['FIRE_SAFETY'],
        newlyMet: [],
        unchanged: ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'],
      },
      requirements: {
        newlyUnmet: [],
        newlyMet: [],
        unchanged: ['LICENCES', 'POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY'],
      },
    });
    await passTheInspection(mine);
    expect((await preview(mine, strict2, '2018-11-02T00:00:00Z'))?.checks.newlyUnmet).toEqual([]);
  });

  test('a requirement that is new is unmet, and one that is not asked for any more stands in nobody’s way', async () => {
    const mine = await givenAMine();
    await onTheWayTo(mine, 'inspected');
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES' });
    expect((await preview(mine, anotherRequirement, '2018-11-02T00:00:00Z'))?.requirements).toEqual({
      newlyUnmet: ['INSURANCE'],
      newlyMet: ['SOCIAL_SECURITY'],
      unchanged: ['LICENCES', 'POWER_SUPPLY_PROCEDURE'],
    });
  });

  test('a shorter deadline can be overdue at once', async () => {
    const mine = await givenAMine();
    await onTheWayTo(mine, 'closed');
    const [was, is] = [{ dueOn: '2018-11-15' }, { dueOn: '2018-11-08' }];
    const shorter = {
      ...defaultProcedure.deadlines,
      'first-inspection': { days: 7, count: 'calendar', responsible: 'inspection' } as const,
    };
    const sooner: Procedure = { ...defaultProcedure, version: 2, deadlines: shorter };
    const deadlines = async (now: string) => (await preview(mine, sooner, now))?.deadlines;
    expect(await deadlines('2018-11-08T00:00:00Z')).toMatchObject([
      { rule: 'first-inspection', before: was, after: is, becomes: null },
    ]);
    expect(await deadlines('2018-11-10T00:00:00Z')).toMatchObject([
      { rule: 'first-inspection', before: was, after: is, becomes: 'overdue' },
    ]);
  });

  test('a request that waits for another person may need none any more, or become impossible', async () => {
    const mine = await givenAMine();
    await onTheWayTo(mine, 'licensed');
    const approvalId = await mine.requests(supervisor, 'ReopeningAuthorised');
    const { ReopeningAuthorised: _reopening, ...fourEyes } = strict2.fourEyes;
    const alone = await preview(mine, { ...strict2, fourEyes }, '2018-11-02T00:00:00Z');
    expect(alone?.approvals).toEqual([{ approvalId, type: 'ReopeningAuthorised', becomes: 'not-needed' }]);
    const blocked = await preview(mine, anotherRequirement, '2018-11-02T00:00:00Z');
    expect(blocked?.approvals).toEqual([{ approvalId, type: 'ReopeningAuthorised', becomes: 'impossible' }]);
    expect((await preview(mine, { ...defaultProcedure, version: 2 }, '2018-11-02T00:00:00Z'))?.outcome).toBe(
      'unchanged',
    );
  });

  test('a mine elsewhere cannot move, one under it already does not, and a running one has no cycle to move', async () => {
    const mine = await givenAMine();
    expect(await preview(mine, strict2, '2018-11-02T00:00:00Z')).toBeUndefined();
    await onTheWayTo(mine, 'closed');
    expect(await preview(mine, { ...strict2, regions: ['CN-SC'] }, '2018-11-02T00:00:00Z')).toMatchObject({
      outcome: 'cannot-move',
      reasons: [{ code: 'procedure-of-elsewhere' }],
    });
    expect(await preview(mine, defaultProcedure, '2018-11-02T00:00:00Z')).toMatchObject({
      outcome: 'under-it-already',
    });
  });
});

/** Things that happen to shut mines, each where it can. */
const happenings: readonly ((mine: MineUnderTest) => Promise<unknown>)[] = [
  (mine) => mine.attempts(inspector, 'InspectionStarted', { inspectionId: 'I9' }),
  (mine) => mine.attempts(inspector, 'CheckRecorded', { check: 'TAX', outcome: 'pass' }),
  (mine) => mine.attempts(inspector, 'CheckRecorded', { check: 'REAL_NAME_CUSTOMERS', outcome: 'fail' }),
  async (mine) => ((await mine.state()) === 'closed.inspecting' ? failTheInspectionAndRemedy(mine) : undefined),
  async (mine) =>
    (await mine.state()) === 'closed.inspecting' ? passTheInspection(mine).catch(() => undefined) : undefined,
  (mine) =>
    mine.attempts(owner, 'EvidenceSubmitted', {
      requirement: 'LICENCES',
      document: { name: 'a.pdf', sha256: 'a'.repeat(64) },
    }),
  (mine) => mine.attempts(licensing, 'RequirementSatisfied', { requirement: 'SOCIAL_SECURITY' }),
  (mine) => mine.attempts(licensing, 'RequirementSatisfied', { requirement: 'LICENCES', validUntil: '2018-11-20' }),
  (mine) =>
    mine.attempts(supervisor, 'RequirementWaived', {
      requirement: 'POWER_SUPPLY_PROCEDURE',
      reason: 'x',
      expiresOn: '2019-01-01',
    }),
  (mine) => mine.attempts(licensing, 'RequirementsCertified', {}),
  (mine) => mine.attempts(owner, 'LiftRequested', { reason: 'x' }),
  (mine) => mine.attempts(owner, 'AppealLodged', { appealId: 'A1', grounds: 'x' }),
  (mine) => mine.attempts(supervisor, 'ReopeningAuthorised', {}),
  async (mine) => {
    const fact = (await mine.facts()).find(({ type }) => type === 'ClosureOrdered');
    return mine.attempts(inspector, 'FactCorrected', {
      corrections: [{ eventId: fact?.eventId, patch: { grounds: 'other' } }],
      reason: 'x',
    });
  },
];

const { 'first-inspection': first, 'lift-decision': lift, appeal } = strict2.deadlines;
const drafts: readonly Procedure[] = [
  strict2,
  anotherRequirement,
  { ...defaultProcedure, version: 2 },
  { ...defaultProcedure, version: 2, checks: defaultProcedure.checks.slice(1), fourEyes: {} },
  {
    ...strict2,
    deadlines: {
      ...strict2.deadlines,
      'first-inspection': { ...first, days: 1 },
      'lift-decision': { ...lift, days: 60 },
      appeal: { ...appeal, days: 2 },
    },
  },
  { ...strict2, regions: ['CN-SC'] },
  { ...strict2, offices: { ...strict2.offices, supervision: 'review', inspection: 'power' }, zone: 'America/New_York' },
];

const MOVED_ON = '2018-11-22T01:00:00Z';

/** What stands in the way of a mine, what is due and who may grant what: read from its standing apart from how the preview reads it. */
async function seen(mine: MineUnderTest) {
  const folded = await mine.now();
  const { requirements, checks, procedure, approvals } = folded.mine;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: procedure.zone }).format(new Date(MOVED_ON));
  const present = { now: MOVED_ON, procedures: await mine.engine.procedures() };
  const facts = await mine.facts();
  return {
    requirements: procedure.requirements.flatMap(({ code }) => {
      const { status = 'missing', validUntil = null } = requirements[code] ?? {};
      const met = (status === 'satisfied' || status === 'waived') && (validUntil === null || validUntil >= today);
      return met ? [] : [code];
    }),
    checks: folded.value.operation.startsWith('closed.')
      ? procedure.checks.flatMap(({ code }) =>
          ['pass', 'not-applicable'].includes(checks[code]?.outcome ?? '') ? [] : [code],
        )
      : [],
    deadlines: new Map(
      deadlinesOf(folded).map((due) => [
        `${due.rule} ${due.subject}`,
        `${due.dueOn} ${due.party} ${due.office} ${isOverdue(due, MOVED_ON)}`,
      ]),
    ),
    approvals: new Map(
      Object.values(approvals).map(({ approvalId }) => {
        const granting = { type: 'ApprovalGranted', data: { approvalId } };
        return [approvalId, foresee({ folded, facts: () => facts }, granting, secondSupervisor, present).outcome];
      }),
    ),
    waitingOn: waitingOn(folded.value, folded.mine),
  };
}

type Seen = Awaited<ReturnType<typeof seen>>;

const lostFrom = (these: readonly string[], those: readonly string[]) => these.filter((code) => !those.includes(code));
const changedIn = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  [...new Set([...after.keys(), ...before.keys()])].filter((key) => before.get(key) !== after.get(key)).toSorted();

/** The preview that a migration turned out to deserve. */
function deserved(before: Seen, after: Seen) {
  return {
    requirements: {
      newlyUnmet: lostFrom(after.requirements, before.requirements),
      newlyMet: lostFrom(before.requirements, after.requirements),
    },
    checks: { newlyUnmet: lostFrom(after.checks, before.checks), newlyMet: lostFrom(before.checks, after.checks) },
    deadlines: changedIn(before.deadlines, after.deadlines),
    grants: changedIn(before.approvals, after.approvals),
    waitingOn: isDeepStrictEqual(before.waitingOn, after.waitingOn)
      ? null
      : { before: before.waitingOn, after: after.waitingOn },
  };
}

function told({ requirements, checks, deadlines, approvals, waitingOn: waiting }: MigrationPreview) {
  const codes = ({ newlyUnmet, newlyMet }: MigrationPreview['checks']) => ({ newlyUnmet, newlyMet });
  return {
    requirements: codes(requirements),
    checks: codes(checks),
    deadlines: deadlines.map(({ rule, subject }) => `${rule} ${subject}`).toSorted(),
    grants: approvals.flatMap(({ approvalId, becomes }) => (becomes === 'not-needed' ? [] : [approvalId])).toSorted(),
    waitingOn: waiting,
  };
}

test('a preview says exactly what really migrating then changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...happenings), { maxLength: 14 }),
      fc.constantFrom(...drafts),
      async (course, draft) => {
        const mine = await givenAMine();
        await onTheWayTo(mine, 'closed');
        for (const happens of course) await happens(mine);
        const before = await seen(mine);
        const foretold = await preview(mine, draft, MOVED_ON);
        await publishes(mine, draft, MOVED_ON);
        mine.at(MOVED_ON);
        const outcome = await mine.attempts(supervisor, 'ProcedureMigrated', {
          procedure: procedureName(draft),
          reason: 'as the test says',
        });
        if (foretold?.outcome === 'cannot-move') return expect(outcome.kind).toBe('rejected');
        expect(outcome.kind).toBe('accepted');
        const really = deserved(before, await seen(mine));
        expect(foretold && told(foretold)).toEqual(really);
        const nothing = deserved(before, before);
        const asksNoMore = foretold?.approvals.some(({ becomes }) => becomes === 'not-needed') ?? false;
        expect(foretold?.outcome).toBe(isDeepStrictEqual(really, nothing) && !asksNoMore ? 'unchanged' : 'changes');
      },
    ),
    { numRuns: 5 * Number(process.env.RECTIFY_PROPERTY_RUNS ?? 10) },
  );
});
