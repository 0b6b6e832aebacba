import { useTranslation } from 'react-i18next';
import type { EventAnswer } from '../../api/answers.ts';
import classes from './timeline.module.css';

/** Where a fact comes from, with the quote and who is quoted. What was invented for a demonstration is said among the details. */
export function SourceMark({ source }: { readonly source: NonNullable<EventAnswer['source']> }) {
  const { t } = useTranslation();
  const { kind, quote, attribution } = source;
  if (kind === 'invented') return null;
  if (!quote && !attribution) return <span className={classes.mark}>{t(`domain.source.${kind}`)}</span>;
  return (
    <details>
      <summary className={classes.mark}>{t(`domain.source.${kind}`)}</summary>
      {quote ? <blockquote className={classes.quote}>{quote}</blockquote> : null}
      {attribution ? <p className="quiet">{t('history.attribution', { attribution })}</p> : null}
    </details>
  );
}
