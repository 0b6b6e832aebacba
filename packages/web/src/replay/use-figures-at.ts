import { keepPreviousData, type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MineDetail } from '../api/answers.ts';
import { request } from '../api/client.ts';
import type { ReplayStep } from './replay-steps.ts';

/** A mine as of an instant; the same answer as {@link useMine} gives for it. */
function mineAt(mineId: string, instant: string) {
  return queryOptions({
    queryKey: ['mine', mineId, 'standing', instant],
    queryFn: ({ signal }) =>
      request<MineDetail>('GET', `/v1/mines/${encodeURIComponent(mineId)}`, { query: { asOf: instant }, signal }),
    staleTime: 60_000,
  });
}

/**
 * The mine as of the instant of a step, and as of the step that happened before. The server's answers: what it folds for an instant
 * holds every event of that instant. The steps around are read in advance.
 */
export function useFiguresAt(mineId: string, steps: readonly ReplayStep[], index: number) {
  const client = useQueryClient();
  const step = steps[index];
  const now = useQuery({
    ...mineAt(mineId, step?.standing.occurredAt ?? ''),
    enabled: step !== undefined,
    placeholderData: keepPreviousData,
  });
  const before = useQuery({
    ...mineAt(mineId, step?.earlier ?? ''),
    enabled: step !== undefined && step.earlier !== null,
  });
  useEffect(() => {
    if (!now.isSuccess || now.isPlaceholderData) return;
    prefetchAround(client, mineId, steps, index);
  }, [client, mineId, steps, index, now.isSuccess, now.isPlaceholderData]);
  return { now, before: step?.earlier === null ? null : (before.data ?? null) };
}

function prefetchAround(client: QueryClient, mineId: string, steps: readonly ReplayStep[], index: number): void {
  for (const near of [index + 1, index - 1, index + 2]) {
    const step = steps[near];
    if (step) void client.prefetchQuery(mineAt(mineId, step.standing.occurredAt));
  }
}
