import { survivalByGroup, survivalOf, USUAL_DAYS } from '../closures/closure-survival.ts';
import { countAt } from '../closures/columns/count-at.ts';
import { figuresOf } from '../closures/figures.ts';
import { methodOf } from '../closures/statistics-method.ts';
import { tallyGroups } from '../closures/tally-groups.ts';
import type { Source } from '../source.ts';
import { FEWEST_FOR_OWNERS } from '../viewer.ts';
import type { Answered, AskedBy } from './analysed.ts';
import type { LikeCases } from './analysis-answer.ts';

/**
 * How the closures on some grounds went, by the office of whoever ordered them. Undefined where there is none, and for an owner where there are so few that
 * the figures would tell of single ones; nor is an owner told of groups if one of them is so small, as it would be what is left of the whole.
 */
export function likeCasesIn(source: Source, grounds: string, asked: AskedBy): Answered<LikeCases> | undefined {
  const fewest = asked.viewer.kind === 'owner' ? FEWEST_FOR_OWNERS : 1;
  const counted = countAt(source, { grounds: [grounds] }, asked);
  if (counted.closures.length < fewest) return undefined;
  const { whole, groups, resolution } = tallyGroups(counted, 'office');
  const question = { at: USUAL_DAYS };
  const survival = survivalByGroup(groups, question);
  const told = [...groups.values()].every(({ total }) => total >= fewest);
  return {
    grounds,
    figures: figuresOf(whole, survivalOf(whole, question)),
    groups: told
      ? [...groups].map(([group, members]) => ({ group, ...figuresOf(members, survival.ofGroup(group)) }))
      : null,
    ...(told && { logRank: survival.logRank }),
    method: methodOf(resolution),
  };
}
