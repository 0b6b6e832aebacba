import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { useSpeech } from '../case/speech.ts';
import classes from './changed-since.module.css';
import { mayIRun } from './may-i-run.ts';
import { told } from './told.ts';
import { answerText } from './verdict.tsx';

/** What happened to the mine since the page was opened, read out politely. Nothing while the page looks back. */
export function ChangedSince({
  mine,
  events,
  past,
}: {
  readonly mine: MineDetail;
  readonly events: readonly EventAnswer[];
  readonly past: boolean;
}) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const [opened] = useState(mine.revision);
  const news = past ? [] : events.filter(({ revision }) => revision > opened);
  return (
    <div role="status" className={news.length > 0 ? classes.changed : undefined}>
      {news.length === 0 ? null : (
        <>
          <p className={classes.title}>{t('owner.changed.title')}</p>
          <ul>
            {news
              .toSorted((a, b) => b.revision - a.revision)
              .map((event) => (
                <li key={event.eventId}>
                  {told(event, mine, speech).sentence}{' '}
                  <span className="quiet">{speech.time(event.occurredAt, event.occurredAtPrecision)}</span>
                </li>
              ))}
          </ul>
          <p className="visually-hidden">
            {t('owner.changed.announce', { answer: answerText(mayIRun(mine), speech) })}
          </p>
        </>
      )}
    </div>
  );
}
