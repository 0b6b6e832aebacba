import type { TFunction } from 'i18next';
import type { StatisticsAnswer } from '../../api/answers.ts';
import { doDiffer } from '../closures/finding.ts';

/** The sentence that a comparison of like cases shows: whether they went differently, or that it cannot be told. */
export function likeCasesFinding(
  {
    groups = [],
    logRank,
    total,
  }: Pick<StatisticsAnswer, 'logRank' | 'total'> & { readonly groups?: readonly unknown[] | undefined },
  t: TFunction,
): string {
  if (groups.length < 2) return t('studio.likeCases.one', { count: total });
  if (!logRank) return t('studio.likeCases.noTest');
  return t(doDiffer(logRank.pValue) ? 'studio.likeCases.differ' : 'studio.likeCases.alike');
}
