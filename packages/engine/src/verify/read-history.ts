import type { RecordedEvent } from '../event-store/event-store.ts';
import { milliseconds } from '../rectification/calendar.ts';
import { type Fact, factOf, UnreadableFact } from '../rectification/fact.ts';
import { type Procedures, UnknownProcedure } from '../rectification/procedures/procedures.ts';
import { type Difference, differencesOf } from './difference.ts';

/** A mine's stored events as facts, up to the first that cannot be read, and what is wrong with reading and order. */
export interface ReadHistory {
  readonly facts: readonly Fact[];
  readonly differences: readonly Difference[];
}

/** Reads a mine's stored events and checks that they follow each other: numbers without gaps, ids of their own, recordings that never go back. */
export function readHistory(mineId: string, events: readonly RecordedEvent[], procedures: Procedures): ReadHistory {
  const facts: Fact[] = [];
  const differences: Difference[] = [];
  const ids = new Set<string>();
  let allRead = true;
  let before: Fact | undefined;
  for (const [index, event] of events.entries()) {
    const { revision, type } = event;
    const different = differencesOf({ mineId, revision, type });
    const next = (events[index - 1]?.revision ?? -1) + 1;
    if (revision !== next) differences.push(different('revision', next, revision));
    if (ids.has(event.eventId)) differences.push(different('event-id', 'an id of its own', event.eventId));
    ids.add(event.eventId);
    const fact = read(event, procedures);
    if ('unreadable' in fact) {
      const after = allRead && index < events.length - 1 ? ' No event of the mine after it was decided again.' : '';
      differences.push(different('unreadable', 'an event that can be read', `${fact.unreadable}${after}`));
      allRead = false;
      continue;
    }
    if (before && milliseconds(fact.recordedAt) < milliseconds(before.recordedAt))
      differences.push(different('recorded-at', `not before ${before.recordedAt}`, fact.recordedAt));
    if (fact.mineId !== mineId) differences.push(different('mine', mineId, fact.mineId));
    before = fact;
    if (allRead) facts.push(fact);
  }
  return { facts, differences };
}

function read(event: RecordedEvent, procedures: Procedures): Fact | { readonly unreadable: string } {
  try {
    return factOf(event, procedures);
  } catch (error) {
    if (error instanceof UnreadableFact || error instanceof UnknownProcedure) return { unreadable: error.message };
    throw error;
  }
}
