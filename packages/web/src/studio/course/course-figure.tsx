import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseAnswer } from '../../api/answers.ts';
import type { Query } from '../../api/client.ts';
import { kinds } from '../../changes/changes-search.ts';
import { endings, highestDay } from '../../statistics/course-search.ts';
import { CourseTable } from '../../statistics/course-table.tsx';
import { StudioFigure } from '../chart/studio-figure.tsx';
import type { StudioSearch } from '../studio-search.ts';
import { courseDrawing } from './course-drawing.ts';
import { useCourseWords } from './use-course-words.ts';
import { useMarks } from './use-marks.ts';

/** How many were shut day by day, with what changed it, and campaigns marked; a bar leads to what changed. */
export function CourseFigure({
  answer,
  knownNow,
  query,
  search,
  busy,
  second = false,
}: {
  readonly answer: CourseAnswer;
  /** The same days by all that is known now, where the page goes by what was known before: drawn beside where they differ. */
  readonly knownNow?: CourseAnswer | undefined;
  readonly query: Query;
  readonly search: StudioSearch;
  readonly busy: boolean;
  readonly second?: boolean;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useCourseWords();
  const marks = useMarks();
  const { days } = answer;
  const last = days.at(-1);
  if (!last) return null;
  const highest = highestDay(days);
  const others = knownNow?.days;
  const otherwise = others?.some(({ day, shut }) => days.some((known) => known.day === day && known.shut !== shut))
    ? others
    : undefined;
  const { groupBy: _, ...whole } = query;
  return (
    <StudioFigure
      second={second}
      busy={busy}
      finding={[
        t('statistics.course.now', { count: last.shut, day: words.day(last.day) }),
        ...(highest ? [t('statistics.course.most', { count: highest.shut, day: words.day(highest.day) })] : []),
      ].join(t('common.list.sentences'))}
      drawing={courseDrawing(days, marks, words, otherwise)}
      onPick={({ series, index }) => {
        const kind = kinds.find((known) => known === series);
        const day = days[index]?.day;
        if (kind && day)
          void navigate({
            to: '/changes',
            search: { from: day, to: day, kind, region: search.region, campaign: search.campaign },
          });
      }}
      caption={[
        t('studio.course.method'),
        ...(otherwise ? [t('studio.course.knownNow')] : []),
        t('statistics.course.method'),
      ]}
      origin={{ path: '/v1/closures/course', query: whole, about: answer }}
      figure={`/days/${days.length - 1}/shut`}
      sheet={{
        columns: ['day', 'shut', 'closed', ...endings],
        rows: days.map((day) => [day.day, day.shut, day.closed, ...endings.map((ending) => day[ending])]),
      }}
      file="course"
    >
      <CourseTable days={days} search={search} />
    </StudioFigure>
  );
}
