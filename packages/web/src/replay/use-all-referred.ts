import { useMemo } from 'react';
import type { StandingEvent } from '../case/course.ts';
import type { Speech } from '../case/speech.ts';
import type { Referred } from '../case/timeline/said-of-event.ts';
import { useReferred } from '../case/timeline/use-referred.ts';

/** Says what ids in a whole history stand for, findings by what they said. */
export function useAllReferred(events: readonly StandingEvent[], speech: Speech): Referred {
  const referred = useReferred(events, speech);
  const findings = useMemo(
    () =>
      new Map(
        events.flatMap(({ data: { findingId, description } }) =>
          typeof findingId === 'string' && typeof description === 'string' ? [[findingId, description]] : [],
        ),
      ),
    [events],
  );
  return useMemo(
    () => (field, id) => (field === 'findingId' ? findings.get(id) : undefined) ?? referred(field, id),
    [findings, referred],
  );
}
