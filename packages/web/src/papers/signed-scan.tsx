import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNext, useSend } from '../api/queries.ts';
import { Failure } from '../design/states.tsx';
import { ENDINGS, sendDocument } from '../documents/send-document.ts';
import classes from './papers.module.css';

/** Puts the scan of a signed paper on the file in one step: it is sent, and attached for the owner to see too. */
export function SignedScan({ mineId, name }: { readonly mineId: string; readonly name: string }) {
  const { t } = useTranslation();
  const id = useId();
  const next = useNext(mineId);
  const send = useSend(mineId);
  const attaching = useMutation({
    mutationFn: async (file: File) => {
      const document = await sendDocument(file);
      return send.mutateAsync({
        type: 'DocumentAttached',
        data: { document: { ...document, name: `${name}: ${document.name}`.slice(0, 200) }, visibility: 'owner' },
      });
    },
  });
  if (!next.data?.possible.some(({ type }) => type === 'DocumentAttached')) return null;
  return (
    <section className={classes.scan} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('papers.scan.title')}</h2>
      <label htmlFor={id}>{t('papers.scan.choose')}</label>
      <input
        id={id}
        type="file"
        accept={ENDINGS}
        disabled={attaching.isPending}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) attaching.mutate(file);
        }}
      />
      <p role="status">
        {attaching.isPending ? t('papers.scan.sending') : attaching.isSuccess ? t('papers.scan.done') : ''}
      </p>
      {attaching.isError ? <Failure error={attaching.error} /> : null}
    </section>
  );
}
