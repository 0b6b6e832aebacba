import { type EventType, type FoldedMine, letterThatCounts, openFindings } from '../src/index.ts';
import { unresolvedChecks } from '../src/rectification/case/checks.ts';

type Standing = Pick<FoldedMine, 'value' | 'mine'>;

/** What people would do next to bring a mine from operating to closed and back to reopened, without withdrawing the order. */
export function nextOnTheWay({ value: { operation, power }, mine }: Standing): EventType {
  switch (operation) {
    case 'operating':
    case 'reopened':
      return 'ClosureOrdered';
    case 'decommissioned':
      return 'NoteAdded';
    case 'closed.awaitingInspection':
    case 'closed.awaitingReinspection':
      return 'InspectionStarted';
    case 'closed.inspecting':
      if (openFindings(mine.findings).length > 0)
        return mine.inspections.failed ? 'FindingCleared' : 'InspectionFailed';
      return unresolvedChecks(mine.checks, mine.procedure).length > 0 ? 'CheckRecorded' : 'InspectionPassed';
    case 'closed.remediating':
      return 'RemediationDeclared';
    default:
      break;
  }
  const unmet = Object.values(mine.requirements).some(({ status }) => status !== 'satisfied' && status !== 'waived');
  if (unmet) return 'RequirementSatisfied';
  if (operation === 'inspected') return 'RequirementsCertified';
  if (power === 'relocating') return 'RelocationAbandoned';
  if (power === 'ordered') return 'PowerDirectionWithdrawn';
  if (power === 'curtailed' && mine.power.direction?.verifiedAt === null) return 'CurtailmentVerified';
  const letter = letterThatCounts(mine.letters, mine.cycle)?.status;
  if (letter === 'demanded') return 'GuaranteeLetterSigned';
  return letter === 'breached' || letter === 'declined' ? 'GuaranteeLetterWithdrawn' : 'ReopeningAuthorised';
}
