import { z } from 'zod';
import type { EventType } from '../events/events.ts';
import { type DeadlineRule, deadlineRule } from '../procedures/procedure.ts';

/** What can fall due: by the length that the procedure gives, or by the day that an event names. */
export const ruleName = z.enum([...deadlineRule.options, 'remediation', 'letter', 'direction']);

/** {@link ruleName} as a type. */
export type RuleName = z.infer<typeof ruleName>;

/**
 * What a deadline lives by, as data. Event types: `starts` make it run, from the moment they occur; `resumes` bring it back as it was;
 * `extends` move its last day; `satisfies` do what was due; `cancels` take away what it was about. An event of these types counts only
 * where it is about the same thing, such as the same requirement.
 */
export interface RuleOfDeadline {
  /** What is due, by whom, from when, as a sentence. */
  readonly sentence: string;
  /** Who says on which day it is due: the procedure by its length, or the event by naming a day. `ProcedureMigrated` counts the former anew. */
  readonly dueBy: 'procedure' | 'event';
  /** Whether the system puts it on record when it passes. */
  readonly recorded: boolean;
  readonly starts: readonly EventType[];
  readonly resumes: readonly EventType[];
  readonly extends: readonly EventType[];
  readonly satisfies: readonly EventType[];
  readonly cancels: readonly EventType[];
}

/** How a closure cycle can end without anything that was due in it being done. */
const cycleFalls = ['ClosureWithdrawn', 'ClosureQuashed', 'MineDecommissioned'] as const;

/** The rules of all deadlines: domain.md, rule 6. */
export const deadlineRules: Readonly<Record<RuleName, RuleOfDeadline>> = {
  service: {
    sentence:
      'The closing order is to be served on the owner after it is made. A late service is flagged, not recorded.',
    dueBy: 'procedure',
    recorded: false,
    starts: ['ClosureOrdered'],
    resumes: [],
    extends: [],
    satisfies: ['OrderServed'],
    cancels: [...cycleFalls, 'ReopeningAuthorised', 'RelocationCompleted'],
  },
  appeal: {
    sentence:
      'The owner may appeal against the closing order, from its service or, while it was not served, from the order. A right, not a duty: a late appeal is flagged, not refused.',
    dueBy: 'procedure',
    recorded: false,
    starts: ['ClosureOrdered', 'OrderServed'],
    resumes: [],
    extends: [],
    satisfies: ['AppealLodged'],
    cancels: ['ClosureWithdrawn', 'MineDecommissioned', 'ReopeningAuthorised', 'RelocationCompleted'],
  },
  'first-inspection': {
    sentence:
      'A mine is to be inspected after it was closed; after a move, the new site from the day of the move. An abandoned inspection leaves the first day as it was.',
    dueBy: 'procedure',
    recorded: true,
    starts: ['ClosureOrdered', 'RelocationCompleted', 'ClosureWithdrawn', 'ClosureQuashed'],
    resumes: ['InspectionAbandoned'],
    extends: [],
    satisfies: ['InspectionStarted'],
    cancels: [...cycleFalls, 'RelocationCompleted'],
  },
  remediation: {
    sentence: 'The owner is to make good each finding by the day named in it, once an inspection has failed.',
    dueBy: 'event',
    recorded: true,
    starts: ['InspectionFailed'],
    resumes: [],
    extends: ['RemediationExtended'],
    satisfies: ['RemediationDeclared'],
    cancels: [...cycleFalls, 'RelocationCompleted'],
  },
  're-inspection': {
    sentence: 'Findings declared as made good are to be inspected again.',
    dueBy: 'procedure',
    recorded: true,
    starts: ['RemediationDeclared'],
    resumes: ['InspectionAbandoned'],
    extends: [],
    satisfies: ['InspectionStarted'],
    cancels: [...cycleFalls, 'RelocationCompleted'],
  },
  'extension-answer': {
    sentence: 'A request for more time for a finding is to be answered.',
    dueBy: 'procedure',
    recorded: true,
    starts: ['ExtensionRequested'],
    resumes: [],
    extends: [],
    satisfies: ['ExtensionRefused', 'RemediationExtended'],
    cancels: [...cycleFalls, 'FindingCleared', 'RelocationCompleted'],
  },
  'evidence-answer': {
    sentence:
      'Evidence for a requirement is to be answered by the office of that requirement, from the first that was not answered; more evidence does not start it anew.',
    dueBy: 'procedure',
    recorded: true,
    starts: ['EvidenceSubmitted'],
    resumes: [],
    extends: [],
    satisfies: ['RequirementSatisfied', 'RequirementReturned', 'RequirementWaived'],
    cancels: [...cycleFalls, 'RelocationCompleted', 'ProcedureMigrated'],
  },
  'lift-decision': {
    sentence: 'A request to lift the closure is to be decided.',
    dueBy: 'procedure',
    recorded: true,
    starts: ['LiftRequested'],
    resumes: [],
    extends: [],
    satisfies: ['LiftRefused', 'ClosureWithdrawn'],
    cancels: ['ClosureQuashed', 'MineDecommissioned', 'ReopeningAuthorised', 'RelocationCompleted'],
  },
  'reopening-decision': {
    sentence: 'Reopening is to be decided once all requirements are certified.',
    dueBy: 'procedure',
    recorded: true,
    starts: ['RequirementsCertified'],
    resumes: [],
    extends: [],
    satisfies: ['ReopeningAuthorised'],
    cancels: [...cycleFalls, 'LicenceSuspended', 'LicenceRevoked', 'LicenceSurrendered', 'RelocationCompleted'],
  },
  'appeal-decision': {
    sentence: 'An appeal is to be decided, also after the cycle it was lodged in.',
    dueBy: 'procedure',
    recorded: true,
    starts: ['AppealLodged'],
    resumes: [],
    extends: [],
    satisfies: ['AppealDecided'],
    cancels: ['AppealWithdrawn'],
  },
  'stay-answer': {
    sentence: 'A request to stay the closing while an appeal is pending is to be answered.',
    dueBy: 'procedure',
    recorded: true,
    starts: ['StayRequested'],
    resumes: [],
    extends: [],
    satisfies: ['StayGranted', 'StayRefused'],
    cancels: [
      'AppealDecided',
      'AppealWithdrawn',
      'ClosureWithdrawn',
      'MineDecommissioned',
      'ReopeningAuthorised',
      'RelocationCompleted',
    ],
  },
  'approval-answer': {
    sentence:
      'A request under four eyes is to be answered by another entitled person. When it passes nothing expires: the request can still be granted.',
    dueBy: 'procedure',
    recorded: true,
    starts: ['ApprovalRequested'],
    resumes: [],
    extends: [],
    satisfies: ['ApprovalGranted', 'ApprovalDeclined'],
    cancels: ['ApprovalWithdrawn'],
  },
  letter: {
    sentence: 'The owner is to sign or decline a guarantee letter by the day named in it. The latest demanded counts.',
    dueBy: 'event',
    recorded: true,
    starts: ['GuaranteeLetterDemanded'],
    resumes: ['GuaranteeLetterWithdrawn'],
    extends: [],
    satisfies: ['GuaranteeLetterSigned', 'GuaranteeLetterDeclined'],
    cancels: [
      'GuaranteeLetterWithdrawn',
      'GuaranteeLetterDemanded',
      'ClosureOrdered',
      'RelocationCompleted',
      ...cycleFalls,
    ],
  },
  direction: {
    sentence: 'The owner is to comply with a power direction by the day named in it; a breach brings that day back.',
    dueBy: 'event',
    recorded: true,
    starts: ['PowerDirectionIssued'],
    resumes: ['PowerDirectionBreached'],
    extends: [],
    satisfies: ['PowerCurtailed', 'RelocationCompleted'],
    cancels: ['PowerDirectionWithdrawn', 'MineDecommissioned'],
  },
};

const rulesOfProcedure: ReadonlySet<string> = new Set(deadlineRule.options);

/** Whether the length of a rule's deadlines is the procedure's. */
export function isOfProcedure(rule: RuleName): rule is DeadlineRule {
  return rulesOfProcedure.has(rule);
}
