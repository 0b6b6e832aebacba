import { freshId } from '../../fresh-id.ts';
import { addDays } from '../../rectification/calendar.ts';
import { unresolvedChecks } from '../../rectification/case/checks.ts';
import { openFindings } from '../../rectification/case/findings.ts';
import type { Mine } from '../../rectification/case/mine.ts';
import { type Moves, move } from '../move.ts';
import { dayAfter, document, text } from './stand-ins.ts';

/** Moves of inspecting and making good: of the checks and findings, the first that counts stands for all. */
export const inspectionMoves = {
  InspectionScheduled: (at) => [
    move(at, 'InspectionScheduled', { inspectionId: freshId('I', at.mine), scheduledFor: dayAfter(at, 1) }),
  ],
  InspectionStarted: (at) => [
    move(at, 'InspectionStarted', {
      inspectionId: at.mine.inspections.scheduled?.inspectionId ?? freshId('I', at.mine),
    }),
  ],
  InspectionAbandoned: (at) =>
    underWay(at.mine).map((inspectionId) => move(at, 'InspectionAbandoned', { inspectionId, reason: text })),
  CheckRecorded: (at) =>
    outstandingCheck(at.mine).map((check) => move(at, 'CheckRecorded', { check, outcome: 'pass' }, { about: check })),
  FindingRaised: (at) => {
    const findingId = freshId('F', at.mine);
    return [move(at, 'FindingRaised', { findingId, description: text, dueOn: dayAfter(at, 30) }, { about: findingId })];
  },
  FindingCleared: (at) =>
    open(at.mine)
      .slice(0, 1)
      .map(({ findingId }) => move(at, 'FindingCleared', { findingId }, { about: findingId })),
  InspectionFailed: (at) => underWay(at.mine).map((inspectionId) => move(at, 'InspectionFailed', { inspectionId })),
  InspectionPassed: (at) => underWay(at.mine).map((inspectionId) => move(at, 'InspectionPassed', { inspectionId })),
  RemediationDeclared: (at) => [
    move(at, 'RemediationDeclared', { evidence: open(at.mine).map(({ findingId }) => ({ findingId, document })) }),
  ],
  ExtensionRequested: (at) =>
    open(at.mine)
      .filter(({ findingId }) => !Object.hasOwn(at.mine.extensionRequests, findingId))
      .slice(0, 1)
      .map(({ findingId, dueOn }) =>
        move(at, 'ExtensionRequested', { findingId, dueOn: addDays(dueOn, 1), reason: text }, { about: findingId }),
      ),
  ExtensionRefused: (at) =>
    Object.keys(at.mine.extensionRequests)
      .slice(0, 1)
      .map((findingId) => move(at, 'ExtensionRefused', { findingId, reason: text }, { about: findingId })),
  RemediationExtended: (at) =>
    open(at.mine)
      .slice(0, 1)
      .map(({ findingId, dueOn }) =>
        move(at, 'RemediationExtended', { findingId, dueOn: addDays(dueOn, 1), reason: text }, { about: findingId }),
      ),
} satisfies Moves;

function underWay({ inspections }: Mine): string[] {
  return inspections.running ? [inspections.running.inspectionId] : [];
}

function open({ findings }: Mine) {
  return openFindings(findings);
}

function outstandingCheck({ checks, procedure }: Mine): string[] {
  return [...unresolvedChecks(checks, procedure), ...procedure.checks].slice(0, 1).map(({ code }) => code);
}
