import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type NextAnswer, nextAnswer, requestedAnswer, storedAnswer } from '@rectify/api';
import type { Role } from '@rectify/engine';
import type { MineDetail } from '@rectify/projections/answers';
import { document, type MineAtServer, mineAt, type People, peopleAt } from '../course.ts';
import { type Client, type Server, startServer } from '../server.ts';

type WayStep = NonNullable<NextAnswer['refused'][number]['path']>[number];

let server: Server;
let people: People;
beforeAll(async () => {
  server = await startServer({ variables: { RECTIFY_SCENARIO: 'november-2018' } });
  people = await peopleAt(server);
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** Mines of the demonstration that stand differently on their way to reopening. */
test.each([
  ['XJ-0014', 'waiting for its first inspection, its order stayed on appeal'],
  ['GZ-0008', 'making good what was found'],
  ['XJ-0003', 'making good what was found, and moving to another site'],
  ['GZ-0013', 'waiting for a re-inspection, under a power direction'],
  ['GZ-0006', 'inspected, with evidence not accepted yet'],
  ['XJ-0002', 'licensed, its power curtailed'],
])('the way told of %s, %s, reopens it when everyone does their part', async (mineId) => {
  const owner = await server.as({ role: 'owner', mines: [mineId] });
  const mine = mineAt(mineId, people, owner);
  expect((await mine.now()).shut).toBe(true);
  const path = await wayToReopening(people.supervisor, mineId);
  expect(await wayToReopening(owner, mineId)).toEqual(path);
  for (const [taken, step] of path.entries()) {
    expect(await wayToReopening(people.inspector, mineId)).toEqual(path.slice(taken));
    await takeStep(mine, step);
  }
  expect(await mine.now()).toMatchObject({ status: 'reopened', shut: false, mayOperate: true });
});

async function wayToReopening(who: Client, mineId: string): Promise<readonly WayStep[]> {
  const { possible, refused } = (await who.get(`/v1/mines/${mineId}/next?whyNot=ReopeningAuthorised`)).as(nextAnswer);
  const step: WayStep = { type: 'ReopeningAuthorised', role: 'supervisor', approvedBy: 'supervisor' };
  if (possible.some(({ type }) => type === step.type)) return [step];
  return refused.find(({ type }) => type === step.type)?.path ?? [];
}

/** Somebody of the role named sends what a step asks for; what needs a second person, another one grants. */
async function takeStep(mine: MineAtServer, step: WayStep): Promise<void> {
  const answer = await mine.send(sender(mine, step.role), step.type, dataOf(step, await mine.now()));
  if (step.approvedBy === undefined) {
    answer.as(storedAnswer);
    return;
  }
  const { approvalId } = answer.as(requestedAnswer).approval;
  expect(step.approvedBy).toBe('supervisor');
  (await mine.send(people.secondSupervisor, 'ApprovalGranted', { approvalId })).as(storedAnswer);
}

function sender({ owner, people }: MineAtServer, role: Role): Client {
  if (role === 'owner') return owner;
  if (role === 'inspector' || role === 'supervisor' || role === 'licensing') return people[role];
  throw new Error(`nobody here is ${role}`);
}

/** What a person would fill in, about what the step is about. */
function dataOf({ type, for: about }: WayStep, { detail: { inspections, findings } }: MineDetail): object {
  const open = findings.filter(({ clearedAt, settledAt }) => clearedAt === null && settledAt === null);
  const reason = 'as the way says';
  switch (type) {
    case 'InspectionStarted':
      return { inspectionId: inspections.scheduled?.inspectionId ?? 'ON-THE-WAY' };
    case 'InspectionPassed':
    case 'InspectionFailed':
      return { inspectionId: inspections.running?.inspectionId };
    case 'CheckRecorded':
      return { check: about, outcome: 'pass' };
    case 'FindingCleared':
      return { findingId: about };
    case 'RemediationDeclared':
      return { evidence: open.map(({ findingId }) => ({ findingId, document })) };
    case 'RequirementSatisfied':
      return { requirement: about };
    case 'GuaranteeLetterSigned':
      return { letterId: about, document };
    case 'PowerDirectionWithdrawn':
      return { directionId: about, reason };
    case 'CurtailmentVerified':
      return { directionId: about };
    case 'RelocationAbandoned':
      return { reason };
    default:
      return {};
  }
}
