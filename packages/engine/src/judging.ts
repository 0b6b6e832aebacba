import { evolve, registered } from './rectification/case/evolve.ts';
import { isKnowledgeEvent } from './rectification/catalogue.ts';
import { sameValue, type Transition } from './rectification/chart-value.ts';
import { compiled } from './rectification/compiled/decider.ts';
import { type Decider, type Decision, initialValue, type Standing } from './rectification/decide.ts';
import type { Fact, Retransition } from './rectification/fact.ts';
import { eventOf } from './rectification/fold.ts';
import { effectiveHistory } from './rectification/history.ts';
import type { Reason } from './rectification/reason.ts';

/** What the statechart says of a fact in its place of an effective history. */
interface Judged {
  readonly fact: Fact;
  readonly transition: Transition;
  readonly decision: Decision | 'registration' | 'knowledge';
}

/** The outcome of adding a fact that reorders or alters history. */
export type Judgement =
  | { readonly legal: true; readonly transition: Transition; readonly retransitions: readonly Retransition[] }
  | {
      readonly legal: false;
      readonly code: 'illegal-transition' | 'condition-not-met';
      readonly reasons: readonly Reason[];
    };

/**
 * Judges a backdated fact or a correction: the effective history has to stay legal. It is refused only if it makes an event
 * illegal that was legal in the same check without it, and the refusal lists those events (statechart.md, "Time and corrections").
 * `decider` is asked about every event.
 */
export function judge(facts: readonly Fact[], added: Fact, decider: Decider = compiled): Judgement {
  const neverLegal = new Set(
    rejudge(facts, decider, () => true).flatMap(({ fact, decision }) => (isRefusal(decision) ? [fact.eventId] : [])),
  );
  const after = rejudge([...facts, added], decider, ({ eventId }) => neverLegal.has(eventId));
  const broken = after.filter(({ fact, decision }) => isRefusal(decision) && !neverLegal.has(fact.eventId));
  const own = broken.find(({ fact }) => fact.eventId === added.eventId)?.decision;
  if (own && isRefusal(own)) return { legal: false, code: own.code, reasons: own.reasons };
  if (broken.length > 0) return { legal: false, code: 'condition-not-met', reasons: broken.map(wouldBreak) };
  const last = after.at(-1);
  const place = after.find(({ fact }) => fact.eventId === added.eventId);
  if (!last || !place) return { legal: false, code: 'condition-not-met', reasons: [] };
  return {
    legal: true,
    transition: place.transition,
    retransitions: after
      .filter(
        ({ fact, transition }) =>
          fact.eventId !== added.eventId && !isKnowledgeEvent(fact.type) && !same(transition, fact.transition),
      )
      .map(({ fact, transition }) => ({ eventId: fact.eventId, ...transition })),
  };
}

/**
 * Judges a whole effective history. A fact that the chart refuses and that `stands` leads where it led when stored; another one is passed
 * over, so that whatever depends on it is refused too.
 */
function rejudge(facts: readonly Fact[], decider: Decider, stands: (fact: Fact) => boolean): Judged[] {
  const judged: Judged[] = [];
  let standing: Standing | undefined;
  for (const { fact } of effectiveHistory(facts)) {
    const step = judgeNext(standing, fact, decider);
    standing = isRefusal(step.decision) && !stands(fact) ? standing : step.standing;
    judged.push({ fact, transition: step.transition, decision: step.decision });
  }
  return judged;
}

function judgeNext(
  standing: Standing | undefined,
  fact: Fact,
  { decide }: Decider,
): Omit<Judged, 'fact'> & { readonly standing: Standing | undefined } {
  const event = eventOf(fact);
  if (!standing) {
    if (event.type !== 'MineRegistered') return { decision: notRegistered, transition: fact.transition, standing };
    const transition = { from: null, to: initialValue };
    return { decision: 'registration', transition, standing: { value: initialValue, mine: registered(event) } };
  }
  if (isKnowledgeEvent(fact.type)) {
    const transition = { from: standing.value, to: standing.value };
    return { decision: 'knowledge', transition, standing: { ...standing, mine: evolve(standing.mine, event) } };
  }
  const decision = decide(standing, event);
  if (decision.accepted) return { decision, transition: decision.transition, standing: decision.standing };
  return {
    decision,
    transition: fact.transition,
    standing: { value: fact.transition.to, mine: evolve(standing.mine, event) },
  };
}

const notRegistered: Decision = {
  accepted: false,
  code: 'illegal-transition',
  reasons: [{ code: 'before-registration', detail: 'The mine was not registered yet at that time.', who: 'nobody' }],
};

function isRefusal(decision: Judged['decision'] | undefined): decision is Extract<Decision, { accepted: false }> {
  return typeof decision === 'object' && !decision.accepted;
}

function wouldBreak({ fact, decision }: Judged): Reason {
  const why = isRefusal(decision) ? decision.reasons.map(({ detail }) => detail).join(' ') : '';
  return {
    code: 'would-become-impossible',
    detail: `${fact.type} of ${fact.occurredAt} would no longer be possible: ${why}`,
    who: 'nobody',
    about: fact.eventId,
  };
}

function same(a: Transition, b: Transition): boolean {
  const from = a.from === null || b.from === null ? a.from === b.from : sameValue(a.from, b.from);
  return from && sameValue(a.to, b.to);
}
