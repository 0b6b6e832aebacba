import type { NewEvent } from '../event-store/event-store.ts';
import type { KnownMine } from '../known-mine.ts';
import type { Plan } from '../plan.ts';
import { byXState } from '../rectification/decide.ts';
import { type Fact, factOf, mineStream } from '../rectification/fact.ts';
import type { Procedures } from '../rectification/procedures/procedures.ts';
import type { Person } from '../rectification/roles.ts';
import { planRegistration } from '../registration.ts';
import type { Rejection } from '../rejection.ts';
import { stepsFor } from '../steps.ts';

/** What sending an event again comes to: the facts it would store in one append, or why it would be refused. */
export type Redecided =
  | { readonly kind: 'taken'; readonly facts: readonly Fact[] }
  | { readonly kind: 'refused'; readonly rejection: Rejection };

/**
 * Sends a stored event again, decided by XState, by who sent it and at the instant at which it was recorded, to the mine as it was before it (undefined
 * before its registration); `newId` makes the ids of what that gives. Where it was only requested, what was requested is sent.
 */
export function redecide(
  fact: Fact,
  mine: KnownMine | undefined,
  { procedures, newId }: { readonly procedures: Procedures; readonly newId: () => string },
): Redecided {
  const { mineId, commandId, correlationId, recordedAt: now, commandHash: hash } = fact;
  const sender = { mineId, person: personOf(fact), commandId, correlationId, newId };
  if (!mine) {
    const command = { ...sender, ...sentAs(fact) };
    return registered(planRegistration({ command, mineId, mine, now, newId, procedures }), mineId, procedures);
  }
  return stepsFor(sender, sentAs(fact), mine, { now, procedures, hash, alone: true, decider: byXState });
}

/** Who sent it. Where they act and what they own is not stored, so they count as entitled everywhere. */
function personOf({ actor, mineId }: Fact): Person {
  return { ...actor, regions: 'all', mines: [mineId] };
}

function sentAs(fact: Fact) {
  if (fact.type === 'ApprovalRequested') return fact.data.event;
  const { type, data, occurredAt, occurredAtPrecision, source } = fact;
  return { type, data, occurredAt, occurredAtPrecision, source };
}

function registered(plan: Plan, mineId: string, procedures: Procedures): Redecided {
  if (plan.kind === 'append')
    return { kind: 'taken', facts: plan.events.map((event) => asFact(event, mineId, procedures)) };
  const { outcome } = plan;
  if (outcome.kind !== 'rejected') return { kind: 'taken', facts: [] };
  return { kind: 'refused', rejection: outcome.rejection };
}

function asFact(event: NewEvent, mineId: string, procedures: Procedures): Fact {
  return factOf({ ...event, stream: mineStream(mineId), revision: 0, position: '' }, procedures);
}
