import { milliseconds } from '@rectify/engine/rectification';
import { survivalByGroup, survivalOf } from '../closures/closure-survival.ts';
import { countAt } from '../closures/columns/count-at.ts';
import { explainSurvival } from '../closures/explain.ts';
import { isSmall } from '../closures/figures.ts';
import { explainedAt } from '../closures/list-queries.ts';
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
  { groupBy, at, horizon, explain, ...filters }: Question<SurvivalQuery>,
  asked: AskedBy,
): Answered<SurvivalAnalysis> {
  const counted = countAt(source, assigneesMeant(source.database, filters, asked.viewer), asked);
  const from = filters.from === undefined ? undefined : milliseconds(filters.from);
  const tally = tallyGroups(counted, groupBy, from);
  const question = { at, upTo: horizon };
  const whole = survivalOf(tally.whole, question);
  const survival = groupBy && survivalByGroup(tally.groups, question);
  const { resolution } = tally;
  const explained = explain ? explainedAt(asked, { filters, resolution, isEachRow: true }) : undefined;
  return {
    small: isSmall(tally.whole),
    survival: whole,
    ...(explained && { explain: explainSurvival(whole, explained) }),
    ...(survival && {
      groupBy,
      groups: [...tally.groups].map(([group, members]) => {
        const ofGroup = survival.ofGroup(group);
        return {
          group,
          small: isSmall(members),
          survival: ofGroup,
          ...(explained && { explain: explainSurvival(ofGroup, explained, { by: groupBy, name: group }) }),
        };
      }),
      logRank: survival.logRank,
    }),
    method: methodOf(resolution),
  };
}
