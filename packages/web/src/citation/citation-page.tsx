import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCitation } from '../api/citations.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Failure, Loading } from '../design/states.tsx';
import classes from './citation.module.css';
import { CitationText } from './citation-text.tsx';

/** A figure that was cited, asked again: what it was, and whether it stands. */
export function CitationPage() {
  const { t } = useTranslation();
  const { query, figure, store, position, value } = useSearch({ from: '/citation' });
  const { instants } = useAsOf();
  const citation = useCitation({ query, figure, store, position, value, ...instants });
  return (
    <article className={classes.page}>
      <title>{`${t('citation.title')} · ${t('common.product')}`}</title>
      <h1>{t('citation.title')}</h1>
      {citation.isPending ? (
        <Loading lines={6} />
      ) : citation.isError ? (
        <Failure error={citation.error} onRetry={() => void citation.refetch()} />
      ) : (
        <CitationText citation={citation.data} />
      )}
    </article>
  );
}
