import { type Judged, judgedHistory, type Refusal } from './judged-history.ts';
import { milliseconds } from './rectification/calendar.ts';
import type { Mine } from './rectification/case/mine.ts';
import { quashesTheClosure } from './rectification/case/quashing.ts';
import { isKnowledgeEvent } from './rectification/catalogue.ts';
import { sameTransition } from './rectification/chart-value.ts';
import { compiled } from './rectification/compiled/decider.ts';
import type { Decider } from './rectification/decide.ts';
import type { Fact, FactOf } from './rectification/fact.ts';
import type { Reason } from './rectification/reason.ts';

/** A fact that would no longer be possible, as it would stand, and why not. */
export interface Broken {
  readonly fact: Fact;
  readonly reasons: readonly Reason[];
}

/** The outcome of adding facts that reorder or alter history. */
export type Judgement =
  /** The facts as they are to be stored: each with where it leads and the transitions that it changes. */
  | { readonly kind: 'legal'; readonly facts: readonly Fact[] }
  /** With them an appeal decision quashes the closing order, and no `ClosureQuashed` follows it yet. `mine` is the mine before it. */
  | { readonly kind: 'unfollowed'; readonly decision: FactOf<'AppealDecided'>; readonly mine: Mine }
  /** `own` is what speaks against the first of them in its place; `broken` are the facts that would no longer be possible. */
  | { readonly kind: 'illegal'; readonly own: Refusal | null; readonly broken: readonly Broken[] };

/**
 * Judges facts that are added in one append, a backdated event or a correction first: the effective history has to stay legal. They are
 * refused only if they make an event illegal that was legal in the same check without them, and the refusal names those events
 * (statechart.md, "Time and corrections"). `decider` is asked about every event.
 */
export function judge(facts: readonly Fact[], added: readonly Fact[], decider: Decider = compiled): Judgement {
  const without = judgedHistory(facts, decider, () => true);
  const ranks = new Map(without.map(({ fact, refusal }) => [fact.eventId, rankOf(refusal)]));
  const stands: Stands = ({ eventId }, refusal) => rankOf(refusal) <= (ranks.get(eventId) ?? 0);
  const withThem = judgedHistory([...facts, ...added], decider, stands);
  const before = new Set(unfollowedIn(without).map(({ decision }) => decision.eventId));
  const [unfollowed] = unfollowedIn(withThem).filter(({ decision }) => !before.has(decision.eventId));
  if (unfollowed) return { kind: 'unfollowed', ...unfollowed };
  const broken = withThem.flatMap(({ fact, refusal }) =>
    refusal && !stands(fact, refusal) ? [{ fact, reasons: refusal.reasons }] : [],
  );
  if (broken.length === 0) return { kind: 'legal', facts: asStored(facts, added, decider) };
  const own = withThem.find(({ fact }) => fact.eventId === added[0]?.eventId)?.refusal ?? null;
  return { kind: 'illegal', own, broken };
}

/** Whether a fact may be refused, since it was so before. */
type Stands = (fact: Fact, refusal: Refusal) => boolean;

/** How far a fact is from being possible. One that was not possible before may stay as it is, and not get further away. */
function rankOf(refusal: Refusal | null): number {
  return refusal ? { history: 1, chart: 2, registration: 3 }[refusal.by] : 0;
}

/** The reason that a broken fact is named by in a refusal. */
export function wouldBreak({ fact, reasons }: Broken): Reason {
  return {
    code: 'would-become-impossible',
    detail: `${fact.type} of ${fact.occurredAt} would no longer be possible: ${reasons.map(({ detail }) => detail).join(' ')}`,
    who: 'nobody',
    about: fact.eventId,
  };
}

/**
 * The decisions that quash the closing order while the closure goes on: a `ClosureQuashed` has to follow (statechart.md, "Appeals"). If the
 * closure ended at the very instant of the decision, by that event or another, nothing has to.
 */
function unfollowedIn(judged: readonly Judged[]) {
  return judged.flatMap(({ fact, refusal, before }) => {
    if (fact.type !== 'AppealDecided' || refusal || !before) return [];
    if (!quashesTheClosure(fact.data, before.mine)) return [];
    const atOnce = judged.findLast((other) => milliseconds(other.fact.occurredAt) === milliseconds(fact.occurredAt));
    const stillShut = atOnce?.after?.mine.closure;
    const open = stillShut?.until === null && stillShut.eventId === before.mine.closure?.eventId;
    return open ? [{ decision: fact, mine: before.mine }] : [];
  });
}

/** The added facts, each with what it changes in the history known by then: folding stays a replay at every revision. */
function asStored(facts: readonly Fact[], added: readonly Fact[], decider: Decider): readonly Fact[] {
  let known = facts;
  for (const fact of added) {
    const judged = judgedHistory([...known, fact], decider, () => true);
    const retransitions = judged
      .filter(({ fact: other }) => other.eventId !== fact.eventId && !isKnowledgeEvent(other.type))
      .filter(({ fact: other, transition }) => !sameTransition(transition, other.transition))
      .map(({ fact: { eventId }, transition }) => ({ eventId, ...transition }));
    const transition = judged.find((other) => other.fact.eventId === fact.eventId)?.transition ?? fact.transition;
    known = [...known, { ...fact, transition, ...(retransitions.length > 0 && { retransitions }) }];
  }
  return known.slice(facts.length);
}
