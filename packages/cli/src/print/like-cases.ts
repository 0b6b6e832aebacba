import type { LikeCases } from '@rectify/projections';
import { statisticsInWords } from './statistics.ts';

/** How closures on the same grounds went, in words: all of them, then by the office that ordered them. */
export function likeCasesInWords({ grounds, figures, groups, logRank, method, asOf }: LikeCases): string {
  const counted = { ...figures, method, asOf, logRank, ...(groups && { groups, groupBy: 'office' as const }) };
  return [`Closed on the grounds “${grounds}”.`, statisticsInWords(counted)].join('\n');
}
