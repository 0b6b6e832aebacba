import { sayIfKnown } from '@rectify/words';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client.ts';
import { Problem, Unreachable } from '../../api/problem.ts';
import { Button } from '../../design/button.tsx';
import { useErrorText } from '../../design/states.tsx';
import { nameOf, Unreadable } from '../../documents/fingerprint.ts';
import { PicturePages } from '../../documents/picture-pages.tsx';
import { asPage, isPicture } from '../../documents/pictures.ts';
import { loadPdf, removeFilesOf, sendChosen } from '../../documents/send-chosen.ts';
import { ENDINGS } from '../../documents/send-document.ts';
import { sizeText } from '../../documents/size-text.ts';
import { keepFile } from '../../outbox/files.ts';
import { useHere } from '../../outbox/use-here.ts';
import { type ChosenFile, isChosenFile, isDocument } from './field.ts';
import type { FieldProps } from './field-props.ts';
import classes from './form.module.css';
import { described, Labelled } from './labelled.tsx';
import { useFieldWords } from './use-field-words.ts';

/** A file on its way: how much of it was sent. */
interface Underway {
  readonly name: string;
  readonly share: number;
  readonly stop: AbortController;
}

/** The form was closed while a file was on its way: the file stays here, and is sent with the form. */
const LEFT = 'left';

/**
 * A document: one file, which is sent as soon as it is chosen, or pictures, which become one PDF when the form is sent. What is chosen stays on
 * this device until the server has it, so that nothing is lost where there is no line.
 */
export function DocumentField({ type, field, entries, onEnter, faults }: FieldProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const here = useHere();
  const whyNotTaken = useWhyNotTaken();
  const { pointer, required } = field;
  const [underway, setUnderway] = useState<Underway | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const entry = entries[pointer];
  const document = isDocument(entry) ? entry : null;
  const chosen = isChosenFile(entry) ? entry : null;
  const stop = underway?.stop;
  useEffect(() => () => stop?.abort(LEFT), [stop]);
  // What makes a PDF is fetched while there is a line.
  useEffect(() => void loadPdf().catch(() => undefined), []);

  const send = async (file: ChosenFile) => {
    const stop = new AbortController();
    const show = (share: number) => setUnderway({ name: file.name, share, stop });
    show(0);
    try {
      onEnter(pointer, await sendChosen(file, { signal: stop.signal, onProgress: show }));
      await removeFilesOf(file);
    } catch (error) {
      if (stop.signal.reason === LEFT) return;
      if (stop.signal.aborted || !(error instanceof Unreachable)) {
        await removeFilesOf(file);
        onEnter(pointer, '');
      }
      if (!stop.signal.aborted && !(error instanceof Unreachable)) setFailed(whyNotTaken(error));
    } finally {
      setUnderway(null);
    }
  };

  const take = async (files: readonly File[]) => {
    const [first] = files;
    if (first === undefined) return;
    setFailed(null);
    const pictures = chosen?.pictures ?? [];
    const drawn = await Promise.all(files.map((file) => (isPicture(file) ? asPage(file) : null)));
    const pages = drawn.flatMap((page) => page ?? []);
    if (pages.length === files.length) {
      const ids = await Promise.all(pages.map((content) => keepFile({ name: 'page.jpg', content })));
      onEnter(pointer, together([...pictures, ...ids], (chosen?.bytes ?? 0) + bytesOf(pages)));
      return;
    }
    if (files.length > 1 || pictures.length > 0) {
      setFailed(t('outbox.pictures.notAll', { name: files[drawn.indexOf(null)]?.name ?? first.name }));
      return;
    }
    const name = nameOf(first);
    const file = { file: await keepFile({ name, content: first }), name, bytes: first.size };
    onEnter(pointer, file);
    await send(file);
  };

  const together = (pictures: readonly string[], bytes: number): ChosenFile => ({
    file: newKey(),
    name: t('outbox.pictures.name', { count: pictures.length }),
    bytes,
    pictures,
  });

  const leave = () => {
    if (chosen) void removeFilesOf(chosen);
    onEnter(pointer, '');
  };
  const fault = failed ?? faults.get(pointer);
  const chooser = (
    <label className={classes.file}>
      <input
        {...described(pointer, { hint: true, fault })}
        type="file"
        multiple
        accept={ENDINGS}
        className="visually-hidden"
        disabled={underway !== null}
        onChange={({ target }) => {
          void take([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {t(chosen?.pictures ? 'outbox.pictures.more' : 'form.chooseFile')}
    </label>
  );

  return (
    <Labelled
      label={words.label(field, type)}
      required={required}
      pointer={pointer}
      hint={t('form.documents')}
      fault={fault}
    >
      {chosen?.pictures ? (
        <>
          <PicturePages
            pictures={chosen.pictures}
            bytes={chosen.bytes}
            onChange={(pictures, removed) =>
              pictures.length === 0 ? leave() : onEnter(pointer, together(pictures, chosen.bytes - removed))
            }
          />
          {chooser}
        </>
      ) : document || (chosen && !underway) ? (
        <div className={classes.document}>
          <p>
            {(document ?? chosen)?.name}{' '}
            <span className="quiet">
              {document
                ? t('form.received', { size: sizeText(document.bytes) })
                : t('outbox.onlyHere', { size: sizeText(chosen?.bytes ?? 0), here })}
            </span>
          </p>
          <Button kind="quiet" onClick={leave}>
            {t('form.otherFile')}
          </Button>
        </div>
      ) : (
        chooser
      )}
      {underway ? (
        <div className={classes.document}>
          <progress value={underway.share} max={1} aria-label={t('form.sendingFile', { name: underway.name })} />
          <Button kind="quiet" onClick={() => underway.stop.abort()}>
            {t('form.stopSending')}
          </Button>
        </div>
      ) : null}
      <p role="status" className="quiet">
        {underway ? t('form.sendingFile', { name: underway.name }) : ''}
      </p>
    </Labelled>
  );
}

function bytesOf(contents: readonly Blob[]): number {
  return contents.reduce((sum, { size }) => sum + size, 0);
}

/** Why the server did not take a file, in words. */
function useWhyNotTaken(): (error: unknown) => string {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (error) => {
    if (error instanceof Unreadable) return t('form.notSent.unreadable');
    const known = error instanceof Problem ? sayIfKnown(t, `form.notSent.${error.slug}`) : undefined;
    return known ?? errorText(error);
  };
}
