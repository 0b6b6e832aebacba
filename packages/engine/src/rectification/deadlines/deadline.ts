import { dayOf, daysBetween, milliseconds } from '../calendar.ts';
import type { EventType } from '../events/events.ts';
import type { RuleName } from './rules.ts';

/** What made a deadline run, and when. */
export interface Started {
  readonly type: EventType;
  readonly at: string;
}

/** Why no last day can be worked out: the calendar does not say which days of a year are working days. */
export interface Undated {
  readonly code: 'uncovered-year';
  readonly year: number;
}

/** What is due, by whom, on which day (inclusive, in the procedure's zone). Without a last day it passes for nobody. */
export interface Deadline {
  readonly rule: RuleName;
  readonly dueOn: string | null;
  /** The last millisecond of that day. */
  readonly dueAt: string | null;
  /** The last day before any extension. */
  readonly originalDueOn: string | null;
  readonly undated: Undated | null;
  readonly started: Started;
  readonly party: 'owner' | 'authority';
  readonly office: string | null;
  /** The id or code it is about. */
  readonly subject: string | null;
  /** The closure cycle that it belongs to; null where it outlasts cycles. */
  readonly cycle: number | null;
}

/** A deadline whose last day is known. */
export interface DatedDeadline extends Deadline {
  readonly dueOn: string;
  readonly dueAt: string;
  readonly originalDueOn: string;
  readonly undated: null;
}

/** Whether the last day of a deadline is known. */
export function isDated(deadline: Deadline): deadline is DatedDeadline {
  return deadline.dueAt !== null;
}

/** Whether a deadline has passed at an instant: its whole due day counts. */
export function isOverdue({ dueAt }: Pick<Deadline, 'dueAt'>, at: string): boolean {
  return dueAt !== null && milliseconds(at) > milliseconds(dueAt);
}

/** By how many days a deadline has passed on the day of an instant in a zone; 0 while it has not. */
export function daysLate({ dueOn }: Pick<Deadline, 'dueOn'>, at: string, zone: string): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, dayOf(at, zone)));
}

/** The next thing due that somebody must do: not the appeal, which is a right, nor the service of the order, which is flagged apart. */
export function nextDeadline(deadlines: readonly Deadline[]): DatedDeadline | null {
  return deadlines.filter(isDated).find(({ rule }) => rule !== 'appeal' && rule !== 'service') ?? null;
}
