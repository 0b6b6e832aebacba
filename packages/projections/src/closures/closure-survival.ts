import { describeSurvival, type GroupSurvival, type SurvivalQuestion } from '@rectify/analytics';
import { closureOutcome } from './closure-answer.ts';
import type { ClosureTally } from './closure-tally.ts';
import type { ClosureSurvival, StatisticsAnswer } from './statistics-answer.ts';

/** Where to estimate unless that is said: days after the closing. */
export const USUAL_DAYS: readonly number[] = [7, 30, 90, 180, 365];

/** What is asked of the survival of closures. Times are in days. */
export interface SurvivalAsked {
  /** The days to estimate at, instead of each time at which a closure ended. */
  readonly at?: readonly number[] | undefined;
  /** The limit of the restricted mean. */
  readonly upTo?: number | undefined;
}

/** The survival of closures by group. */
export interface SurvivalByGroup {
  readonly ofGroup: (group: string | null) => ClosureSurvival;
  readonly logRank: NonNullable<StatisticsAnswer['logRank']> | null;
}

/** A curve is answered with no more steps than this. */
const MOST_STEPS = 300;

/** With more groups the test takes long and tells little. */
const MOST_GROUPS_COMPARED = 50;

/** How long closures last. Every end is an event of its outcome, decommissioning too: it competes with reopening. Who is still shut is censored. */
export function survivalOf({ lasted }: Pick<ClosureTally, 'lasted'>, asked: SurvivalAsked): ClosureSurvival {
  const [group] = describeSurvival(lasted, questionOf(asked)).groups;
  if (!group) throw new TypeError('The survival of closures was not described.');
  return withoutName(group);
}

/** The same of each group, and how they compare; the group `null` is that of those that have no name. */
export function survivalByGroup(
  tallies: ReadonlyMap<string | null, ClosureTally>,
  asked: SurvivalAsked,
): SurvivalByGroup {
  const observations = [...tallies].flatMap(([group, { lasted }]) =>
    lasted.map((observation) => ({ ...observation, group: group ?? undefined })),
  );
  const { groups, logRank } = describeSurvival(observations, questionOf(asked));
  const byGroup = new Map(groups.map((group) => [group.group, withoutName(group)]));
  return { ofGroup: (group) => byGroup.get(group) ?? survivalOf({ lasted: [] }, asked), logRank };
}

function questionOf({ at, upTo }: SurvivalAsked): SurvivalQuestion {
  return { at, upTo, most: MOST_STEPS, outcomes: closureOutcome.options, mostCompared: MOST_GROUPS_COMPARED };
}

function withoutName({ group: _, ...survival }: GroupSurvival): ClosureSurvival {
  return survival;
}
