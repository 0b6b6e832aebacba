import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { isDocument } from './field.ts';
import type { FieldProps } from './field-props.ts';
import { fingerprintOf, NoFingerprint } from './fingerprint.ts';
import classes from './form.module.css';
import { described, Labelled } from './labelled.tsx';
import { useFieldWords } from './use-field-words.ts';

/** A file whose fingerprint is taken in this browser. It says that the fingerprint is all that is kept so far. */
export function DocumentField({ type, field, entries, onEnter, faults }: FieldProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const { pointer, required } = field;
  const [reading, setReading] = useState(false);
  const [failed, setFailed] = useState<NoFingerprint['why'] | null>(null);
  const entry = entries[pointer];
  const document = isDocument(entry) ? entry : null;
  const fault = failed ? t(`case.form.noFingerprint.${failed}`) : faults.get(pointer);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setFailed(null);
    setReading(true);
    try {
      onEnter(pointer, await fingerprintOf(file));
    } catch (error) {
      setFailed(error instanceof NoFingerprint ? error.why : 'unreadable');
    } finally {
      setReading(false);
    }
  };

  return (
    <Labelled
      label={words.label(field, type)}
      required={required}
      pointer={pointer}
      hint={t('case.form.fingerprintOnly')}
      fault={fault}
    >
      {document ? (
        <div className={classes.document}>
          <p>
            {document.name} <span className="quiet">{t('case.form.size', { size: sizeText(document.bytes) })}</span>
          </p>
          <p className={classes.fingerprint}>{t('case.document.fingerprint', { sha256: document.sha256 })}</p>
          <Button kind="quiet" onClick={() => onEnter(pointer, '')}>
            {t('case.form.otherFile')}
          </Button>
        </div>
      ) : (
        <input
          {...described(pointer, { hint: true, fault })}
          type="file"
          className={classes.file}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      )}
      <p role="status" className="quiet">
        {reading ? t('case.form.readingFile') : ''}
      </p>
    </Labelled>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
