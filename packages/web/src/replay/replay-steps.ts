import type { ChartValue } from '@rectify/engine/rectification';
import type { EventAnswer } from '../api/answers.ts';
import { newestFirst, type StandingEvent } from '../case/course.ts';
import { dayOfInstant, daysFrom } from '../language/dates.ts';

/** One step of a replay: an event as it counts now, and where it left the mine. */
export interface ReplayStep {
  readonly standing: StandingEvent;
  /** Where the mine stands after it: the event's own transition, else where it stood before. */
  readonly value: ChartValue;
  /** How many later steps share its instant: an answer as of that instant holds them too. */
  readonly sharing: number;
  /** The instant of the last step that happened earlier; null for the first. */
  readonly earlier: string | null;
  /** What lies between it and the step before; null for the first, and where a time is known to the month only. */
  readonly since: Since | null;
}

/** Time between two steps, as exactly as both are known. */
export type Since = { readonly milliseconds: number } | { readonly days: number };

/**
 * The steps of a history up to an instant, in the order in which they count: `occurredAt`, then `revision`, as corrected (statechart.md,
 * "Time and corrections"), so that the server's answer for an instant fits the step. What was voided never happened and is no step;
 * neither is what was asked, granted or corrected after `until`, which a history tells whatever instant is asked about.
 */
export function replaySteps(events: readonly EventAnswer[], until?: string): ReplayStep[] {
  const end = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until);
  const standings = newestFirst(events)
    .filter((standing) => !standing.void && at(standing) <= end)
    .toSorted((a, b) => at(a) - at(b) || a.event.revision - b.event.revision);
  const steps: ReplayStep[] = [];
  let value: ChartValue | null = null;
  for (const [index, standing] of standings.entries()) {
    value = standing.transition?.to ?? value;
    if (value === null) continue;
    const before = steps.at(-1);
    steps.push({
      standing,
      value,
      sharing: sharingAfter(standings, index),
      earlier: earlierThan(before, standing),
      since: before ? sinceOf(before.standing, standing) : null,
    });
  }
  return steps;
}

/** The number of the last step, from 1, that happened by the end of a local day; 0 if none had. */
export function lastStepOn(steps: readonly ReplayStep[], day: string): number {
  return steps.findLastIndex(({ standing }) => dayOfInstant(standing.occurredAt) <= day) + 1;
}

function at({ occurredAt }: StandingEvent): number {
  return Date.parse(occurredAt);
}

function sharingAfter(standings: readonly StandingEvent[], index: number): number {
  const standing = standings[index];
  if (!standing) return 0;
  const rest = standings.slice(index + 1);
  const other = rest.findIndex((later) => at(later) !== at(standing));
  return other < 0 ? rest.length : other;
}

function earlierThan(before: ReplayStep | undefined, standing: StandingEvent): string | null {
  if (!before) return null;
  return at(before.standing) === at(standing) ? before.earlier : before.standing.occurredAt;
}

function sinceOf(before: StandingEvent, standing: StandingEvent): Since | null {
  const precisions = [before.occurredAtPrecision, standing.occurredAtPrecision];
  if (precisions.includes('month')) return null;
  if (precisions.includes('day')) {
    return { days: daysFrom(dayOfInstant(before.occurredAt), dayOfInstant(standing.occurredAt)) };
  }
  return { milliseconds: at(standing) - at(before) };
}
