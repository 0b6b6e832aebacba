import { useMemo } from 'react';
import type { StandingEvent } from '../course.ts';
import type { Speech } from '../speech.ts';
import type { Referred } from './said-of-event.ts';

/** Says what ids in a history stand for, from the events that brought them into being. */
export function useReferred(events: readonly StandingEvent[], { words }: Speech): Referred {
  return useMemo(() => referredIn(events, words), [events, words]);
}

/** The same as {@link useReferred}, of a history among others. */
export function referredIn(events: readonly StandingEvent[], words: Speech['words']): Referred {
  const said = new Map<string, string>();
  for (const { event, data } of events) {
    const { approvalId, licenceId, kind, findingId, description, event: proposed } = data;
    if (event.type === 'ApprovalRequested' && typeof proposed === 'object' && proposed !== null && 'type' in proposed) {
      said.set(`approvalId/${approvalId}`, words.verb(String(proposed.type)));
    }
    if (typeof licenceId === 'string' && typeof kind === 'string') said.set(`licenceId/${licenceId}`, kind);
    if (typeof findingId === 'string' && typeof description === 'string')
      said.set(`findingId/${findingId}`, description);
  }
  return (field, id) => said.get(`${field}/${id}`) ?? null;
}
