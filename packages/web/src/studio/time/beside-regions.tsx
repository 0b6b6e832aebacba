import type { Query } from '../../api/client.ts';
import { useCourseUntil } from '../../api/studio.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { endOfLocalDay } from '../../language/dates.ts';
import { RegionsFigure } from '../regions/regions-figure.tsx';
import type { StudioSearch } from '../studio-search.ts';

/** Where mines were shut on another day, by what the page goes by. */
export function BesideRegions({
  beside,
  query,
  search,
}: {
  readonly beside: string;
  readonly query: Query;
  readonly search: StudioSearch;
}) {
  const asOf = endOfLocalDay(beside);
  const course = useCourseUntil(asOf, query);
  if (course.isPending) return <Loading lines={8} />;
  if (course.isError) return <Failure error={course.error} onRetry={() => void course.refetch()} />;
  return (
    <RegionsFigure
      second={false}
      answer={course.data}
      query={{ ...query, asOf }}
      search={search}
      on={beside}
      busy={course.isPlaceholderData}
    />
  );
}
