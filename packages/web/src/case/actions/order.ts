import type { EventType } from '@rectify/engine/rectification';
import type { MineDetail, NextAnswer } from '../../api/answers.ts';

type Possible = NextAnswer['possible'][number];
type Refused = NextAnswer['refused'][number];

/** What moves a case on, in the order in which one thinks of it: what completes a part comes before what goes on with it. */
const movesOn: readonly EventType[] = [
  'ReopeningAuthorised',
  'RequirementsCertified',
  'InspectionPassed',
  'RemediationDeclared',
  'CheckRecorded',
  'FindingCleared',
  'FindingRaised',
  'InspectionFailed',
  'InspectionScheduled',
  'InspectionStarted',
  'RequirementSatisfied',
  'RequirementReturned',
  'EvidenceSubmitted',
  'AppealDecided',
  'StayGranted',
  'StayRefused',
  'GuaranteeLetterSigned',
  'GuaranteeLetterAccepted',
  'CurtailmentVerified',
  'PowerCurtailed',
  'RemediationExtended',
  'ExtensionRefused',
  'LiftRefused',
  'OrderServed',
  'ClosureOrdered',
];

/** What is never put forward as the thing to do: closing a mine, or saying no to its owner. */
const neverPressed: readonly EventType[] = [
  'ClosureOrdered',
  'LiftRefused',
  'ExtensionRefused',
  'StayRefused',
  'RequirementReturned',
];

const onTheFile: readonly EventType[] = [
  'NoteAdded',
  'DocumentAttached',
  'OwnerStatementFiled',
  'LostCapacityReported',
  'CaseAssigned',
  'CaseHandedOver',
  'FactCorrected',
  'OperatorChanged',
];

const lasting: readonly EventType[] = ['ClosureWithdrawn', 'LicenceRevoked', 'MineDecommissioned'];

/** Whether what an event does lasts, so that nobody should come upon it by chance. */
export function isLasting(type: EventType): boolean {
  return lasting.includes(type);
}

/** The steps of the way to reopening, from its beginning. */
const theWay: readonly EventType[] = [
  'InspectionStarted',
  'InspectionPassed',
  'RemediationDeclared',
  'RequirementsCertified',
  'ReopeningAuthorised',
];

/** What a person can send, sorted: the one step to take first if there is one, what else moves the case, the file, what ends something. */
export interface SortedPossible {
  readonly first: Possible | null;
  readonly steps: readonly Possible[];
  readonly file: readonly Possible[];
  readonly lasting: readonly Possible[];
}

/**
 * Sorts what is possible. Left out are answers to requests, which stand with the request, and what is requested already. While a
 * request waits, nothing else is the step to take first.
 */
export function sortPossible(possible: NextAnswer['possible'], { detail }: MineDetail): SortedPossible {
  const requested = new Set(detail.approvals.map(({ event }) => event.type));
  const asked = possible.filter(
    ({ type }) => !type.startsWith('Approval') && (type === 'FactCorrected' || !requested.has(type)),
  );
  const among = (types: readonly EventType[]) =>
    types.flatMap((type) => asked.filter((candidate) => candidate.type === type));
  const known = new Set([...movesOn, ...onTheFile, ...lasting]);
  const steps = [...among(movesOn), ...asked.filter(({ type }) => !known.has(type))];
  const preferred = detail.inspections.scheduled
    ? steps.toSorted((a, b) => Number(b.type === 'InspectionStarted') - Number(a.type === 'InspectionStarted'))
    : steps;
  const [head] = preferred;
  const standsOut = head && movesOn.includes(head.type) && !neverPressed.includes(head.type) && requested.size === 0;
  const first = standsOut ? head : null;
  return { first, steps: first ? preferred.slice(1) : preferred, file: among(onTheFile), lasting: among(lasting) };
}

/** What a person cannot send, sorted by why. */
export interface SortedRefused {
  /** The next steps of the way to reopening, with what they lack. */
  readonly notYet: readonly Refused[];
  /** Possible, but not theirs to send. */
  readonly others: readonly Refused[];
  readonly notNow: readonly Refused[];
}

/** Sorts what is not possible: steps of the way that lack something, what others may do, and the rest. */
export function sortRefused(refused: NextAnswer['refused'], { shut }: MineDetail): SortedRefused {
  const isNotYet = ({ type, reasons }: Refused) =>
    shut &&
    theWay.includes(type) &&
    (type === 'ReopeningAuthorised' || !reasons.some(({ code }) => code === 'not-yours' || code === 'no-such-step'));
  const rest = refused.filter((candidate) => !isNotYet(candidate));
  const onlyNotTheirs = ({ reasons }: Refused) => reasons.every(({ code }) => code === 'not-yours');
  return {
    notYet: refused.filter(isNotYet).toSorted((a, b) => theWay.indexOf(a.type) - theWay.indexOf(b.type)),
    others: rest.filter(onlyNotTheirs),
    notNow: rest.filter((candidate) => !onlyNotTheirs(candidate)),
  };
}
