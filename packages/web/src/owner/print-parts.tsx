import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../as-of/use-as-of.ts';
import { localParts } from '../language/dates.ts';
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

/** Stands on paper alone: which moment the page shows, by which clock. `asOf` is the instant that the answer is true at. */
export function PrintHead({ asOf }: { readonly asOf: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { kind, day, time } = useAsOf();
  if (kind === 'today') {
    const now = localParts(asOf);
    return <p className={classes.head}>{t('owner.print.printed', { day: dates.day(now.day), time: now.time })}</p>;
  }
  return (
    <p className={classes.head}>
      {time
        ? t('owner.print.asOfInstant', { day: dates.day(day), time })
        : t('owner.print.asOf', { day: dates.day(day) })}
    </p>
  );
}
