import { useTranslation } from 'react-i18next';
import type { Citation } from '../api/answers.ts';
import { millisecondsOf } from '../case/iso-duration.ts';
import { exactDuration } from '../language/durations.ts';
import { useLanguage } from '../language/use-words.ts';

/** Says a figure: a number, a duration, or the value as it is; nothing where there is none. */
export function useFigureWords(): (value: Citation['value']) => string {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 4 });
  return (value) => {
    if (value === null) return t('common.nothing');
    if (typeof value === 'number') return number.format(value);
    if (typeof value === 'boolean') return t(value ? 'closures.yes' : 'closures.no');
    const milliseconds = millisecondsOf(value);
    return milliseconds === null ? value : exactDuration(milliseconds, t);
  };
}
