import { owningRegion } from '../rectification/catalogue.ts';
import { isShut } from '../rectification/chart-value.ts';
import type { Standing } from '../rectification/decide.ts';
import type { EventType } from '../rectification/events/events.ts';
import type { Reason } from '../rectification/reason.ts';

type Remedies = readonly EventType[] | ((standing: Standing, type: EventType) => readonly EventType[]);

/**
 * The events that can mend a reason against an event, where a mine stands; each of them may have reasons against it in turn. None for what
 * nobody can mend. The likeliest come first: a person would rather sign a letter than see it withdrawn.
 */
export function remediesFor({ code }: Reason, type: EventType, standing: Standing): readonly EventType[] {
  const remedies = code === 'no-such-step' ? towards[owningRegion(type)] : (against[code] ?? []);
  return typeof remedies === 'function' ? remedies(standing, type) : remedies;
}

/** By the code of a reason (see guards). */
const against: Readonly<Record<string, Remedies>> = {
  'no-order': ['ClosureOrdered'],
  'order-already-served': ['ClosureOrdered'],
  'lift-request-pending': ['LiftRefused'],
  'no-lift-request': ['LiftRequested'],
  'requirement-missing': ['RequirementSatisfied'],
  'requirement-submitted': ['RequirementSatisfied'],
  'requirement-returned': ['RequirementSatisfied'],
  'requirement-lapsed': ['RequirementSatisfied'],
  'requirement-expired': ['RequirementSatisfied'],
  'letter-unsigned': ['GuaranteeLetterSigned', 'GuaranteeLetterWithdrawn'],
  'letter-declined': ['GuaranteeLetterWithdrawn', 'GuaranteeLetterDemanded'],
  'letter-breached': ['GuaranteeLetterWithdrawn', 'GuaranteeLetterDemanded'],
  relocating: ['RelocationAbandoned'],
  'direction-unmet': ['PowerDirectionWithdrawn', 'CurtailmentVerified'],
  'curtailment-unverified': ['CurtailmentVerified', 'PowerDirectionWithdrawn'],
  'may-not-operate': mayOperateAgain,
  'never-closed': newClosure,
  'already-resumed': newClosure,

  'not-a-reinspection': ['InspectionFailed'],
  'no-open-finding': ['FindingRaised'],
  'finding-open': ['FindingCleared'],
  'check-missing': ['CheckRecorded'],
  'check-failed': ['CheckRecorded'],
  'extension-request-pending': ['ExtensionRefused'],
  'no-extension-request': ['ExtensionRequested'],

  'nothing-submitted': evidenceThatCounts,
  'nothing-to-lapse': ['RequirementSatisfied'],
  'no-such-licence': (_standing, type) =>
    type === 'LicenceReinstated'
      ? ['LicenceSuspended']
      : type === 'LicenceRefused'
        ? ['LicenceApplied']
        : ['LicenceGranted', 'LicenceReinstated'],
  'no-such-letter': (_standing, type) =>
    type === 'GuaranteeLetterAccepted' || type === 'GuaranteeLetterBreached'
      ? ['GuaranteeLetterSigned']
      : ['GuaranteeLetterDemanded'],

  'curtailing-not-offered': ['PowerDirectionIssued'],
  'no-direction': ['PowerDirectionIssued'],
  'not-relocating': ['RelocationStarted'],

  'already-quashed': ['ClosureOrdered'],
  'no-appeal-pending': ['AppealLodged'],
  'stay-request-pending': ['StayRefused'],
  'no-stay-request': ['StayRequested'],
  'not-shut': ['ClosureOrdered'],
};

/** What leads the chart's regions to where there is a step for an event. */
const towards = {
  operation: ({ value: { operation, power } }: Standing, type: EventType): readonly EventType[] => {
    if (operation === 'decommissioned') return [];
    if (!isShut(operation))
      return power === 'relocating' ? ['ClosureOrdered', 'RelocationCompleted'] : ['ClosureOrdered'];
    switch (type) {
      case 'ClosureOrdered':
        return ['ClosureWithdrawn', 'ReopeningAuthorised'];
      case 'InspectionScheduled':
      case 'InspectionStarted':
        if (operation === 'closed.inspecting') return ['InspectionAbandoned'];
        if (operation === 'closed.remediating') return ['RemediationDeclared'];
        return ['ClosureWithdrawn', 'RelocationCompleted'];
      case 'RemediationDeclared':
      case 'RemediationExtended':
        return ['InspectionFailed'];
      case 'RequirementsCertified':
        return operation === 'licensed' ? ['LicenceSuspended'] : ['InspectionPassed'];
      case 'ReopeningAuthorised':
        return ['RequirementsCertified'];
      default:
        return ['InspectionStarted'];
    }
  },
  appeal: ({ value: { operation, appeal } }: Standing, type: EventType): readonly EventType[] => {
    if (type === 'AppealLodged') return ['AppealDecided', 'AppealWithdrawn'];
    if (type === 'StayGranted' && !isShut(operation)) return ['ClosureOrdered'];
    if (type === 'StayEnded') return ['StayGranted'];
    return appeal === 'none' ? ['AppealLodged'] : ['StayEnded'];
  },
  power: ({ value: { power } }: Standing, type: EventType): readonly EventType[] => {
    if (power === 'relocating') return ['RelocationAbandoned', 'RelocationCompleted'];
    switch (type) {
      case 'PowerDirectionIssued':
        return ['PowerDirectionWithdrawn', 'PowerCurtailed'];
      case 'PowerCurtailed':
        return ['PowerDirectionIssued', 'PowerDirectionBreached'];
      case 'CurtailmentVerified':
      case 'CurtailmentEnded':
        return ['PowerCurtailed'];
      case 'RelocationAbandoned':
        return ['RelocationStarted'];
      default:
        return ['PowerDirectionIssued'];
    }
  },
} as const;

/** A mine may run again when it stops moving, and when it is not shut, or its closure is stayed and its site was inspected. */
function mayOperateAgain({ value: { operation, power }, mine }: Standing): readonly EventType[] {
  return [
    ...(power === 'relocating' ? (['RelocationAbandoned', 'RelocationCompleted'] as const) : []),
    ...(isShut(operation) ? (['ClosureWithdrawn', 'ReopeningAuthorised', 'StayGranted'] as const) : []),
    ...(mine.siteInspected ? [] : (['InspectionPassed'] as const)),
  ];
}

/** What begins another cycle. */
function newClosure({ value: { power } }: Standing): readonly EventType[] {
  return power === 'relocating' ? ['ClosureOrdered', 'RelocationCompleted'] : ['ClosureOrdered'];
}

/** Evidence waits for an answer unless the requirement is satisfied or waived; then that has to be lost first, with a licence or anew. */
function evidenceThatCounts({ value: { power }, mine }: Standing): readonly EventType[] {
  const statuses = mine.procedure.requirements.map(({ code }) => mine.requirements[code]?.status ?? 'missing');
  if (statuses.some((status) => status !== 'satisfied' && status !== 'waived')) return ['EvidenceSubmitted'];
  return [
    'LicenceSuspended',
    'RequirementSatisfied',
    'ClosureOrdered',
    ...(power === 'relocating' ? (['RelocationCompleted'] as const) : []),
  ];
}
