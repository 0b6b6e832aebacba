import { CENSORED, describeSurvival, type GroupSurvival, type Observation } from '@rectify/analytics';
import { closureOutcome } from './closure-answer.ts';
import type { ClosureSurvival, StatisticsAnswer, StatisticsMethod } from './statistics-answer.ts';
import type { StatisticsCase } from './statistics-case.ts';

/** A day of 24 hours in milliseconds. */
export const DAY = 86_400_000;

/** Where to estimate unless that is said: days after the closing. */
export const USUAL_DAYS: readonly number[] = [7, 30, 90, 180, 365];

/** What is asked of the survival of closures. Times are in days. */
export interface SurvivalAsked {
  /** The window starts here, in milliseconds: who was shut before enters late. */
  readonly from?: number | undefined;
  /** The days to estimate at, instead of each time at which a closure ended. */
  readonly at?: readonly number[] | undefined;
  /** The limit of the restricted mean. */
  readonly upTo?: number | undefined;
}

/** The survival of closures, all together and by group. */
export interface SurvivalOfClosures {
  readonly all: ClosureSurvival;
  readonly ofGroup: (group: string | null) => ClosureSurvival;
  readonly logRank: NonNullable<StatisticsAnswer['logRank']> | null;
  readonly resolution: StatisticsMethod['resolution'];
}

/** A curve is answered with no more steps than this. */
const MOST_STEPS = 300;

/** With more groups the test takes long and tells little. */
const MOST_GROUPS_COMPARED = 50;

/** Of more closures than this durations are rounded up to days: exact ones are nearly all different, and each would be a step. */
const MOST_EXACT = 20_000;

/**
 * How long closures last. Every end is an event of its outcome, decommissioning too: it competes with reopening. Who is still shut is censored. `groupOf`
 * names the group of each; without it there are none.
 */
export function survivalOfClosures(
  cases: readonly StatisticsCase[],
  asked: SurvivalAsked,
  groupOf?: (one: StatisticsCase) => string | null,
): SurvivalOfClosures {
  const resolution = cases.length > MOST_EXACT ? 'day' : 'exact';
  const question = {
    at: asked.at,
    most: MOST_STEPS,
    upTo: asked.upTo,
    outcomes: closureOutcome.options,
    mostCompared: MOST_GROUPS_COMPARED,
  };
  const observed = cases.flatMap((one) => {
    const observation = observationOf(one, asked.from, resolution);
    return observation ? [{ one, observation }] : [];
  });
  const { groups: together } = describeSurvival(
    observed.map(({ observation }) => observation),
    question,
  );
  const grouped =
    groupOf &&
    describeSurvival(
      observed.map(({ one, observation }) => ({ ...observation, group: groupOf(one) ?? undefined })),
      question,
    );
  const byGroup = new Map(grouped?.groups.map((group) => [group.group, group]));
  return {
    all: withoutName(together[0] ?? nobody(question)),
    ofGroup: (group) => withoutName(byGroup.get(group) ?? nobody(question)),
    logRank: grouped?.logRank ?? null,
    resolution,
  };
}

/** One closure as an observation; undefined where it was not watched after the beginning of the window. */
function observationOf(
  { since, until, outcome }: StatisticsCase,
  from: number | undefined,
  resolution: StatisticsMethod['resolution'],
): Observation | undefined {
  const time = (until - since) / DAY;
  const entry = from !== undefined && from > since ? (from - since) / DAY : undefined;
  if (entry !== undefined && entry >= time) return undefined;
  const rounded =
    resolution === 'exact' ? { time, entry } : { time: Math.ceil(time), entry: entry && Math.floor(entry) };
  return { ...rounded, outcome: outcome ?? CENSORED };
}

function nobody(question: Parameters<typeof describeSurvival>[1]): GroupSurvival {
  const [group] = describeSurvival([], question).groups;
  if (!group) throw new TypeError('The survival of nobody was not described.');
  return group;
}

function withoutName({ group: _, ...survival }: GroupSurvival): ClosureSurvival {
  return survival;
}
