import { useTranslation } from 'react-i18next';
import { isDay } from '../language/dates.ts';
import { useDates } from '../language/use-words.ts';

/** The first and the last day that can be chosen, where there are such. */
export interface DayRange {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** Says what is wrong with what stands in a field of a day; nothing with a day in its range, nor with an empty field. */
export function useDayFault(): (value: string, range?: DayRange) => string | undefined {
  const { t } = useTranslation();
  const dates = useDates();
  return (value, { min, max } = {}) => {
    const day = value.trim();
    if (day === '') return undefined;
    if (!isDay(day)) return t('common.day.invalid');
    if (min !== undefined && day < min) return t('common.day.early', { day: dates.day(min) });
    return max !== undefined && day > max ? t('common.day.late', { day: dates.day(max) }) : undefined;
  };
}
