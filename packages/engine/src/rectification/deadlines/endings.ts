import { dayOf, daysBetween } from '../calendar.ts';
import type { Mine } from '../case/mine.ts';

/** A licence, or a met requirement, that ends soon. Nobody is late; the last day is inclusive, in the procedure's zone. */
export interface Ending {
  readonly what: 'licence' | 'requirement';
  /** The licence's id or the requirement's code. */
  readonly subject: string;
  readonly lastDay: string;
  /** 0 on the last day. */
  readonly daysLeft: number;
  /** The last of the procedure's `licenceWarnings` that it has come to, in days. */
  readonly warning: number;
}

/**
 * What of a mine's licences and met requirements ends within the longest of the procedure's `licenceWarnings`, soonest first, on the day of
 * an instant. A licence that another of its kind outlasts is none of it.
 */
export function endingsOf(mine: Mine, at: string): Ending[] {
  const { zone, licenceWarnings } = mine.procedure;
  if (mine.decommissioned) return [];
  const today = dayOf(at, zone);
  return [...licencesToEnd(mine), ...requirementsToEnd(mine)]
    .flatMap((ending) => {
      const daysLeft = daysBetween(today, ending.lastDay);
      const reached = licenceWarnings.filter((days) => daysLeft >= 0 && daysLeft <= days);
      return reached.length > 0 ? [{ ...ending, daysLeft, warning: Math.min(...reached) }] : [];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

type WithLastDay = Omit<Ending, 'daysLeft' | 'warning'>;

function licencesToEnd({ licences }: Mine): WithLastDay[] {
  const granted = Object.values(licences).filter(({ status }) => status === 'granted');
  return granted.flatMap(({ licenceId, kind, validUntil }): WithLastDay[] => {
    if (validUntil === null) return [];
    const outlasted = granted.some(
      (other) => other.kind === kind && (other.validUntil === null || other.validUntil > validUntil),
    );
    return outlasted ? [] : [{ what: 'licence', subject: licenceId, lastDay: validUntil }];
  });
}

function requirementsToEnd({ requirements }: Mine): WithLastDay[] {
  return Object.entries(requirements).flatMap(([code, { status, validUntil }]): WithLastDay[] => {
    const met = status === 'satisfied' || status === 'waived';
    return met && validUntil !== null ? [{ what: 'requirement', subject: code, lastDay: validUntil }] : [];
  });
}
