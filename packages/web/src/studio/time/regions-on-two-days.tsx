import type { ComponentProps } from 'react';
import { useCourseUntil } from '../../api/studio.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { endOfLocalDay } from '../../language/dates.ts';
import { RegionsFigure } from '../regions/regions-figure.tsx';

/** Where mines were shut on the day that the page looks at, and on another one beside it, by what the page goes by; both in the same colours. */
export function RegionsOnTwoDays({
  beside,
  ...here
}: Pick<ComponentProps<typeof RegionsFigure>, 'answer' | 'knownNow' | 'query' | 'search' | 'busy'> & {
  readonly beside: string;
}) {
  const asOf = endOfLocalDay(beside);
  const there = useCourseUntil(asOf, here.query);
  return (
    <>
      <RegionsFigure second={false} {...here} beside={there.data} />
      {there.isPending ? (
        <Loading lines={8} />
      ) : there.isError ? (
        <Failure error={there.error} onRetry={() => void there.refetch()} />
      ) : (
        <RegionsFigure
          second={false}
          answer={there.data}
          beside={here.answer}
          query={{ ...here.query, asOf }}
          search={here.search}
          on={beside}
          busy={there.isPlaceholderData}
        />
      )}
    </>
  );
}
