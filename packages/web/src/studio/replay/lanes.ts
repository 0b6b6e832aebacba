import { isShut, type OperationState } from '@rectify/engine/rectification';
import { dayAt, dayOfInstant, daysFrom } from '../../language/dates.ts';
import type { ReplayStep } from '../../replay/replay-steps.ts';

/** How histories are laid beside each other: by the calendar, or each from its own closing. */
export type Alignment = 'calendar' | 'closing';

/** The history of a mine. */
export interface MineHistory {
  readonly mineId: string;
  readonly steps: readonly ReplayStep[];
}

/** A history on the axis that it shares with others. Places are milliseconds: of the calendar, or after the closing. */
export interface Lane extends MineHistory {
  /** The instant that is place 0. */
  readonly zero: number;
  /** The places that the axis shows of it; what happened before is known, and not shown. */
  readonly from: number;
  /** Where the time looked at ends for this mine. */
  readonly end: number;
}

/** Part of a lane in which the mine was in one state. */
export interface Span {
  readonly operation: OperationState;
  readonly from: number;
  readonly to: number;
}

/** How long a mine was shut: by a closing that still goes on where `until` is null. */
export interface ShutFor {
  readonly since: string;
  readonly until: string | null;
  /** Between the local days, as a closure is counted. */
  readonly days: number;
}

/** The instant at which a step of a history happened. */
function instantOf({ standing }: ReplayStep): number {
  return Date.parse(standing.occurredAt);
}

/**
 * Lays histories that reach to an instant on one axis. From the closing, place 0 is the last closing of each, and a history without one has no place: it
 * is left out, as is one without any step.
 */
export function laneOf({ mineId, steps }: MineHistory, alignment: Alignment, until: number): Lane | null {
  const first = steps[0];
  if (!first) return null;
  if (alignment === 'calendar') return { mineId, steps, zero: 0, from: instantOf(first), end: until };
  const closing = steps.findLast((_, index) => closesAt(steps, index));
  if (!closing) return null;
  const zero = instantOf(closing);
  return { mineId, steps, zero, from: 0, end: until - zero };
}

/** Where a step stands on the axis. */
export function placeOfStep({ zero }: Lane, step: ReplayStep): number {
  return instantOf(step) - zero;
}

/** The states of a lane one after the other, without those that lasted no time. */
export function spansOf(lane: Lane): Span[] {
  const spans: Span[] = [];
  for (const [index, step] of lane.steps.entries()) {
    const next = lane.steps[index + 1];
    const from = Math.max(placeOfStep(lane, step), lane.from);
    const to = next ? placeOfStep(lane, next) : lane.end;
    if (to <= from) continue;
    const { operation } = step.value;
    const before = spans.at(-1);
    if (before?.operation === operation) spans[spans.length - 1] = { ...before, to };
    else spans.push({ operation, from, to });
  }
  return spans;
}

/** The last step of a lane by a place, and how long the mine had been shut; null where its history had not begun. */
export function standingAt(
  lane: Lane,
  place: number,
): { readonly step: ReplayStep; readonly shut: ShutFor | null } | null {
  const index = lane.steps.findLastIndex((step) => placeOfStep(lane, step) <= place);
  const step = lane.steps[index];
  if (!step) return null;
  return { step, shut: shutBy(lane.steps.slice(0, index + 1), lane.zero + Math.min(place, lane.end)) };
}

function shutBy(steps: readonly ReplayStep[], instant: number): ShutFor | null {
  const closing = steps.findLastIndex((_, index) => closesAt(steps, index));
  const closed = steps[closing];
  if (!closed) return null;
  const ended = steps.slice(closing).find(({ value }) => !isShut(value.operation));
  const since = closed.standing.occurredAt;
  const until = ended?.standing.occurredAt ?? null;
  return { since, until, days: daysFrom(dayOfInstant(since), until ? dayOfInstant(until) : dayAt(instant)) };
}

function closesAt(steps: readonly ReplayStep[], index: number): boolean {
  const [before, step] = [steps[index - 1], steps[index]];
  return step !== undefined && isShut(step.value.operation) && !(before && isShut(before.value.operation));
}
