import { answerTo } from './approvals.ts';
import { concerns, maySee } from './authorisation.ts';
import type { BatchCommand, Outcome } from './commands.ts';
import type { Deciding } from './draft.ts';
import type { NewEvent } from './event-store/event-store.ts';
import { type KnownMine, storedBy } from './known-mine.ts';
import { possibleTypes } from './next.ts';
import { later } from './rectification/calendar.ts';
import type { Fact } from './rectification/fact.ts';
import type { Procedures } from './rectification/procedures/procedures.ts';
import type { Person } from './rectification/roles.ts';
import { factsVisibleToOwner } from './rectification/visibility.ts';
import type { Rejection } from './rejection.ts';
import { stepsFor } from './steps.ts';
import { commandHash, storedEvent } from './stored-event.ts';

/** What a command comes to on a mine as known: an append with its answer, or an answer without one. */
export type Plan =
  | {
      readonly kind: 'append';
      readonly events: readonly NewEvent[];
      /** The mine with these events as its last, if nothing else is appended before; where in the store they stand is not known yet. */
      readonly planned: KnownMine;
      readonly answer: (after: KnownMine, facts: readonly Fact[]) => Outcome;
    }
  | { readonly kind: 'answer'; readonly outcome: Outcome };

/** A command with all it is decided on. */
export interface Planned extends BatchCommand {
  readonly mine: KnownMine | undefined;
  /** The instant of deciding. */
  readonly now: string;
  readonly newId: () => string;
  readonly procedures: Procedures;
}

/** Plans a command: who asks, was it done before, is the mine where they saw it, and then each event in turn. Pure but for new ids. */
export function plan(command: Planned): Plan {
  const { mine, person, mineId, commandId, events, expectedRevision } = command;
  if (!mine || !maySee(person, mineId) || !concerns(person, mine.facts))
    return refused({ code: 'unknown-mine', mineId });
  const hash = commandHash(events, expectedRevision);
  const before = storedBy(person, commandId, mine.facts);
  if (before) return again(mine, before, hash, commandId);
  const [first] = events;
  if (!first)
    return refused({ code: 'invalid', faults: [{ pointer: '/events', detail: 'must hold at least one event' }] });
  const stale = expectedRevision === undefined ? undefined : isStale(mine, person, expectedRevision);
  const deciding: Deciding = {
    procedures: command.procedures,
    now: later(command.now, mine.folded.lastRecordedAt),
    hash,
    alone: events.length === 1,
  };
  if (!stale) return eachInTurn(command, mine, deciding);
  // A sender who may not send at all learns that first, not that the mine has moved on.
  const steps = stepsFor(command, first, mine, deciding);
  const neverSendable = steps.kind === 'refused' && neverSent.has(steps.rejection.code);
  return neverSendable ? refused(steps.rejection, deciding.alone ? undefined : 0) : refused(stale);
}

/** Rejections that another revision of the mine would not change. */
const neverSent: ReadonlySet<Rejection['code']> = new Set(['forbidden', 'invalid', 'unknown-event-type']);

function eachInTurn(command: Planned, mine: KnownMine, deciding: Deciding): Plan {
  let working = mine;
  const facts: Fact[] = [];
  for (const [index, sent] of command.events.entries()) {
    const steps = stepsFor(command, sent, working, deciding);
    if (steps.kind === 'refused') {
      return refused(withNext(steps.rejection, command, mine, deciding.now), deciding.alone ? undefined : index);
    }
    working = steps.after;
    facts.push(...steps.facts);
  }
  return {
    kind: 'append',
    events: facts.map(storedEvent),
    planned: working,
    answer: (after, stored) => outcomeOf(after, stored, false),
  };
}

/** The answer to a command by the facts it stored: a request that waits, or what happened. */
function outcomeOf(mine: KnownMine, facts: readonly Fact[], duplicate: boolean): Outcome {
  const [first] = facts;
  if (first?.type === 'ApprovalRequested')
    return { kind: 'approval', approval: answerTo(mine.facts, first), mine: mine.folded, duplicate };
  return { kind: 'accepted', facts, mine: mine.folded, duplicate };
}

function again(mine: KnownMine, facts: readonly Fact[], hash: string, commandId: string): Plan {
  if (facts[0]?.commandHash !== hash) return refused({ code: 'key-reused', commandId });
  return { kind: 'answer', outcome: outcomeOf(mine, facts, true) };
}

/** An owner's expectation fails only if something visible to them followed what they saw. */
function isStale(
  { facts, folded }: KnownMine,
  { role, operator }: Person,
  expected: number,
): Extract<Rejection, { code: 'stale' }> | undefined {
  if (role !== 'owner')
    return expected === folded.revision ? undefined : { code: 'stale', expected, actual: folded.revision };
  const actual = factsVisibleToOwner(facts, operator).at(-1)?.revision ?? 0;
  const moved = expected > folded.revision || actual > expected;
  return moved ? { code: 'stale', expected, actual } : undefined;
}

function withNext(rejection: Rejection, { person, procedures }: Planned, mine: KnownMine, now: string): Rejection {
  const refusedByChart = rejection.code === 'illegal-transition' || rejection.code === 'condition-not-met';
  return refusedByChart ? { ...rejection, next: possibleTypes(mine.folded, person, { now, procedures }) } : rejection;
}

/** A plan that stores nothing. */
export function refused(rejection: Rejection, index?: number): Plan {
  return { kind: 'answer', outcome: { kind: 'rejected', rejection, ...(index === undefined ? {} : { index }) } };
}
