import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../design/states.tsx';
import classes from './documents.module.css';
import { saveDocument, useKeptDocuments } from './kept-documents.ts';

/** A document by its name, to be saved where it is kept here; else with its fingerprint, which is all there is. */
export function DocumentName({
  mineId,
  document,
}: {
  readonly mineId: string;
  readonly document: { readonly name: string; readonly sha256: string };
}) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const kept = useKeptDocuments(mineId);
  const saving = useMutation({ mutationFn: () => saveDocument(mineId, document) });
  if (kept?.has(document.sha256)) {
    return (
      <>
        <button type="button" className={classes.save} onClick={() => saving.mutate()} disabled={saving.isPending}>
          {document.name}
        </button>
        {saving.isError ? (
          <span role="alert" className={classes.fault}>
            {' '}
            {errorText(saving.error)}
          </span>
        ) : null}
      </>
    );
  }
  return (
    <details className={classes.document}>
      <summary>{document.name}</summary>
      <span className={classes.fingerprint}>{t('common.document.fingerprint', { sha256: document.sha256 })}</span>
    </details>
  );
}
