import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allPages } from '../../api/all-pages.ts';
import type { EventAnswer, EventList, MineDetail } from '../../api/answers.ts';
import { request } from '../../api/client.ts';
import { mineAt, useReady } from '../../api/queries.ts';
import { type Instants, useAsOf } from '../../as-of/use-as-of.ts';
import { replaySteps } from '../../replay/replay-steps.ts';
import type { MineHistory } from './lanes.ts';

/** The history of a mine as far as it is here: being read, read, or not to be had. */
export interface HistoryRead {
  readonly mineId: string;
  readonly history: MineHistory | null;
  /** The mine where the time looked at ends. */
  readonly mine: MineDetail | null;
  /** When it was read: without a day to look at it reaches until then. */
  readonly readAt: number;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads the whole histories of mines at the times the page looks at, each by itself: one that fails does not keep the others. */
export function useHistories(mineIds: readonly string[]): readonly HistoryRead[] {
  const { instants, on } = useAsOf();
  const ready = useReady();
  const histories = useQueries({
    queries: mineIds.map((mineId) => ({
      queryKey: ['mine', mineId, 'history', 'whole', instants],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => wholeHistory(mineId, instants, signal),
      enabled: ready,
    })),
    combine: asTheyAre<readonly EventAnswer[]>,
  });
  const mines = useQueries({
    queries: mineIds.map((mineId) => ({ ...mineAt(mineId, instants), enabled: ready })),
    combine: asTheyAre<MineDetail>,
  });
  const until = on?.instant;
  return useMemo(
    () =>
      mineIds.map((mineId, index) => {
        const events = histories[index];
        const steps = events?.data ? replaySteps(events.data, until) : null;
        return {
          mineId,
          history: steps && { mineId, steps },
          mine: mines[index]?.data ?? null,
          readAt: events?.dataUpdatedAt ?? 0,
          error: events?.error ?? null,
          retry: () => void events?.refetch(),
        };
      }),
    [mineIds, histories, mines, until],
  );
}

function asTheyAre<T>(results: readonly UseQueryResult<T>[]) {
  return results.map(({ data, error, dataUpdatedAt, refetch }) => ({ data, error, dataUpdatedAt, refetch }));
}

function wholeHistory(mineId: string, instants: Instants, signal: AbortSignal): Promise<readonly EventAnswer[]> {
  const path = `/v1/mines/${encodeURIComponent(mineId)}/events`;
  return allPages((cursor) =>
    request<EventList>('GET', path, { query: { order: 'asc', limit: 500, cursor, ...instants }, signal }),
  );
}
