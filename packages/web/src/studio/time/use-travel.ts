import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Days to look at; `null` of the second: all that is known now. */
export interface Journey {
  readonly on: string;
  readonly known: string | null;
}

/** Turns the page to other days without a step back for each of them: a slider passes many. */
export function useTravel(): (journey: Journey) => void {
  const navigate = useNavigate();
  return useCallback(
    ({ on, known }) =>
      void navigate({
        to: '.',
        search: (now) => ({ ...now, asOf: on, knownAt: known ?? undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
}
