import type { PendingApproval } from './rectification/case/approvals.ts';
import type { Mine } from './rectification/case/mine.ts';
import { sendersOf } from './rectification/catalogue.ts';
import type { EventType } from './rectification/events/events.ts';
import type { Procedure } from './rectification/procedures/procedure.ts';
import { officials, type Person } from './rectification/roles.ts';
import type { Rejection } from './rejection.ts';

/** Whether a person may know of a mine at all: owners of their own alone, everyone else of all. Rights are those of now. */
export function maySee(person: Person, mineId: string): boolean {
  return person.role !== 'owner' || person.mines.includes(mineId);
}

/** Why a person may not send an event of a type, or undefined if they may: role first, then region. */
export function forbids(
  person: Person,
  type: EventType,
  mine: Pick<Mine, 'region'>,
  procedure: Procedure,
  answered?: PendingApproval,
): Extract<Rejection, { code: 'forbidden' }> | undefined {
  const roles = entitled(type, procedure, answered);
  if (!roles.includes(person.role)) {
    const who = roles.length > 0 ? `only ${roles.join(' or ')} can` : 'it follows from other events';
    return { code: 'forbidden', detail: `As ${person.role} you cannot send ${type}: ${who}.`, who: roles };
  }
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
