import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../api/answers.ts';
import { useLasted } from './use-lasted.ts';

type ByWhen = StatisticsAnswer['survival']['quartiles']['median'];

/** A day by which a share is over, with its limits: `12.5 (9 to …)`; … where they are not known. */
export function useByWhen(): (when: ByWhen) => string {
  const { t } = useTranslation();
  const lasted = useLasted();
  const days = (value: number | null) => (value === null ? t('statistics.unknown') : lasted(value));
  return ({ value, lower, upper }) =>
    value === null && lower === null && upper === null
      ? t('statistics.unknown')
      : t('statistics.byWhen', { at: days(value), from: days(lower), to: days(upper) });
}
