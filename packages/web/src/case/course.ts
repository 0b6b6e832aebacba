import type { EventAnswer } from '../api/answers.ts';
import { dayOfInstant } from '../language/dates.ts';
import type { ChartStep } from '../statechart/chart-step.ts';

/** An event as it counts now: its time, data and transition after corrections. */
export interface StandingEvent {
  readonly event: EventAnswer;
  readonly occurredAt: string;
  readonly occurredAtPrecision: EventAnswer['occurredAtPrecision'];
  readonly data: EventAnswer['data'];
  readonly transition: EventAnswer['transition'];
  /** It was corrected away: it never happened. */
  readonly void: boolean;
}

/** The events as they count now, newest first by when they happened. */
export function newestFirst(events: readonly EventAnswer[]): StandingEvent[] {
  return events
    .map((event): StandingEvent => {
      const { occurredAt, occurredAtPrecision, data, transition } = event.effective ?? event;
      return { event, occurredAt, occurredAtPrecision, data, transition, void: event.correction?.void ?? false };
    })
    .toSorted((a, b) => placeOf(b) - placeOf(a) || b.event.revision - a.event.revision);
}

/** Where an event stands in the order: of one that is known to the day and was recorded that day, the recording says more. */
function placeOf({ event, occurredAt, occurredAtPrecision }: StandingEvent): number {
  const thatDay = occurredAtPrecision === 'day' && dayOfInstant(event.recordedAt) === dayOfInstant(occurredAt);
  return Date.parse(thatDay ? event.recordedAt : occurredAt);
}

/** The course over the chart that events tell of, oldest first; what was voided and what moves nothing are left out. */
export function courseOf(events: readonly StandingEvent[]): ChartStep[] {
  return events
    .toReversed()
    .flatMap(({ event: { type }, occurredAt: at, occurredAtPrecision: precision, transition, void: isVoid }) =>
      transition && !isVoid ? [{ type, at, precision, ...transition }] : [],
    );
}
