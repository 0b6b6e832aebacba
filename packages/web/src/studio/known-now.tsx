import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TruthMark } from '../design/truth-mark.tsx';
import tables from './tables.module.css';

/** Beneath a figure by what was known before: what it is by all that is known now. */
export function KnownNow({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <span className={tables.beneath}>
      {t('studio.old.nowIs')} {children} <TruthMark truth="corrected" />
    </span>
  );
}
