import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, SentAnswer } from '../../api/answers.ts';
import { Dialog } from '../../design/dialog.tsx';
import type { StandingEvent } from '../course.ts';
import classes from '../form/form.module.css';
import { useSpeech } from '../speech.ts';
import { saidOfEvent } from '../timeline/said-of-event.ts';
import { useReferred } from '../timeline/use-referred.ts';
import { isCorrectable } from './correctable.ts';
import { CorrectionForm } from './correction-form.tsx';

/** Corrects a fact on the file: which one, whether it was ever true, what is right, and what that changes. The original stays visible. */
export function CorrectionDialog({
  mine,
  events,
  event,
  onClose,
  onSent,
  onLookAgain,
}: {
  readonly mine: MineDetail;
  readonly events: readonly StandingEvent[];
  /** The event to correct; null where it is still to be chosen. */
  readonly event: StandingEvent | null;
  readonly onClose: () => void;
  readonly onSent: (answer: SentAnswer) => void;
  readonly onLookAgain: () => Promise<number | null>;
}) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const referred = useReferred(events, speech);
  const [chosen, setChosen] = useState(event?.event.eventId ?? '');
  const correctable = events.filter(isCorrectable);
  const standing = correctable.find((candidate) => candidate.event.eventId === chosen);
  return (
    <Dialog open title={t('events.verb.FactCorrected')} onClose={onClose}>
      <div className={classes.form}>
        <p className="quiet">{t('case.correction.intro')}</p>
        {event === null ? (
          <div className={classes.field}>
            <label htmlFor="fact-to-correct" className={classes.label}>
              {t('fields.field.eventId')}
            </label>
            <select
              id="fact-to-correct"
              className={classes.input}
              value={chosen}
              onChange={(change) => setChosen(change.target.value)}
            >
              <option value="">{t('form.choose')}</option>
              {correctable.map((candidate) => (
                <option key={candidate.event.eventId} value={candidate.event.eventId}>
                  {t('case.correction.option', {
                    time: speech.time(candidate.occurredAt, candidate.occurredAtPrecision),
                    fact: saidOfEvent(candidate, speech, referred).title,
                  })}
                </option>
              ))}
            </select>
          </div>
        ) : standing ? (
          <p>
            <strong>{saidOfEvent(standing, speech, referred).title}</strong>{' '}
            <span className="quiet">{speech.time(standing.occurredAt, standing.occurredAtPrecision)}</span>
          </p>
        ) : null}
        {standing ? (
          <CorrectionForm
            key={standing.event.eventId}
            mine={mine}
            standing={standing}
            referred={referred}
            onClose={onClose}
            onSent={onSent}
            onLookAgain={onLookAgain}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
