import { milliseconds, operationState } from '@rectify/engine/rectification';
import { countedCases } from '../closures/counted-cases.ts';
import type { StatisticsCase } from '../closures/statistics-case.ts';
import { perStateOf } from '../closures/time-in-state.ts';
import { keyOf, type WaitedOn, waitedOn } from '../closures/waits.ts';
import { instantOf } from '../instants.ts';
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
  const cases = countedCases(source, assigneesMeant(source.database, filters, asked.viewer), instantOf(asked));
  const from = filters.from === undefined ? Number.NEGATIVE_INFINITY : milliseconds(filters.from);
  return {
    closures: cases.length,
    states: Object.entries(perStateOf(cases, from))
      .map(([state, time]) => ({ state: operationState.parse(state), ...time }))
      .sort((a, b) => b.total.milliseconds - a.total.milliseconds),
    parties: partiesOf(cases, from),
  };
}

function partiesOf(cases: readonly StatisticsCase[], begin: number): BottleneckAnalysis['parties'] {
  const waits = cases.flatMap(({ stretches }) =>
    stretches.flatMap(({ waitingOn, from, to }) =>
      to > begin ? [{ waitingOn, milliseconds: to - Math.max(from, begin) }] : [],
    ),
  );
  const now = Map.groupBy(cases, (one) => one.now && keyOf(one.now.waitingOn));
  const late = Map.groupBy(
    cases.flatMap(({ lateOffices }) => lateOffices),
    (office) => keyOf({ party: 'authority', office }),
  );
  const waited = new Map<string, WaitedOn>(waitedOn(waits).map((one) => [keyOf(one), one]));
  const unmet = [
    ...cases.flatMap((one) => one.now?.waitingOn ?? []),
    ...[...late.values()].flatMap(([office]) =>
      office === undefined ? [] : [{ party: 'authority', office } as const],
    ),
  ];
  for (const one of unmet) if (!waited.has(keyOf(one))) waited.set(keyOf(one), { ...one, milliseconds: 0, share: 0 });
  return [...waited].map(([key, one]) => ({
    ...one,
    now: now.get(key)?.length ?? 0,
    late: late.get(key)?.length ?? 0,
  }));
}
