import { useEffect, useMemo } from 'react';
import type { EventAnswer } from '../api/answers.ts';
import { useHistory } from '../api/queries.ts';

/** A history that is being read to its end. */
export interface WholeHistory {
  /** All of its events, once they are all there. */
  readonly events: readonly EventAnswer[] | null;
  readonly loaded: number;
  /** How many there are; null before the first answer. */
  readonly total: number | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads the whole history of a mine up to the instant that the page looks at, page after page. */
export function useWholeHistory(mineId: string): WholeHistory {
  const history = useHistory(mineId, { order: 'asc', limit: 500 });
  const { data, hasNextPage, isFetching, isError, fetchNextPage, refetch } = history;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const events = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  return {
    events: data && !hasNextPage ? events : null,
    loaded: events.length,
    total: data?.pages[0]?.total ?? null,
    error: history.error,
    retry: () => void (data ? fetchNextPage() : refetch()),
  };
}
