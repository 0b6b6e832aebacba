import { evolve, registered } from './rectification/case/evolve.ts';
import { isKnowledgeEvent } from './rectification/catalogue.ts';
import type { Transition } from './rectification/chart-value.ts';
import { type Decider, type Decision, initialValue, type Standing } from './rectification/decide.ts';
import type { Fact } from './rectification/fact.ts';
import { eventOf } from './rectification/fold.ts';
import { reasonsInHistory } from './rectification/guards/history.ts';
import { effectiveHistory } from './rectification/history.ts';

/** Why a fact is not possible in its place: its mine was not registered yet, the chart refuses it, or a condition of history is not met. */
export interface Refusal extends Omit<Extract<Decision, { accepted: false }>, 'accepted'> {
  readonly by: 'registration' | 'chart' | 'history';
}

/** What the statechart says of a fact in its place of an effective history. */
export interface Judged {
  /** The fact as it stands there. */
  readonly fact: Fact;
  readonly transition: Transition;
  readonly refusal: Refusal | null;
  /** Where the mine stands just before it and just after; undefined before its registration. */
  readonly before: Standing | undefined;
  readonly after: Standing | undefined;
}

/**
 * Decides a whole effective history anew, event by event. A fact that is refused and `stands` nevertheless leads where the chart says, or
 * where it led when stored; another one is passed over, so that whatever depends on it is refused too.
 */
export function judgedHistory(
  facts: readonly Fact[],
  decider: Decider,
  stands: (fact: Fact, refusal: Refusal) => boolean,
): Judged[] {
  const judged: Judged[] = [];
  let before: Standing | undefined;
  for (const { fact } of effectiveHistory(facts)) {
    const { standing, ...said } = judgedIn(before, fact, decider);
    const after = said.refusal && !stands(fact, said.refusal) ? before : standing;
    judged.push({ fact, ...said, before, after });
    before = after;
  }
  return judged;
}

function judgedIn(
  before: Standing | undefined,
  fact: Fact,
  { decide }: Decider,
): Pick<Judged, 'transition' | 'refusal'> & { readonly standing: Standing | undefined } {
  const event = eventOf(fact);
  if (!before) {
    if (event.type !== 'MineRegistered')
      return { transition: fact.transition, refusal: notRegistered, standing: undefined };
    const standing = { value: initialValue, mine: registered(event) };
    return { transition: { from: null, to: initialValue }, refusal: null, standing };
  }
  const { value, mine } = before;
  if (isKnowledgeEvent(fact.type))
    return { transition: { from: value, to: value }, refusal: null, standing: { value, mine: evolve(mine, event) } };
  const decision = decide(before, event);
  if (!decision.accepted) {
    const asStored = { value: fact.transition.to, mine: evolve(mine, event) };
    return { transition: fact.transition, refusal: { ...decision, by: 'chart' }, standing: asStored };
  }
  const reasons = reasonsInHistory(mine, fact);
  const refusal: Refusal | null = reasons.length > 0 ? { code: 'condition-not-met', reasons, by: 'history' } : null;
  return { transition: decision.transition, refusal, standing: decision.standing };
}

const notRegistered: Refusal = {
  by: 'registration',
  code: 'illegal-transition',
  reasons: [{ code: 'before-registration', detail: 'The mine was not registered yet at that time.', who: 'nobody' }],
};
