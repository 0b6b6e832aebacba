import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewAnswer } from '../../api/answers.ts';
import { Notice } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import { useSpeech } from '../speech.ts';
import type { Referred } from '../timeline/said-of-event.ts';
import classes from './correction-preview.module.css';
import { figuresMoved } from './figures-moved.ts';
import { factAndTime, type Row, saidOfPreview } from './said-of-preview.ts';

/** What a correction, or granting a request, would change, before and after, or which facts would no longer be possible and why. */
export function CorrectionPreview({
  title,
  preview,
  referred,
  takesFocus,
}: {
  readonly title: string;
  readonly preview: PreviewAnswer;
  readonly referred: Referred;
  /** It was asked for, so it is shown and read out when it appears. */
  readonly takesFocus: boolean;
}) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, [takesFocus]);
  return (
    <section ref={box} tabIndex={-1} className={classes.preview} aria-label={title}>
      {preview.possible ? (
        <Changes title={title} preview={preview} referred={referred} />
      ) : (
        <Impossible preview={preview} referred={referred} />
      )}
    </section>
  );
}

function Changes({ title, preview, referred }: Omit<Parameters<typeof CorrectionPreview>[0], 'takesFocus'>) {
  const { t } = useTranslation();
  const speech = useSpeech(preview.at);
  const { facts, elsewhere, closures, standing, deadlines } = saidOfPreview(preview, speech, referred);
  const figures = figuresMoved(preview, speech);
  const nothingElse = elsewhere === null && closures.length + standing.length + deadlines.length === 0;
  return (
    <>
      <h3>{title}</h3>
      <ul className={classes.facts}>
        {facts.map(({ eventId, fact, becomes, rows }) => (
          <li key={eventId}>
            <p>
              <strong>{fact}</strong> {becomes}
            </p>
            <Rows rows={rows} />
          </li>
        ))}
      </ul>
      {elsewhere ? <p>{elsewhere}</p> : null}
      {closures.map(({ eventId, title, rows }) => (
        <div key={eventId}>
          <h4>{title}</h4>
          <Rows rows={rows} />
        </div>
      ))}
      {standing.length > 0 ? (
        <div>
          <h4>{t('chart.title')}</h4>
          <Rows rows={standing} />
        </div>
      ) : null}
      {deadlines.length > 0 ? (
        <div>
          <h4>{t('case.deadlines.title')}</h4>
          <Rows rows={deadlines} />
        </div>
      ) : null}
      {figures.length > 0 ? (
        <div>
          <h4>{t('case.correction.figures.title')}</h4>
          <ul className={classes.figures}>
            {figures.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="quiet">{t('case.correction.figures.where')}</p>
        </div>
      ) : null}
      {nothingElse ? <p className="quiet">{t('case.correction.nothingElse')}</p> : null}
    </>
  );
}

function Impossible({ preview, referred }: Omit<Parameters<typeof CorrectionPreview>[0], 'takesFocus' | 'title'>) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(preview.at);
  const { impossible, reasons } = preview;
  return (
    <Notice kind="error" title={t('case.correction.notPossible')}>
      {impossible.length === 0 ? (
        <ul>
          {reasons.map((reason) => (
            <li key={`${reason.code}-${reason.about ?? ''}`}>{words.reason(reason)}</li>
          ))}
        </ul>
      ) : (
        <>
          <p>{t('case.correction.noLonger', { count: impossible.length })}</p>
          <ul className={classes.impossible}>
            {impossible.map(({ event, reasons: against }) => (
              <li key={event.eventId}>
                <p>{factAndTime(event, speech, referred)}</p>
                {against.map((reason) => (
                  <p key={`${reason.code}-${reason.about ?? ''}`} className="quiet">
                    {words.reason(reason)}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {preview.type === 'FactCorrected' && preview.dependents === null ? <p>{t('case.correction.noHelp')}</p> : null}
    </Notice>
  );
}

/** Things before and after, one below the other. */
function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <dl className={classes.rows}>
      {rows.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="visually-hidden">{t('history.corrected.before')}: </span>
            <del>{before}</del> <span aria-hidden="true">→</span>{' '}
            <span className="visually-hidden">{t('history.corrected.after')}: </span>
            <ins>{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
