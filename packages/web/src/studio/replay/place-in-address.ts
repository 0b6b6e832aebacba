import { millisecondsOf } from '../../case/iso-duration.ts';
import { endOfLocalDay, isDay } from '../../language/dates.ts';
import { DAY } from '../../language/durations.ts';
import { type Alignment, type Lane, laneOf, type MineHistory } from './lanes.ts';
import type { Moment } from './moments.ts';

/** The place that an address names, by the calendar a day or an instant, from the closing a duration; null for the other kind. */
export function placeIn(at: string, alignment: Alignment): number | null {
  if (alignment === 'closing') return millisecondsOf(at);
  const instant = Date.parse(isDay(at) ? endOfLocalDay(at) : at);
  return Number.isNaN(instant) ? null : instant;
}

/** What an address says for a moment. */
export function addressAt({ place, happened: [first] }: Moment, alignment: Alignment): string {
  return alignment === 'calendar' && first ? first.step.standing.occurredAt : addressOf(place, alignment);
}

/** What an address says for a place. */
function addressOf(place: number, alignment: Alignment): string {
  if (alignment === 'calendar') return new Date(place).toISOString();
  const days = Math.floor(place / DAY);
  const rest = place % DAY;
  return `P${days}D${rest === 0 ? '' : `T${rest / 1000}S`}`;
}

/** What an address says, with histories laid the other way, for the instant of a mine at a place; undefined where the mine has no place there. */
export function addressOtherwise(
  place: number,
  lane: Lane | undefined,
  history: MineHistory | null | undefined,
  alignment: Alignment,
  until: number,
): string | undefined {
  const there = history && laneOf(history, alignment, until);
  if (!lane || !there) return undefined;
  return addressOf(Math.max(place + lane.zero - there.zero, there.from), alignment);
}
