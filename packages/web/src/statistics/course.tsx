import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseAnswer } from '../api/answers.ts';
import { useCourse } from '../api/closures.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Failure, Loading } from '../design/states.tsx';
import { localParts, shiftDay } from '../language/dates.ts';
import { useDates } from '../language/use-words.ts';
import classes from './course.module.css';
import { highestDay, spans } from './course-search.ts';
import { CourseTable } from './course-table.tsx';
import { SpanChooser } from './span-chooser.tsx';
import { type StatisticsSearch, statisticsQueryOf } from './statistics-search.ts';

/** How many were shut day by day until the day that the page looks at: a picture, and the same as a table. */
export function Course({ search }: { readonly search: StatisticsSearch }) {
  const { t } = useTranslation();
  const { on } = useAsOf();
  const span = search.days ?? spans[0];
  const last = on?.day ?? localParts(new Date()).day;
  const { groupBy: _, ...filters } = statisticsQueryOf(search);
  const course = useCourse(shiftDay(last, 1 - span), filters);
  return (
    <>
      <SpanChooser span={span} />
      {course.isPending ? (
        <Loading lines={6} />
      ) : course.isError ? (
        <Failure error={course.error} onRetry={() => void course.refetch()} />
      ) : (
        <div aria-busy={course.isPlaceholderData} className={classes.course}>
          <Picture days={course.data.days} />
          <p className="on-screen-only">
            <Link to="/studio/course" search={search}>
              {t('statistics.course.studio')}
            </Link>
          </p>
          {course.data.days.some(({ shut, closed }) => shut > 0 || closed > 0) ? (
            <CourseTable days={course.data.days} search={search} />
          ) : null}
        </div>
      )}
    </>
  );
}

function Picture({ days }: Pick<CourseAnswer, 'days'>) {
  const { t } = useTranslation();
  const dates = useDates();
  const highest = highestDay(days);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const now = t('statistics.course.now', { count: last.shut, day: dates.day(last.day) });
  if (!highest) return <p>{now}</p>;
  const most = t('statistics.course.most', { count: highest.shut, day: dates.day(highest.day) });
  const said = [now, most].join(t('common.list.sentences'));
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.sentence}>{said}</figcaption>
      <svg
        viewBox={`0 0 ${days.length} ${highest.shut}`}
        preserveAspectRatio="none"
        className={classes.picture}
        aria-hidden="true"
      >
        {days.map(({ day, shut }, index) => (
          <rect key={day} x={index} y={highest.shut - shut} width={days.length > 120 ? 1 : 0.86} height={shut} />
        ))}
      </svg>
      <p className={classes.axis}>
        <span>{dates.day(first.day)}</span>
        <span>{dates.day(last.day)}</span>
      </p>
    </figure>
  );
}
