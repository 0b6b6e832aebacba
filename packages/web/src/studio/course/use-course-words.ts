import { useTranslation } from 'react-i18next';
import { useDates, useWords } from '../../language/use-words.ts';

/** How the course of closures is said in pictures. */
export function useCourseWords() {
  const { t } = useTranslation();
  const dates = useDates();
  const { place } = useWords();
  return {
    day: dates.day,
    shortDay: dates.shortDay,
    shut: t('closures.course.shut'),
    shutNow: t('studio.course.shutNow'),
    kind: (kind: 'closed' | 'reopened' | 'withdrawn' | 'quashed' | 'decommissioned') => t(`changes.kind.${kind}`),
    nameOf: place,
    shutCount: (count: number) => t('studio.course.shutCount', { count }),
  };
}
