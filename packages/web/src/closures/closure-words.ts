import { useTranslation } from 'react-i18next';
import type { ListedClosure } from '../api/answers.ts';
import { daysText, exactDuration } from '../language/durations.ts';
import { useDates, useTitles, useWords } from '../language/use-words.ts';

/** What a line of the list says of a closure, ready to be shown. */
export interface ClosureLine {
  readonly region: string;
  readonly since: string;
  /** Null while it goes on. */
  readonly until: string | null;
  readonly days: string;
  readonly exactly: string;
  /** How it ended, or that it goes on. */
  readonly outcome: string;
  readonly grounds: string | null;
}

/** Says closures. */
export function useClosureWords(): (closure: ListedClosure) => ClosureLine {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const titles = useTitles();
  return ({ region, since, sincePrecision, until, days, milliseconds, outcome, grounds, groundsCode }) => ({
    region: words.place(region),
    since: dates.time(since, sincePrecision === 'month' ? 'month' : 'day'),
    until: until === null ? null : dates.time(until, 'day'),
    days: daysText(days, t),
    exactly: exactDuration(milliseconds, t),
    outcome: outcome === null ? t('closures.ongoing') : t(`domain.outcome.${outcome}`),
    grounds: (groundsCode === null ? undefined : titles.choice('groundsCode', groundsCode)) ?? grounds,
  });
}
