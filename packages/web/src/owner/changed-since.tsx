import { told } from '@rectify/words';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { useSpeech } from '../case/speech.ts';
import { Button } from '../design/button.tsx';
import { useSession } from '../session/session.ts';
import classes from './changed-since.module.css';
import { mayIRun } from './may-i-run.ts';
import { useSeenOf } from './seen.ts';
import { answerText } from './verdict.tsx';

/** What others recorded of the mine since its owner was here last, until they say that they saw it; read out politely. */
export function ChangedSince({ mine, events }: { readonly mine: MineDetail; readonly events: readonly EventAnswer[] }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const me = useSession()?.id;
  const seen = useSeenOf(mine.mineId, mine.revision);
  const upTo = seen.isKnown ? seen.of(mine.mineId) : undefined;
  const news = upTo === undefined ? [] : events.filter(({ revision, actor }) => revision > upTo && actor.id !== me);
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
          <p className={classes.seen}>
            <Button kind="quiet" onClick={() => seen.see(mine.mineId, mine.revision)}>
              {t('owner.changed.seen')}
            </Button>
            <Link to="/notifications">{t('owner.changed.byMail')}</Link>
          </p>
          <p className="visually-hidden">
            {t('owner.changed.announce', { answer: answerText(mayIRun(mine), speech) })}
          </p>
        </>
      )}
    </div>
  );
}
