import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.ts';
import { Button } from '../../design/button.tsx';
import { useErrorText } from '../../design/states.tsx';
import { Unreadable } from '../../documents/fingerprint.ts';
import { ENDINGS, sendDocument } from '../../documents/send-document.ts';
import { sayIfKnown } from '../../language/say.ts';
import { isDocument } from './field.ts';
import type { FieldProps } from './field-props.ts';
import classes from './form.module.css';
import { described, Labelled } from './labelled.tsx';
import { useFieldWords } from './use-field-words.ts';

/** A file on its way: how much of it was sent, or why it was not. */
type Underway =
  | { readonly file: File; readonly share: number; readonly stop: AbortController }
  | { readonly file: File; readonly error: unknown };

/** A file, which is sent as soon as it is chosen: an event names it only when it was received. */
export function DocumentField({ type, field, entries, onEnter, faults }: FieldProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const errorText = useErrorText();
  const { pointer, required } = field;
  const [underway, setUnderway] = useState<Underway | null>(null);
  const entry = entries[pointer];
  const document = isDocument(entry) ? entry : null;
  const failed = underway && 'error' in underway ? underway : null;
  const sending = underway && 'share' in underway ? underway : null;
  const stop = sending?.stop;
  useEffect(() => () => stop?.abort(), [stop]);

  const send = async (file: File) => {
    const stop = new AbortController();
    setUnderway({ file, share: 0, stop });
    try {
      const kept = await sendDocument(file, {
        signal: stop.signal,
        onProgress: (share) => setUnderway({ file, share, stop }),
      });
      onEnter(pointer, kept);
      setUnderway(null);
    } catch (error) {
      setUnderway(stop.signal.aborted ? null : { file, error });
    }
  };

  const whyNotSent = (error: unknown): string => {
    if (error instanceof Unreadable) return t('case.form.notSent.unreadable');
    const known = error instanceof Problem ? sayIfKnown(t, `case.form.notSent.${error.slug}`) : undefined;
    return known ?? errorText(error);
  };
  const fault = failed ? whyNotSent(failed.error) : faults.get(pointer);

  return (
    <Labelled
      label={words.label(field, type)}
      required={required}
      pointer={pointer}
      hint={t('case.form.documents')}
      fault={fault}
    >
      {document ? (
        <div className={classes.document}>
          <p>
            {document.name} <span className="quiet">{t('case.form.received', { size: sizeText(document.bytes) })}</span>
          </p>
          <Button kind="quiet" onClick={() => onEnter(pointer, '')}>
            {t('case.form.otherFile')}
          </Button>
        </div>
      ) : (
        <input
          {...described(pointer, { hint: true, fault })}
          type="file"
          accept={ENDINGS}
          className={classes.file}
          disabled={sending !== null}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void send(file);
          }}
        />
      )}
      {failed ? (
        <Button onClick={() => void send(failed.file)}>{t('case.form.sendAgain', { name: failed.file.name })}</Button>
      ) : null}
      {sending ? (
        <div className={classes.document}>
          <progress
            value={sending.share}
            max={1}
            aria-label={t('case.form.sendingFile', { name: sending.file.name })}
          />
          <Button kind="quiet" onClick={() => sending.stop.abort()}>
            {t('case.form.stopSending')}
          </Button>
        </div>
      ) : null}
      <p role="status" className="quiet">
        {sending ? t('case.form.sendingFile', { name: sending.file.name }) : ''}
      </p>
    </Labelled>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
