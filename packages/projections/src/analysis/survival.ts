import { milliseconds } from '@rectify/engine/rectification';
import { compareGroups, groupOf } from '../closures/case-groups.ts';
import { survivalOfClosures } from '../closures/closure-survival.ts';
import { countedCases } from '../closures/counted-cases.ts';
import { isSmall } from '../closures/figures.ts';
import type { StatisticsCase } from '../closures/statistics-case.ts';
import { methodOf } from '../closures/statistics-method.ts';
import { instantOf } from '../instants.ts';
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
  const cases = countedCases(source, assigneesMeant(source.database, filters, asked.viewer), instantOf(asked));
  const from = filters.from === undefined ? undefined : milliseconds(filters.from);
  const by = groupBy && ((one: StatisticsCase) => groupOf(one, groupBy));
  const survival = survivalOfClosures(cases, { from, at, upTo: horizon }, by);
  return {
    small: isSmall(cases),
    survival: survival.all,
    ...(by && {
      groupBy,
      groups: [...Map.groupBy(cases, by)]
        .sort(([a], [b]) => compareGroups(a, b))
        .map(([group, members]) => ({ group, small: isSmall(members), survival: survival.ofGroup(group) })),
      logRank: survival.logRank,
    }),
    method: methodOf(survival.resolution),
  };
}
