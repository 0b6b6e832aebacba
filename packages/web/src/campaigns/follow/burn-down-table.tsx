import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseAnswer } from '../../api/answers.ts';
import { Sideways } from '../../design/sideways.tsx';
import { useDates } from '../../language/use-words.ts';
import courseClasses from '../../statistics/course.module.css';
import { type CampaignEvent, endedOn, happened } from './burn-down.ts';
import classes from './follow.module.css';

/** The days on which something changed in a campaign, the latest first: what happened, and where its closures stood at the end. */
export function BurnDownTable({
  campaignId,
  days,
  events,
}: {
  readonly campaignId: string;
  readonly days: CourseAnswer['days'];
  readonly events: readonly CampaignEvent[];
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const eventsOn = (day: string) =>
    events.filter((event) => event.day === day).map(({ what }) => t(`follow.event.${what}`));
  const shown = days.filter((day, index) => index === days.length - 1 || happened(day) || eventsOn(day.day).length > 0);
  const columns = ['closed', 'inspected', 'licensed', 'reopened', 'otherwise'] as const;
  return (
    <details className={courseClasses.table}>
      <summary>{t('closures.course.table')}</summary>
      <Sideways label={t('closures.course.tableLabel')}>
        <table className={classes.days}>
          <caption className="visually-hidden">{t('follow.burnDown.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('closures.course.day')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="numeric">
                  {t(`follow.onDay.${column}`)}
                </th>
              ))}
              <th scope="col" className="numeric">
                {t('closures.course.shut')}
              </th>
              <th scope="col">{t('follow.where')}</th>
              <th scope="col">{t('follow.event.column')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.toReversed().map((day) => (
              <tr key={day.day}>
                <th scope="row">{dates.day(day.day)}</th>
                <Changed campaignId={campaignId} day={day.day} kind="closed" count={day.closed} />
                <td className="numeric">{day.becameInspected}</td>
                <td className="numeric">{day.becameLicensed}</td>
                <Changed campaignId={campaignId} day={day.day} kind="reopened" count={day.reopened} />
                <td className="numeric">{endedOn(day) - day.reopened}</td>
                <td className="numeric">
                  {day.shut === 0 ? (
                    0
                  ) : (
                    <Link to="/closures" search={{ campaign: campaignId, ongoing: 'true', asOf: day.day }}>
                      {day.shut}
                    </Link>
                  )}
                </td>
                <td>{day.standing && day.shut > 0 ? t('follow.standing', day.standing) : null}</td>
                <td>{eventsOn(day.day).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </details>
  );
}

function Changed({
  campaignId,
  day,
  kind,
  count,
}: {
  readonly campaignId: string;
  readonly day: string;
  readonly kind: 'closed' | 'reopened';
  readonly count: number;
}) {
  return (
    <td className="numeric">
      {count === 0 ? (
        0
      ) : (
        <Link to="/changes" search={{ from: day, to: day, kind, campaign: campaignId }}>
          {count}
        </Link>
      )}
    </td>
  );
}
