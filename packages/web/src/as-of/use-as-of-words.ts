import { useTranslation } from 'react-i18next';
import { useDates } from '../language/use-words.ts';
import type { AsOf, Moment } from './as-of.ts';

/** Says what the page looks at: `As of 11 Nov 2018, as known on 19 Nov 2018`; undefined where it looks at now. */
export function useAsOfWords(): (asOf: AsOf) => string | undefined {
  const { t } = useTranslation();
  const dates = useDates();
  const named = ({ instant, day, time }: Moment) => (time === undefined ? dates.day(day) : dates.time(instant));
  return ({ on, known }) => {
    if (on && known) return t('common.asOf.both', { on: named(on), known: named(known) });
    if (on) return t('common.asOf.band', { day: named(on) });
    return known && t('common.asOf.knownOnly', { known: named(known) });
  };
}
