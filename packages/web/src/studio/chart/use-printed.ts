import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/use-words.ts';
import { type Origin, repeatable } from './printed.ts';

/** Says where a picture is from: as of and as known when, at which position, and the query that answers the same again. */
export function usePrinted(): (origin: Origin) => string {
  const { t } = useTranslation();
  const dates = useDates();
  return (origin) => {
    const { asOf, knownAt, position } = origin.about;
    return [
      t('common.asOf.both', { on: dates.time(asOf), known: dates.time(knownAt) }),
      t('common.clock'),
      t('studio.position', { position: position ?? t('common.nothing') }),
      repeatable(origin),
    ].join(' · ');
  };
}
