import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { mineAt } from '../api/queries.ts';
import { type Instants, useAsOf } from '../as-of/use-as-of.ts';
import type { ReplayStep } from './replay-steps.ts';

/**
 * The mine as of the instant of a step, and as of the step that happened before, by what was known when the page says. The server's answers: what it folds for an instant
 * holds every event of that instant. The steps around are read in advance.
 */
export function useFiguresAt(mineId: string, steps: readonly ReplayStep[], index: number) {
  const client = useQueryClient();
  const step = steps[index];
  const { knownAt } = useAsOf().instants;
  const now = useQuery({
    ...keptAt(mineId, at(step?.standing.occurredAt ?? '', knownAt)),
    enabled: step !== undefined,
    placeholderData: keepPreviousData,
  });
  const before = useQuery({
    ...keptAt(mineId, at(step?.earlier ?? '', knownAt)),
    enabled: step !== undefined && step.earlier !== null,
  });
  useEffect(() => {
    if (!now.isSuccess || now.isPlaceholderData) return;
    prefetchAround(client, mineId, steps, index, knownAt);
  }, [client, mineId, steps, index, knownAt, now.isSuccess, now.isPlaceholderData]);
  return { now, before: step?.earlier === null ? null : (before.data ?? null) };
}

/** A mine at both times. What was true then is seldom another a minute later, and what changes it has it read again. */
function keptAt(mineId: string, instants: Instants) {
  return { ...mineAt(mineId, instants), staleTime: 60_000 };
}

function at(asOf: string, knownAt: string | undefined): Instants {
  return { asOf, ...(knownAt !== undefined && { knownAt }) };
}

function prefetchAround(
  client: QueryClient,
  mineId: string,
  steps: readonly ReplayStep[],
  index: number,
  knownAt: string | undefined,
): void {
  for (const near of [index + 1, index - 1, index + 2]) {
    const step = steps[near];
    if (step) void client.prefetchQuery(keptAt(mineId, at(step.standing.occurredAt, knownAt)));
  }
}
