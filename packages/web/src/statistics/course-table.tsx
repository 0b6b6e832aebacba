import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ChangeKind, CourseAnswer } from '../api/answers.ts';
import { Sideways } from '../design/sideways.tsx';
import { useDates } from '../language/use-words.ts';
import { closuresOf } from './closures-of.ts';
import classes from './course.module.css';
import { endings, eventfulDays } from './course-search.ts';
import { type StatisticsSearch, statisticsFilters } from './statistics-search.ts';

/** What narrows the course down; groups do not. */
type Filters = Omit<StatisticsSearch, 'groupBy'> & { readonly groupBy?: string | undefined };

const changes = ['closed', ...endings] as const;

/** The days on which something changed, each figure leading to the closures or to the mines behind it. */
export function CourseTable({ days, search }: { readonly days: CourseAnswer['days']; readonly search: Filters }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <details className={classes.table}>
      <summary>{t('closures.course.table')}</summary>
      <Sideways label={t('closures.course.tableLabel')} className={classes.scroll}>
        <table>
          <caption className="visually-hidden">{t('statistics.course.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('closures.course.day')}</th>
              <th scope="col" className="numeric">
                {t('closures.course.shut')}
              </th>
              {changes.map((kind) => (
                <th key={kind} scope="col" className="numeric">
                  {t(`changes.kind.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {eventfulDays(days).map((day) => (
              <tr key={day.day}>
                <th scope="row">{dates.day(day.day)}</th>
                <td className="numeric">
                  {day.shut === 0 ? (
                    day.shut
                  ) : (
                    <Link to="/closures" search={{ ...closuresOf(search), ongoing: 'true', asOf: day.day }}>
                      {day.shut}
                    </Link>
                  )}
                </td>
                {changes.map((kind) => (
                  <td key={kind} className="numeric">
                    <Changed day={day.day} kind={kind} count={day[kind]} search={search} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <p className="quiet">{t('statistics.course.method')}</p>
    </details>
  );
}

/** How many changed on a day; leads to them where changes can be narrowed down as the figures are. */
function Changed({
  day,
  kind,
  count,
  search,
}: {
  readonly day: string;
  readonly kind: ChangeKind;
  readonly count: number;
  readonly search: Filters;
}) {
  const { region, campaign } = search;
  const isNarrower = statisticsFilters.some(
    (name) => name !== 'region' && name !== 'campaign' && search[name] !== undefined,
  );
  if (count === 0 || isNarrower) return count;
  return (
    <Link to="/changes" search={{ from: day, to: day, kind, region, campaign }}>
      {count}
    </Link>
  );
}
