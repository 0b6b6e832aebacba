import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Failure } from '../design/states.tsx';
import { useDates } from '../language/use-words.ts';
import { NotFound } from './dead-ends.tsx';

/** A mine could not be read: it is not there or not there yet on the day that the page looks at, or something failed. */
export function MineFailure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { kind, day } = useAsOf();
  if (!(error instanceof Problem) || error.status !== 404) return <Failure error={error} onRetry={onRetry} />;
  return <NotFound why={kind === 'past' ? t('common.notYetThen', { day: dates.day(day) }) : undefined} />;
}
