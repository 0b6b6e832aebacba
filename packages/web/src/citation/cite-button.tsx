import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCitation } from '../api/citations.ts';
import type { Query } from '../api/client.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Failure, Loading } from '../design/states.tsx';
import classes from './citation.module.css';
import { CitationText } from './citation-text.tsx';
import { citedQuery, pageOfCitation } from './cited.ts';

/** Cites a figure at the times that the page looks at: its value, and an address that says for ever what it was and whether it stands. */
export function CiteButton({
  path,
  query,
  figure,
}: {
  /** Of the answer that the figure stands in. */
  readonly path: string;
  readonly query: Query;
  /** Where it stands there: a JSON pointer. */
  readonly figure: string;
}) {
  const { t } = useTranslation();
  const { instants } = useAsOf();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(false);
  const field = useId();
  const citation = useCitation({ query: citedQuery(path, { ...query, ...instants }), figure }, { enabled: open });
  const link = citation.data ? new URL(pageOfCitation(citation.data.link), location.href).href : '';
  const close = () => {
    setOpen(false);
    setCopied(false);
  };
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('citation.cite')}
      </Button>
      <Dialog open={open} title={t('citation.title')} onClose={close}>
        {!open ? null : citation.isPending ? (
          <Loading lines={4} />
        ) : citation.isError ? (
          <Failure error={citation.error} onRetry={() => void citation.refetch()} />
        ) : (
          <>
            <CitationText citation={citation.data} />
            <div className={classes.copy}>
              <label htmlFor={field} className="visually-hidden">
                {t('citation.address')}
              </label>
              <input id={field} readOnly value={link} onFocus={({ target }) => target.select()} />
              <Button
                kind="primary"
                onClick={() => void navigator.clipboard?.writeText(link).then(() => setCopied(true))}
              >
                {copied ? t('citation.copied') : t('citation.copy')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}
