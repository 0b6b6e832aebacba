import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../language/use-words.ts';
import classes from './print-parts.module.css';

/** Opens all that is folded for as long as the page is printed, and folds it again. */
export function useOpenInPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const before = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
      for (const details of opened) details.open = true;
    };
    const after = () => {
      for (const details of opened) details.open = false;
      opened = [];
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
}

/** Stands on paper alone: until when what it says was known, by which clock. The band above names the day looked at. */
export function PrintHead({ knownAt }: { readonly knownAt: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  return <p className={classes.head}>{t('owner.print.known', { time: dates.time(knownAt) })}</p>;
}
