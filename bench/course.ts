import type { Engine, Fact, Outcome, Person, Role } from '@rectify/engine';

const fingerprint = 'ab'.repeat(32);
const proof = { name: 'proof.pdf', sha256: fingerprint };
const requirements = ['LICENCES', 'POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY'];
const checks = ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'];

type Step = readonly [Role, string, object];

/** The way of one mine from closed to certified: 13 sent events. Ids of inspections are never reused. */
function stepsOfCycle(cycle: number): readonly Step[] {
  const inspectionId = `I${cycle}`;
  return [
    ['inspector', 'InspectionStarted', { inspectionId }],
    ...checks.map((check) => ['inspector', 'CheckRecorded', { check, outcome: 'pass' }] as const),
    ['inspector', 'InspectionPassed', { inspectionId }],
    ...requirements.map((requirement) => ['owner', 'EvidenceSubmitted', { requirement, document: proof }] as const),
    ...requirements.map((requirement) => ['licensing', 'RequirementSatisfied', { requirement }] as const),
    ['licensing', 'RequirementsCertified', {}],
    ['inspector', 'NoteAdded', { text: 'The papers are complete.', visibility: 'owner' }],
  ];
}

const closing: Step = [
  'inspector',
  'ClosureOrdered',
  { grounds: 'strict inspection', authority: 'not stated', legalBasis: 'not stated' },
];
const reopening: Step = ['supervisor', 'ReopeningAuthorised', {}];

/** Registers a mine, closes it under four eyes and leads it to licensed. Answers its facts; throws on a refusal. */
export async function leadToLicensed(engine: Engine, mineId: string): Promise<readonly Fact[]> {
  return leadThroughCycles(engine, mineId, 1);
}

/** Registers a mine and leads it from closing to licensed so many times, reopening it in between. Answers its facts; throws on a refusal. */
export async function leadThroughCycles(engine: Engine, mineId: string, cycles: number): Promise<readonly Fact[]> {
  let key = 0;
  const as = (role: Role, id = `${role}-1`): Person => ({ id, role, office: role, regions: 'all', mines: [mineId] });
  const command = (person: Person) => ({ mineId, person, commandId: `${mineId}-${key++}` });
  const take = async ([role, type, data]: Step) => accepted(await engine.send({ ...command(as(role)), type, data }));
  const takeUnderFourEyes = async ([role, type, data]: Step) => {
    const requested = await engine.send({ ...command(as(role)), type, data });
    if (requested.kind !== 'approval') throw new Error(`${type} was not requested: ${JSON.stringify(requested)}`);
    const { approvalId } = requested.approval;
    const grants = command(as('supervisor', 'supervisor-2'));
    accepted(await engine.send({ ...grants, type: 'ApprovalGranted', data: { approvalId } }));
  };
  accepted(
    await engine.register({
      ...command(as('inspector')),
      data: {
        mineId,
        name: 'Bench',
        region: 'CN-XJ',
        operator: { id: 'op', name: 'Example' },
        capacity: { amount: 20, unit: 'MW' },
      },
    }),
  );
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    if (cycle > 1) await takeUnderFourEyes(reopening);
    await takeUnderFourEyes(closing);
    for (const step of stepsOfCycle(cycle)) await take(step);
  }
  return (await engine.load(mineId))?.facts ?? [];
}

function accepted(outcome: Outcome): void {
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejection));
}
