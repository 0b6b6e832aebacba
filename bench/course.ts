import type { Engine, Fact, Outcome, Person, Role } from '@rectify/engine';

const fingerprint = 'ab'.repeat(32);
const proof = { name: 'proof.pdf', sha256: fingerprint };
const requirements = ['LICENCES', 'POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY'];
const checks = ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'];

/** The way of one mine from closing to certified, as (role, type, data): 13 sent events besides the four-eyes closing order. */
const steps: readonly (readonly [Role, string, object])[] = [
  ['inspector', 'InspectionStarted', { inspectionId: 'I1' }],
  ...checks.map((check) => ['inspector', 'CheckRecorded', { check, outcome: 'pass' }] as const),
  ['inspector', 'InspectionPassed', { inspectionId: 'I1' }],
  ...requirements.map((requirement) => ['owner', 'EvidenceSubmitted', { requirement, document: proof }] as const),
  ...requirements.map((requirement) => ['licensing', 'RequirementSatisfied', { requirement }] as const),
  ['licensing', 'RequirementsCertified', {}],
  ['inspector', 'NoteAdded', { text: 'The papers are complete.', visibility: 'owner' }],
];

/** Registers a mine, closes it under four eyes and leads it to licensed. Answers its facts; throws on a refusal. */
export async function leadToLicensed(engine: Engine, mineId: string): Promise<readonly Fact[]> {
  let key = 0;
  const as = (role: Role): Person => ({ id: `${role}-1`, role, office: role, regions: 'all', mines: [mineId] });
  const command = (role: Role) => ({ mineId, person: as(role), commandId: `${mineId}-${key++}` });
  accepted(
    await engine.register({
      ...command('inspector'),
      data: {
        mineId,
        name: 'Bench',
        region: 'CN-XJ',
        operator: { id: 'op', name: 'Example' },
        capacity: { amount: 20, unit: 'MW' },
      },
    }),
  );
  const order = { grounds: 'strict inspection', authority: 'not stated', legalBasis: 'not stated' };
  const requested = await engine.send({ ...command('inspector'), type: 'ClosureOrdered', data: order });
  if (requested.kind !== 'approval') throw new Error(`The closing was not requested: ${JSON.stringify(requested)}`);
  const { approvalId } = requested.approval;
  accepted(await engine.send({ ...command('supervisor'), type: 'ApprovalGranted', data: { approvalId } }));
  for (const [role, type, data] of steps) accepted(await engine.send({ ...command(role), type, data }));
  return (await engine.load(mineId))?.facts ?? [];
}

function accepted(outcome: Outcome): void {
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejection));
}
