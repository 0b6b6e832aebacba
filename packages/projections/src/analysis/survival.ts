import { milliseconds } from '@rectify/engine/rectification';
import { survivalByGroup, survivalOf } from '../closures/closure-survival.ts';
import { countAt } from '../closures/columns/count-at.ts';
import { isSmall } from '../closures/figures.ts';
import { methodOf } from '../closures/statistics-method.ts';
import { tallyGroups } from '../closures/tally-groups.ts';
import type { Source } from '../source.ts';
import { assigneesMeant } from '../status/assignees.ts';
import type { Answered, AskedBy, Question } from './analysed.ts';
import type { SurvivalAnalysis } from './analysis-answer.ts';
import type { SurvivalQuery } from './analysis-query.ts';

/** How long the closures that fit last, as curves. */
export function survivalIn(
  source: Source,
  { groupBy, at, horizon, ...filters }: Question<SurvivalQuery>,
  asked: AskedBy,
): Answered<SurvivalAnalysis> {
  const counted = countAt(source, assigneesMeant(source.database, filters, asked.viewer), asked);
  const from = filters.from === undefined ? undefined : milliseconds(filters.from);
  const tally = tallyGroups(counted, groupBy, from);
  const question = { at, upTo: horizon };
  const survival = groupBy && survivalByGroup(tally.groups, question);
  return {
    small: isSmall(tally.whole),
    survival: survivalOf(tally.whole, question),
    ...(survival && {
      groupBy,
      groups: [...tally.groups].map(([group, members]) => ({
        group,
        small: isSmall(members),
        survival: survival.ofGroup(group),
      })),
      logRank: survival.logRank,
    }),
    method: methodOf(tally.resolution),
  };
}
