import { dayOf, milliseconds } from '../calendar.ts';
import type { Mine } from '../case/mine.ts';
import type { Fact } from '../fact.ts';
import type { Reason } from '../reason.ts';
import { when } from './guard.ts';

/**
 * What speaks against a fact in its place of a history that was corrected or written into, beyond the conditions under which it can be
 * sent: an order is not served before the day it was made, a reopening or withdrawal does not precede its grant, and a quashing
 * occurs when its appeal is decided. `mine` is the mine just before the fact.
 */
export function reasonsInHistory(mine: Mine, fact: Fact): Reason[] {
  switch (fact.type) {
    case 'ClosureOrdered':
      return servedBefore(fact.data.servedAt, fact.occurredAt, fact.procedure.zone);
    case 'OrderServed':
      return mine.closure ? servedBefore(fact.data.servedAt, mine.closure.since, mine.closure.zone) : [];
    case 'ReopeningAuthorised':
    case 'ClosureWithdrawn':
      return when(fact.approvedBy !== undefined && isBefore(fact.occurredAt, fact.recordedAt), () => ({
        code: 'before-its-grant',
        detail: `It was granted at ${fact.recordedAt} and cannot have happened before.`,
        who: 'nobody',
      }));
    case 'ClosureQuashed': {
      const decidedAt =
        mine.appeals.find(({ appealId }) => appealId === fact.data.appealId)?.endedAt ?? fact.occurredAt;
      return when(milliseconds(decidedAt) !== milliseconds(fact.occurredAt), () => ({
        code: 'not-when-decided',
        detail: `The closing order falls when appeal ${fact.data.appealId} is decided, at ${decidedAt}.`,
        who: 'nobody',
        about: fact.data.appealId,
      }));
    }
    default:
      return [];
  }
}

/** Days are compared, since an order is often known to the day only. */
function servedBefore(servedAt: string | undefined, orderedAt: string, zone: string): Reason[] {
  return when(servedAt !== undefined && dayOf(servedAt, zone) < dayOf(orderedAt, zone), () => ({
    code: 'served-before-ordered',
    detail: `The order is of ${dayOf(orderedAt, zone)} and cannot have been served at ${servedAt}.`,
    who: 'inspector',
  }));
}

function isBefore(a: string, b: string): boolean {
  return milliseconds(a) < milliseconds(b);
}
