import { useTranslation } from 'react-i18next';
import type { RebuildProgress } from '../api/read-side.ts';
import { useLanguage } from '../language/use-words.ts';

/** How far lists are built anew, how fast, and how long it may still take. */
export function RebuildText({ progress }: { readonly progress: RebuildProgress }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(progress.share);
  const { perSecond, secondsLeft } = progress;
  return [
    t('server.rebuild.share', { share }),
    ...(perSecond === null ? [] : [t('server.rebuild.pace', { perSecond: number.format(perSecond) })]),
    ...(secondsLeft === null ? [] : [leftOf(secondsLeft)]),
  ].join(t('domain.list.join'));

  function leftOf(seconds: number): string {
    if (seconds < 90) return t('server.rebuild.secondsLeft', { count: seconds });
    return t('server.rebuild.minutesLeft', { count: Math.round(seconds / 60) });
  }
}
