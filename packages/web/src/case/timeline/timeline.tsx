import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { Button } from '../../design/button.tsx';
import { dayOfInstant, daysFrom } from '../../language/dates.ts';
import type { StandingEvent } from '../course.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import { Entry } from './entry.tsx';
import classes from './timeline.module.css';
import { useReferred } from './use-referred.ts';

/** The history of a case, newest first; days on which nothing happened are labelled, long histories come page after page. */
export function Timeline({
  mine,
  events,
  total,
  onMore,
  loadingMore,
  onCorrect,
}: {
  readonly mine: MineDetail;
  readonly events: readonly StandingEvent[];
  readonly total: number;
  /** Loads earlier events; absent where all are shown. */
  readonly onMore: (() => void) | undefined;
  readonly loadingMore: boolean;
  /** Opens the correction of an event; absent for those who may not. */
  readonly onCorrect: ((event: StandingEvent) => void) | undefined;
}) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const referred = useReferred(events, speech);
  // Requests and corrections are known whatever day one looks at.
  const isLater = ({ occurredAt }: StandingEvent) => Date.parse(occurredAt) > Date.parse(mine.asOf);
  const later = events.filter(isLater);
  const until = events.filter((event) => !isLater(event));
  const entries = { speech, referred, onCorrect };
  return (
    <Section
      title={t('history.title')}
      aside={
        <Link to="/mines/$mineId/replay" params={{ mineId: mine.mineId }}>
          {t('history.replay')}
        </Link>
      }
    >
      {later.length > 0 ? (
        <details className={classes.later}>
          <summary>{t('history.later', { count: later.length, day: speech.day(mine.asOf) })}</summary>
          <Entries {...entries} events={later} />
        </details>
      ) : null}
      <Entries {...entries} events={until} />
      {onMore ? (
        <div className={classes.more}>
          <Button onClick={onMore} disabled={loadingMore}>
            {loadingMore ? t('common.state.loading') : t('history.more')}
          </Button>
          <span className="quiet">{t('history.shown', { shown: events.length, total })}</span>
        </div>
      ) : null}
    </Section>
  );
}

function Entries({
  events,
  ...entry
}: { readonly events: readonly StandingEvent[] } & Pick<
  Parameters<typeof Entry>[0],
  'speech' | 'referred' | 'onCorrect'
>) {
  const { t } = useTranslation();
  return (
    <ol className={classes.timeline}>
      {events.map((standing, index) => {
        const before = events[index - 1];
        const quiet = before ? quietDays(standing, before) : 0;
        return (
          <Fragment key={standing.event.eventId}>
            {quiet > 1 ? <li className={classes.gap}>{t('history.quiet', { count: quiet })}</li> : null}
            <Entry {...entry} standing={standing} sameDay={before !== undefined && dayOf(before) === dayOf(standing)} />
          </Fragment>
        );
      })}
    </ol>
  );
}

function dayOf({ occurredAt, occurredAtPrecision }: StandingEvent): string {
  const day = dayOfInstant(occurredAt);
  return occurredAtPrecision === 'month' ? day.slice(0, 7) : day;
}

/** The days between two events on which nothing happened; none where a day is not known. */
function quietDays(earlier: StandingEvent, later: StandingEvent): number {
  if (earlier.occurredAtPrecision === 'month' || later.occurredAtPrecision === 'month') return 0;
  return daysFrom(dayOf(earlier), dayOf(later)) - 1;
}
