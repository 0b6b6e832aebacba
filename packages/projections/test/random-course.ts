import {
  type EventData,
  type EventType,
  type FoldedMine,
  type Mine,
  openFindings,
  type Person,
  recordWhatIsDue,
} from '@rectify/engine';
import fc from 'fast-check';
import {
  aDocument,
  inspector,
  licensing,
  ownerOf,
  type Register,
  reviewer,
  secondSupervisor,
  supervisor,
} from './given.ts';

/** One attempt in a random course of events: on which mine, to do what, so many hours after the last; perhaps backdated. */
export interface Attempt {
  readonly mine: number;
  readonly action: number;
  readonly hours: number;
  readonly backdatedBy: number;
}

/** Attempts on a few mines. Those that are refused change nothing. */
export const someAttempts = (mines: number, attempts: { readonly minLength: number; readonly maxLength: number }) =>
  fc.array(
    fc.record({
      mine: fc.nat(mines - 1),
      action: fc.nat(actions.length - 1),
      hours: fc.integer({ min: 0, max: 40 }),
      backdatedBy: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 }) },
      ),
    }),
    attempts,
  );

/** Carries out attempts, one after the other, and tells how many were accepted. */
export async function carryOut(
  register: Register,
  mineIds: readonly string[],
  attempts: readonly Attempt[],
): Promise<number> {
  let now = Date.parse('2018-11-02T00:00:00+08:00');
  let accepted = 0;
  for (const { mine, action, hours, backdatedBy } of attempts) {
    now += hours * 3_600_000;
    const mineId = mineIds[mine];
    const act = actions[action];
    if (mineId === undefined || !act) continue;
    const sent = act(await register.foldedOf(mineId), await register.factsOf(mineId));
    const recordedAt = new Date(now).toISOString();
    const occurredAt = new Date(now - backdatedBy * 3_600_000).toISOString();
    const when = backdatedBy === 0 ? recordedAt : { occurredAt, recordedAt };
    const outcome = await register.attempts(mineId, sent.who, sent.type, sent.data, when);
    if (outcome.kind !== 'rejected') accepted++;
    if (outcome.kind !== 'approval' || sent.onlyRequested) continue;
    const { approvalId } = outcome.approval;
    await register.attempts(mineId, secondSupervisor, 'ApprovalGranted', { approvalId }, recordedAt);
  }
  return accepted;
}

interface Sending {
  readonly who: Person;
  readonly type: EventType;
  readonly data: unknown;
  readonly onlyRequested?: boolean;
}

function sends<T extends EventType>(who: Person, type: T, data: EventData<T>, onlyRequested = false): Sending {
  return { who, type, data, onlyRequested };
}

type Action = (folded: FoldedMine, facts: Awaited<ReturnType<Register['factsOf']>>) => Sending;

const reason = 'as it happened';
const order = { grounds: 'Strict inspection', authority: 'local authorities', legalBasis: 'not stated' };
const fresh = (prefix: string, { revision }: FoldedMine) => `${prefix}${revision}`;
const firstOpen = ({ findings }: Mine) => openFindings(findings)[0]?.findingId ?? 'none';
const running = ({ inspections }: Mine) => inspections.running?.inspectionId ?? 'none';
const pending = ({ appeals }: Mine) => appeals.findLast(({ status }) => status === 'pending')?.appealId ?? 'none';
const requested = ({ approvals }: Mine) => Object.keys(approvals)[0] ?? 'none';
const unmet = ({ requirements }: Mine) =>
  Object.entries(requirements).find(([, { status }]) => status !== 'satisfied')?.[0] ?? 'LICENCES';
const direction = ({ power }: Mine) => power.direction?.directionId ?? 'none';
const licence = ({ licences }: Mine) => Object.keys(licences)[0] ?? 'none';

/** The next step on the way from running over closed to reopened, and round again. */
function onwards(folded: FoldedMine): Sending {
  const { mine, value } = folded;
  switch (value.operation) {
    case 'closed.awaitingInspection':
    case 'closed.awaitingReinspection':
      return sends(inspector, 'InspectionStarted', { inspectionId: fresh('I', folded) });
    case 'closed.inspecting': {
      const check = mine.procedure.checks.find(({ code }) => !mine.checks[code])?.code;
      if (check !== undefined) return sends(inspector, 'CheckRecorded', { check, outcome: 'pass' });
      const type = openFindings(mine.findings).length > 0 ? 'InspectionFailed' : 'InspectionPassed';
      return sends(inspector, type, { inspectionId: running(mine) });
    }
    case 'closed.remediating': {
      const evidence = openFindings(mine.findings).map(({ findingId }) => ({ findingId, document: aDocument }));
      return sends(ownerOf(mine.mineId), 'RemediationDeclared', { evidence });
    }
    case 'inspected': {
      const met = Object.values(mine.requirements).every(({ status }) => status === 'satisfied');
      return met
        ? sends(licensing, 'RequirementsCertified', {})
        : sends(licensing, 'RequirementSatisfied', { requirement: unmet(mine) });
    }
    case 'licensed':
      return sends(supervisor, 'ReopeningAuthorised', {});
    default:
      return sends(inspector, 'ClosureOrdered', order);
  }
}

/** What can be attempted; the way to reopening is there often, so that it is gone to its end now and then. */
const actions: readonly Action[] = [
  () => sends(inspector, 'ClosureOrdered', order),
  () => sends(inspector, 'ClosureOrdered', { ...order, campaignId: 'winter' }),
  () => sends(inspector, 'ClosureOrdered', order, true),
  ...Array.from({ length: 25 }, () => onwards),
  ({ mine }) => sends(licensing, 'RequirementSatisfied', { requirement: unmet(mine), validUntil: '2018-12-20' }),
  (folded) =>
    sends(inspector, 'FindingRaised', { findingId: fresh('F', folded), description: 'No seal', dueOn: '2018-12-15' }),
  ({ mine }) => sends(inspector, 'FindingCleared', { findingId: firstOpen(mine) }),
  ({ mine }) => sends(inspector, 'InspectionFailed', { inspectionId: running(mine) }),
  ({ mine }) =>
    sends(ownerOf(mine.mineId), 'ExtensionRequested', { findingId: firstOpen(mine), dueOn: '2019-01-15', reason }),
  ({ mine }) => sends(ownerOf(mine.mineId), 'EvidenceSubmitted', { requirement: unmet(mine), document: aDocument }),
  ({ mine }) => sends(ownerOf(mine.mineId), 'LiftRequested', { reason }),
  () => sends(supervisor, 'LiftRefused', { reason }),
  () => sends(supervisor, 'ClosureWithdrawn', { reason }),
  () => sends(supervisor, 'ClosureWithdrawn', { reason }, true),
  ({ mine }) => sends(secondSupervisor, 'ApprovalDeclined', { approvalId: requested(mine), reason }),
  (folded) => sends(ownerOf(folded.mine.mineId), 'AppealLodged', { appealId: fresh('A', folded), grounds: reason }),
  ({ mine }) => sends(reviewer, 'StayGranted', { appealId: pending(mine), reason }),
  ({ mine }) => sends(reviewer, 'StayEnded', { appealId: pending(mine), reason }),
  ({ mine }) => sends(reviewer, 'AppealDecided', { appealId: pending(mine), decision: 'quashed', reason }),
  ({ mine }) => sends(reviewer, 'AppealDecided', { appealId: pending(mine), decision: 'upheld', reason }),
  (folded) =>
    sends(inspector, 'GuaranteeLetterDemanded', {
      letterId: fresh('G', folded),
      text: 'We guarantee',
      dueOn: '2018-12-01',
    }),
  (folded) =>
    sends(supervisor, 'PowerDirectionIssued', {
      directionId: fresh('P', folded),
      alternatives: ['relocate', 'curtail'],
      dueOn: '2018-12-01',
      cap: { amount: 8, unit: 'MW' },
    }),
  ({ mine }) =>
    sends(ownerOf(mine.mineId), 'PowerCurtailed', { directionId: direction(mine), to: { amount: 7, unit: 'MW' } }),
  ({ mine }) => sends(ownerOf(mine.mineId), 'RelocationStarted', { destination: 'another site' }),
  () => sends(inspector, 'RelocationCompleted', { site: 'second site', region: 'CN-GZ' }),
  (folded) => sends(licensing, 'LicenceGranted', { licenceId: fresh('L', folded), kind: 'power', number: '1' }),
  ({ mine }) => sends(licensing, 'LicenceRevoked', { licenceId: licence(mine), reason }),
  () => sends(supervisor, 'CaseAssigned', { assignee: 'zhang.hua' }),
  () => sends(inspector, 'NoteAdded', { text: 'Seen to', visibility: 'internal' }),
  () => sends(supervisor, 'OperatorChanged', { operator: { id: 'op-2', name: 'Second operator' }, reason }),
  ...Array.from({ length: 2 }, (): Action[] => [
    (_, facts) => sends(inspector, 'FactCorrected', { corrections: [{ eventId: last(facts), void: true }], reason }),
    (folded, facts) =>
      sends(inspector, 'FactCorrected', {
        corrections: [{ eventId: last(facts), patch: { occurredAt: anHourBefore(folded.lastOccurredAt) } }],
        reason,
      }),
    ({ mine }) =>
      sends(inspector, 'FactCorrected', {
        corrections: [
          {
            eventId: mine.closure?.eventId ?? '00000000-0000-4000-8000-000000000000',
            patch: { grounds: 'Other grounds' },
          },
        ],
        reason,
      }),
  ]).flat(),
];

function last(facts: Awaited<ReturnType<Register['factsOf']>>): string {
  const fact = facts.findLast(({ type }) => type !== 'FactCorrected' && !type.startsWith('Approval'));
  return fact?.eventId ?? '00000000-0000-4000-8000-000000000000';
}

function anHourBefore(instant: string): string {
  return new Date(Date.parse(instant) - 3_600_000).toISOString();
}

/** The system puts on record what time alone has brought about in mines by an instant: deadlines that passed, among others. */
export async function putsOnRecordWhatIsDue(register: Register, mineIds: readonly string[], at: string): Promise<void> {
  register.at(at);
  await recordWhatIsDue({
    engine: register.engine,
    candidates: async () => mineIds,
    clock: () => at,
    onFailure: (failure) => {
      throw failure;
    },
  });
}
