import { eventTimes, kaplanMeier, type SurvivalCurve, survivalAt } from '@rectify/analytics';
import { milliseconds, type WaitingOn } from '@rectify/engine/rectification';
import type { ClosureTally } from '../closures/closure-tally.ts';
import { countAt } from '../closures/columns/count-at.ts';
import { explainParty, explainState } from '../closures/explain.ts';
import { isSmall } from '../closures/figures.ts';
import { explainedAt, listQueries } from '../closures/list-queries.ts';
import { methodOf } from '../closures/statistics-method.ts';
import { tallyGroups } from '../closures/tally-groups.ts';
import { timeIn } from '../closures/time-in-state.ts';
import { keyOf, waitedOn } from '../closures/waits.ts';
import type { Source } from '../source.ts';
import { assigneesMeant } from '../status/assignees.ts';
import type { Answered, AskedBy, Question } from './analysed.ts';
import type { BottleneckAnalysis, LengthsOfStays } from './analysis-answer.ts';
import type { BottleneckQuery } from './analysis-query.ts';

/** Where the closures that fit are held up, and by whom. */
export function bottlenecksIn(
  source: Source,
  { explain, ...filters }: Question<BottleneckQuery>,
  asked: AskedBy,
): Answered<BottleneckAnalysis> {
  const counted = countAt(source, assigneesMeant(source.database, filters, asked.viewer), asked);
  const from = filters.from === undefined ? undefined : milliseconds(filters.from);
  const { whole, resolution } = tallyGroups(counted, undefined, from);
  const explained = explain ? explainedAt(asked, { filters, resolution, isEachRow: explain === true }) : undefined;
  return {
    closures: whole.total,
    ...(explained && { explain: { closures: listQueries('/v1/closures', explained)() } }),
    states: [...whole.states]
      .map(([state, tally]) => {
        const curve = kaplanMeier(tally.stays);
        const lengths = lengthsOf(curve);
        const explain = explained && { explain: explainState({ state, lengths }, explained) };
        return { state, ...timeIn(tally, curve), lengths, ...explain };
      })
      .sort((a, b) => b.total.milliseconds - a.total.milliseconds),
    parties: partiesOf(whole).map((one) => ({
      ...one,
      ...(explained && { explain: explainParty(one, explained) }),
    })),
    method: methodOf(resolution),
  };
}

/** A curve is answered with no more steps than this: states are set side by side, each in little room. */
const MOST_STEPS = 100;

/** How long stays in a state last. Leaving it is the event, wherever the mine went; a stay that goes on is censored. */
function lengthsOf(curve: SurvivalCurve): LengthsOfStays {
  return {
    small: isSmall({ total: curve.n }),
    lastSeen: curve.steps.at(-1)?.time ?? null,
    survival: survivalAt(curve, eventTimes(curve, MOST_STEPS)),
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
