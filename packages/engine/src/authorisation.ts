import type { PendingApproval } from './rectification/case/approvals.ts';
import type { Mine } from './rectification/case/mine.ts';
import { sendersOf } from './rectification/catalogue.ts';
import type { EventType } from './rectification/events/events.ts';
import type { Fact } from './rectification/fact.ts';
import type { Procedure } from './rectification/procedures/procedure.ts';
import { officials, type Person } from './rectification/roles.ts';
import { operatesNow, tenureOf } from './rectification/tenure.ts';
import type { Rejection } from './rejection.ts';

/** Whether a person may know of a mine at all: owners of their own alone, everyone else of all. Rights are those of now. */
export function maySee(person: Person, mineId: string): boolean {
  return person.role !== 'owner' || person.mines.includes(mineId);
}

/** Whether a mine that a person may see has anything to do with the operator they act for. */
export function concerns({ role, operator }: Person, facts: readonly Fact[]): boolean {
  return role !== 'owner' || operator === undefined || tenureOf(facts, operator) !== undefined;
}

/** Why a person may not send an event of a type, or undefined if they may: role first, then region. */
export function forbids(
  person: Person,
  type: EventType,
  mine: Pick<Mine, 'region'> & Partial<Pick<Mine, 'operator'>>,
  procedure: Procedure,
  answered?: PendingApproval,
): Extract<Rejection, { code: 'forbidden' }> | undefined {
  const roles = entitled(type, procedure, answered);
  if (!roles.includes(person.role)) {
    const who = roles.length > 0 ? `only ${roles.join(' or ')} can` : 'it follows from other events';
    return { code: 'forbidden', detail: `As ${person.role} you cannot send ${type}: ${who}.`, who: roles };
  }
  if (person.role === 'owner' && mine.operator && !operatesNow(mine.operator, person.operator))
    return { code: 'forbidden', detail: 'Another operator has taken over this mine.', who: ['owner'] };
  const acts = !officials.includes(person.role) || person.regions === 'all' || person.regions.includes(mine.region);
  if (acts) return undefined;
  return {
    code: 'forbidden',
    detail: `You act in ${regionsOf(person)}, and this mine is in ${mine.region}.`,
    who: roles,
  };
}

function entitled(type: EventType, procedure: Procedure, answered: PendingApproval | undefined) {
  const answers = type === 'ApprovalGranted' || type === 'ApprovalDeclined';
  return answers && answered ? answered.granters : sendersOf(type, procedure);
}

function regionsOf({ regions }: Person): string {
  return regions === 'all' || regions.length === 0 ? 'no region' : regions.join(', ');
}
