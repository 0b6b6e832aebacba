import { useMemo } from 'react';
import type { StandingEvent } from '../case/course.ts';
import type { Speech } from '../case/speech.ts';
import type { Referred } from '../case/timeline/said-of-event.ts';
import { referredIn } from '../case/timeline/use-referred.ts';

/** Says what ids in a whole history stand for, findings by what they said. */
export function useAllReferred(events: readonly StandingEvent[], { words }: Speech): Referred {
  return useMemo(() => allReferredIn(events, words), [events, words]);
}

/** The same as {@link useAllReferred}, of a history among others. */
export function allReferredIn(events: readonly StandingEvent[], words: Speech['words']): Referred {
  const referred = referredIn(events, words);
  const findings = new Map(
    events.flatMap(({ data: { findingId, description } }) =>
      typeof findingId === 'string' && typeof description === 'string' ? [[findingId, description]] : [],
    ),
  );
  return (field, id) => (field === 'findingId' ? findings.get(id) : undefined) ?? referred(field, id);
}
