import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { localParts, shiftDay } from '../language/dates.ts';
import { useDates } from '../language/use-words.ts';

/** Leads to what was put on record, or corrected, after a day by which figures were known. */
export function RecordedSince({ known }: { readonly known: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  const today = localParts(new Date()).day;
  if (known >= today) return null;
  return (
    <p>
      <Link to="/changes" search={{ axis: 'knowledge', from: shiftDay(known, 1), to: today }}>
        {t('studio.old.since', { known: dates.day(known) })}
      </Link>
    </p>
  );
}
