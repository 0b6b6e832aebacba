import { type Deciding, type Draft, provisional, type Sender } from './draft.ts';
import type { Refusal } from './judged-history.ts';
import { type Broken, judge, wouldBreak } from './judging.ts';
import { effectOf, type KnownMine, withFacts } from './known-mine.ts';
import { milliseconds } from './rectification/calendar.ts';
import { quashesTheClosure } from './rectification/case/quashing.ts';
import { isKnowledgeEvent } from './rectification/catalogue.ts';
import { compiled } from './rectification/compiled/decider.ts';
import type { Decision } from './rectification/decide.ts';
import type { Fact, FactOf } from './rectification/fact.ts';
import { eventOf } from './rectification/fold.ts';
import type { Reason } from './rectification/reason.ts';
import type { Rejection } from './rejection.ts';

/** What one sent event comes to: the facts it stores, in one append, or why none. */
export type Steps =
  | { readonly kind: 'taken'; readonly facts: readonly Fact[]; readonly after: KnownMine }
  /** `broken` are the facts on file that would no longer be possible. */
  | { readonly kind: 'refused'; readonly rejection: Rejection; readonly broken?: readonly Broken[] };

/**
 * Asks the chart, and puts the fact behind the mine's others together with what the engine appends with it: a quashed order ends the
 * closure in the same append.
 */
export function take(sender: Sender, draft: Draft, mine: KnownMine, deciding: Deciding): Steps {
  const fact = provisional(sender, draft, mine, deciding);
  if (reorders(fact, mine)) return settle(sender, [fact], mine, deciding);
  const decision = deciderOf(deciding).decide(mine.folded, eventOf(fact));
  if (!decision.accepted) return refusedBy(decision);
  const taken = takenOn(mine, [{ ...fact, transition: decision.transition }]);
  if (taken.kind === 'refused' || fact.type !== 'AppealDecided') return taken;
  if (!quashesTheClosure(fact.data, mine.folded.mine)) return taken;
  const consequence = take(sender, quashingOf(fact, fact), taken.after, deciding);
  return consequence.kind === 'refused'
    ? consequence
    : { ...consequence, facts: [...taken.facts, ...consequence.facts] };
}

/** What the chart says of an event against the mine as it is now, whenever it is said to have occurred. */
export function takeNow(sender: Sender, draft: Draft, mine: KnownMine, deciding: Deciding): Decision {
  return deciderOf(deciding).decide(mine.folded, eventOf(provisional(sender, draft, mine, deciding)));
}

/** Facts that reorder or alter history, judged together with the quashings that follow from them. */
function settle(sender: Sender, added: readonly Fact[], mine: KnownMine, deciding: Deciding): Steps {
  const judgement = judge(mine.facts, added, deciding.decider);
  switch (judgement.kind) {
    case 'legal':
      return takenOn(mine, judgement.facts);
    case 'illegal': {
      const { own, broken } = judgement;
      return { ...(own ? refusedBy(own) : notMet(...broken.map(wouldBreak))), broken };
    }
    case 'unfollowed': {
      const { decision, mine: then } = judgement;
      const [cause] = added;
      if (!cause || added.some((fact) => isQuashingOf(decision, fact))) return notMet(followsFrom(decision));
      const voided = mine.facts.find((fact) => isQuashingOf(decision, fact) && isVoidedBy(cause, fact));
      if (voided) return notMet(followsFrom(decision, voided.eventId));
      const follows = provisional(sender, quashingOf(decision, cause), mine, deciding, { then, place: added.length });
      return settle(sender, [...added, follows], mine, deciding);
    }
  }
}

/** The quashing that follows from a decision, put on record together with what made it follow. */
function quashingOf({ occurredAt, occurredAtPrecision, data }: FactOf<'AppealDecided'>, cause: Fact): Draft {
  return {
    type: 'ClosureQuashed',
    data: { appealId: data.appealId },
    actor: cause.actor,
    ...(cause.approvedBy && { approvedBy: cause.approvedBy }),
    source: cause.source,
    occurredAt,
    occurredAtPrecision,
    commandId: effectOf(cause.commandId),
    causationId: cause.eventId,
  };
}

function isQuashingOf({ data, occurredAt }: FactOf<'AppealDecided'>, fact: Fact): boolean {
  return (
    fact.type === 'ClosureQuashed' &&
    fact.data.appealId === data.appealId &&
    milliseconds(fact.occurredAt) === milliseconds(occurredAt)
  );
}

function isVoidedBy(correction: Fact, { eventId }: Fact): boolean {
  return (
    correction.type === 'FactCorrected' &&
    correction.data.corrections.some((each) => each.eventId === eventId && 'void' in each)
  );
}

function followsFrom({ data: { appealId }, eventId }: FactOf<'AppealDecided'>, about = eventId): Reason {
  return {
    code: 'follows-from-its-decision',
    detail: `The closing order falls because appeal ${appealId} was decided so: correct the decision.`,
    who: 'reviewer',
    about,
  };
}

function deciderOf({ decider = compiled }: Deciding) {
  return decider;
}

function reorders(fact: Fact, { folded }: KnownMine): boolean {
  if (fact.type === 'FactCorrected') return true;
  return !isKnowledgeEvent(fact.type) && milliseconds(fact.occurredAt) < milliseconds(folded.lastOccurredAt);
}

function takenOn(mine: KnownMine, facts: readonly Fact[]): Steps {
  const after = withFacts(mine, facts);
  return after ? { kind: 'taken', facts, after } : notMet();
}

/** A refusal by the chart. */
export function refusedBy({ code, reasons }: Pick<Refusal, 'code' | 'reasons'>): Extract<Steps, { kind: 'refused' }> {
  return { kind: 'refused', rejection: { code, reasons, next: [] } };
}

/** A refusal because conditions are not met. */
export function notMet(...reasons: Reason[]): Extract<Steps, { kind: 'refused' }> {
  return refusedBy({ code: 'condition-not-met', reasons });
}
