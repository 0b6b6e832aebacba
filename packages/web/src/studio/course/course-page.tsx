import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCourse } from '../../api/closures.ts';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { Empty, Failure, Loading } from '../../design/states.tsx';
import { localParts, shiftDay } from '../../language/dates.ts';
import { spans } from '../../statistics/course-search.ts';
import { SpanChooser } from '../../statistics/span-chooser.tsx';
import { RegionsFigure } from '../regions/regions-figure.tsx';
import { StudioPage } from '../studio-page.tsx';
import { studioQueryOf } from '../studio-search.ts';
import { CourseFigure } from './course-figure.tsx';
import { HeatFigure } from './heat-figure.tsx';

/** How many were shut day by day until the day that the page looks at, altogether and region by region. */
export function StudioCoursePage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/studio/course' });
  const { on } = useAsOf();
  const span = search.days ?? spans[0];
  const from = shiftDay(on?.day ?? localParts(new Date()).day, 1 - span);
  const query = { ...studioQueryOf({ ...search, groupBy: 'region' }), from };
  const course = useCourse(from, query);
  return (
    <StudioPage picture="course" search={search}>
      <SpanChooser span={span} />
      {course.isPending ? (
        <Loading lines={12} />
      ) : course.isError ? (
        <Failure error={course.error} onRetry={() => void course.refetch()} />
      ) : course.data.days.every(({ shut, closed }) => shut === 0 && closed === 0) ? (
        <Empty title={t('studio.course.empty')} />
      ) : (
        <>
          <CourseFigure answer={course.data} query={query} search={search} busy={course.isPlaceholderData} />
          <HeatFigure answer={course.data} query={query} search={search} />
          <RegionsFigure answer={course.data} query={query} search={search} />
        </>
      )}
    </StudioPage>
  );
}
