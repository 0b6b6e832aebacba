import { milliseconds, operationState, type WaitingOn } from '@rectify/engine/rectification';
import type { ClosureTally } from '../closures/closure-tally.ts';
import { countAt } from '../closures/columns/count-at.ts';
import { tallyGroups } from '../closures/tally-groups.ts';
import { perStateOf } from '../closures/time-in-state.ts';
import { keyOf, waitedOn } from '../closures/waits.ts';
import type { Source } from '../source.ts';
import { assigneesMeant } from '../status/assignees.ts';
import type { Answered, AskedBy, Question } from './analysed.ts';
import type { BottleneckAnalysis } from './analysis-answer.ts';
import type { BottleneckQuery } from './analysis-query.ts';

/** Where the closures that fit are held up, and by whom. */
export function bottlenecksIn(
  source: Source,
  filters: Question<BottleneckQuery>,
  asked: AskedBy,
): Answered<BottleneckAnalysis> {
  const counted = countAt(source, assigneesMeant(source.database, filters, asked.viewer), asked);
  const from = filters.from === undefined ? undefined : milliseconds(filters.from);
  const { whole } = tallyGroups(counted, undefined, from);
  return {
    closures: whole.total,
    states: Object.entries(perStateOf(whole.states))
      .map(([state, time]) => ({ state: operationState.parse(state), ...time }))
      .sort((a, b) => b.total.milliseconds - a.total.milliseconds),
    parties: partiesOf(whole),
  };
}

/** Whoever was waited for, is now, or was late. */
function partiesOf({ states, waiting, late }: ClosureTally): BottleneckAnalysis['parties'] {
  const parties = new Map<string, BottleneckAnalysis['parties'][number]>();
  for (const one of waitedOn([...states.values()].flatMap(({ waits }) => waits)))
    parties.set(keyOf(one), { ...one, now: 0, late: 0 });
  const add = (one: WaitingOn, counts: { readonly now?: number; readonly late?: number }) => {
    const held = parties.get(keyOf(one)) ?? { ...one, milliseconds: 0, share: 0, now: 0, late: 0 };
    parties.set(keyOf(one), { ...held, now: held.now + (counts.now ?? 0), late: held.late + (counts.late ?? 0) });
  };
  for (const { party, office, closures } of waiting) add({ party, office }, { now: closures });
  for (const [office, count] of late) add({ party: 'authority', office }, { late: count });
  return [...parties.values()];
}
