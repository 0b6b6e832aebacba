import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/use-words.ts';
import { type Origin, repeatable } from './printed.ts';

/** Where a picture is from. */
export interface Printed {
  /** As of and as known when, at which position. */
  readonly words: string;
  /** What answers the same again. */
  readonly query: string;
}

/** Says where a picture is from. */
export function usePrinted(): (origin: Origin) => Printed {
  const { t } = useTranslation();
  const dates = useDates();
  return (origin) => {
    const { asOf, knownAt, position } = origin.about;
    const words = [
      t('common.asOf.both', { on: dates.time(asOf), known: dates.time(knownAt) }),
      t('common.clock'),
      t('citation.position', { position: position ?? t('common.nothing') }),
    ].join(' · ');
    return { words, query: repeatable(origin) };
  };
}
