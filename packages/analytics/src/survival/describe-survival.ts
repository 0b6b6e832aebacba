import { incidenceAt, incidencesOf } from './aalen-johansen.ts';
import type { GroupSurvival, SurvivalAnswer } from './answer.ts';
import { curveOf, eventTimes, survivalAt } from './kaplan-meier.ts';
import { logRankOf } from './log-rank.ts';
import type { Observation } from './observation.ts';
import { quantile } from './quantile.ts';
import { restrictedMean } from './restricted-mean.ts';
import { type RiskTable, riskTable } from './risk-table.ts';

/** What is asked of observations. */
export interface SurvivalQuestion {
  /** The confidence of all limits: 0.95 unless another is given. */
  readonly confidence?: number | undefined;
  /** The times to estimate at, instead of each time at which one ended. */
  readonly at?: readonly number[] | undefined;
  /** Of the times at which one ended, no more than so many of each group, evenly chosen, the first and the last among them. */
  readonly most?: number | undefined;
  /** The limit of the restricted mean, instead of each group's largest time: to compare groups by. */
  readonly upTo?: number | undefined;
  /** The outcomes to tell of, whether one ended so or not, instead of those that occur in each group. */
  readonly outcomes?: readonly string[] | undefined;
  /** With more groups than this there is no log-rank test: its cost grows with their square. */
  readonly mostCompared?: number | undefined;
}

/**
 * Everything about the survival of observations: each group in alphabetical order, those without a group (`group: null`) first, and the log-rank test.
 * @throws InvalidObservation
 * @throws RangeError for a confidence that is none
 */
export function describeSurvival(
  observations: readonly Observation[],
  question: SurvivalQuestion = {},
): SurvivalAnswer {
  const { confidence = 0.95, mostCompared = Number.POSITIVE_INFINITY } = question;
  const byGroup = Map.groupBy(observations, ({ group }) => group);
  const alone = byGroup.get(undefined);
  const tables = new Map<string, RiskTable>();
  for (const [group, members] of byGroup) if (group !== undefined) tables.set(group, riskTable(members));
  const named = [...tables].sort(([first], [second]) => (first < second ? -1 : 1));
  const groups = alone || named.length === 0 ? [[null, riskTable(alone ?? [])] as const, ...named] : named;
  return {
    confidence,
    groups: groups.map(([group, table]) => describeGroup(group, table, confidence, question)),
    logRank: tables.size > mostCompared ? null : (logRankOf(tables) ?? null),
  };
}

function describeGroup(
  group: string | null,
  table: RiskTable,
  confidence: number,
  { at, most, upTo, outcomes = table.outcomes }: SurvivalQuestion,
): GroupSurvival {
  const curve = curveOf(table, confidence);
  const incidences = incidencesOf(table, confidence);
  const times = at ?? eventTimes(curve, most);
  const { n, events, censored } = curve;
  return {
    group,
    n,
    events,
    censored,
    quartiles: { first: quantile(curve, 0.25), median: quantile(curve, 0.5), third: quantile(curve, 0.75) },
    restrictedMean: restrictedMean(curve, upTo) ?? null,
    survival: survivalAt(curve, times),
    outcomes: outcomes.map((outcome) => ({
      outcome,
      events: eventsOf(table, outcome),
      incidence: incidenceAt(incidences, outcome, times),
    })),
  };
}

function eventsOf({ rows, outcomes }: RiskTable, outcome: string): number {
  const index = outcomes.indexOf(outcome);
  return rows.reduce((total, { byOutcome }) => total + (byOutcome[index] ?? 0), 0);
}
