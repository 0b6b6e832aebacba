import type { TFunction } from 'i18next';
import { lastDay, type Survival, stepsOf } from './curve.ts';

/** The sentence that the curve of all closures shows: by when half were over, or how it stands at the last day that was seen. */
export function survivalFinding(survival: Survival, share: (share: number) => string, t: TFunction): string {
  const { n, events, quartiles } = survival;
  const { value: median } = quartiles.median;
  if (median !== null) return t('studio.closures.half', { count: Math.round(median) });
  const days = Math.floor(lastDay(survival));
  if (events === 0) return t('studio.closures.none', { mines: n, count: days });
  return t('studio.closures.moreThanHalf', { share: share(stepsOf(survival).at(-1)?.share ?? 1), count: days });
}

/** Whether chance would seldom make groups differ so much: less than once in twenty times. */
export function doDiffer(pValue: number): boolean {
  return pValue < 0.05;
}

/** Whether the groups end alike, by the log-rank test; undefined where there is no test. */
export function comparison(
  logRank:
    | { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number }
    | null
    | undefined,
  number: (value: number) => string,
  t: TFunction,
): string | undefined {
  if (!logRank) return undefined;
  const { statistic, degreesOfFreedom, pValue } = logRank;
  const differ = doDiffer(pValue) ? 'differ' : 'alike';
  const p = pValue < 0.001 ? `<\u00a0${number(0.001)}` : `=\u00a0${number(pValue)}`;
  return t(`studio.closures.${differ}`, { statistic: number(statistic), count: degreesOfFreedom, p });
}
