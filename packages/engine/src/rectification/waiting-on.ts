import { pendingAppeal } from './case/appeals.ts';
import { unresolvedChecks } from './case/checks.ts';
import { letterThatCounts } from './case/letters.ts';
import type { Mine } from './case/mine.ts';
import { isUnverified } from './case/power.ts';
import { type ChartValue, isShut } from './chart-value.ts';
import type { Procedure } from './procedures/procedure.ts';
import type { Role } from './roles.ts';

/** Who has to act next: the owner, the authority with the office, or nobody. */
export interface WaitingOn {
  readonly party: 'owner' | 'authority' | 'nobody';
  readonly office: string | null;
}

const owner: WaitingOn = { party: 'owner', office: null };
const nobody: WaitingOn = { party: 'nobody', office: null };

/**
 * Who a mine waits for: domain.md, "Measures". A relocation waits for the owner, an unanswered request for whoever must answer it;
 * a running mine for nobody, so that a closing order that was only requested does not show.
 */
export function waitingOn(value: ChartValue, mine: Mine): WaitingOn {
  const office = waitsForRequests(value) ? answeringOffice(mine) : null;
  return office === null ? waitingApartFromRequests(value, mine) : authority(office);
}

/** Whether a mine that stands so waits for requests under four eyes before anything else: while it is shut and does not move. */
export function waitsForRequests({ operation, power }: ChartValue): boolean {
  return isShut(operation) && power !== 'relocating';
}

/** The office that has to answer the first request under four eyes, by the procedure of the mine; null when there is none. */
export function answeringOffice({ approvals, procedure }: Pick<Mine, 'approvals' | 'procedure'>): string | null {
  const [first] = Object.values(approvals);
  return first ? officeOf(first.granters[0], procedure.offices) : null;
}

/** Who a mine waits for as if nothing had been requested under four eyes. */
export function waitingApartFromRequests({ operation, power }: ChartValue, mine: Mine): WaitingOn {
  const { offices } = mine.procedure;
  if (operation === 'decommissioned') return nobody;
  if (power === 'relocating') return owner;
  if (operation === 'operating' || operation === 'reopened') return nobody;
  if (mine.liftRequest || Object.keys(mine.extensionRequests).length > 0) return authority(offices.supervision);
  if (pendingAppeal(mine.appeals, mine.cycle)?.stay === 'requested') return authority(offices.review);
  switch (operation) {
    case 'closed.awaitingInspection':
    case 'closed.inspecting':
    case 'closed.awaitingReinspection':
      return authority(unresolvedChecks(mine.checks, mine.procedure)[0]?.office ?? offices.inspection);
    case 'closed.remediating':
      return owner;
    case 'inspected':
      return whenInspected(mine);
    case 'licensed':
      return ownerOwes(mine) ?? authority(isUnverified(mine.power) ? offices.power : offices.supervision);
  }
}

/** The office that a role acts for. */
function officeOf(role: Role | undefined, offices: Procedure['offices']): string {
  switch (role) {
    case 'inspector':
      return offices.inspection;
    case 'licensing':
      return offices.licensing;
    case 'reviewer':
      return offices.review;
    default:
      return offices.supervision;
  }
}

function whenInspected(mine: Mine): WaitingOn {
  const rules = mine.procedure.requirements;
  const statusOf = (code: string) => mine.requirements[code]?.status ?? 'missing';
  const owed = rules.some(
    ({ code, provider }) => provider === 'owner' && ['missing', 'returned', 'lapsed'].includes(statusOf(code)),
  );
  if (owed) return owner;
  const submitted = rules.find(({ code }) => statusOf(code) === 'submitted');
  return ownerOwes(mine) ?? authority(submitted?.office ?? mine.procedure.offices.licensing);
}

/** An unsigned letter or an unmet power direction is the owner's. */
function ownerOwes({ letters, cycle, power }: Mine): WaitingOn | null {
  const unsigned = letterThatCounts(letters, cycle)?.status === 'demanded';
  const unmet = power.direction !== null && power.direction.curtailedTo === null;
  return unsigned || unmet ? owner : null;
}

function authority(office: string): WaitingOn {
  return { party: 'authority', office };
}
