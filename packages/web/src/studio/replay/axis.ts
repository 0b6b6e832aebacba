import { DAY } from '../../language/durations.ts';
import { type Lane, placeOfStep } from './lanes.ts';

/** Longer than so many days without any event is compressed. */
const QUIET_DAYS = 5;

/** What a compressed stretch is wide, in pixels: its label has to fit. */
const QUIET_WIDTH = 64;

/** A stretch of the axis, as shares of its width. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Nothing happened to any mine: it is as wide as any other such stretch, however long it lasted. */
  readonly quiet: boolean;
  readonly start: number;
  readonly size: number;
}

/** An axis that several histories share. */
export interface Axis {
  readonly stretches: readonly Stretch[];
  /** What it takes to be read, in pixels. */
  readonly width: number;
}

/** The axis of several histories: to scale where something happens to any of them, compressed in between. Registering a mine is long before its course and does not count. */
export function axisOf(lanes: readonly Lane[]): Axis {
  const events = lanes.flatMap((lane) =>
    lane.steps
      .filter(({ standing }) => standing.event.type !== 'MineRegistered')
      .map((step) => placeOfStep(lane, step))
      .filter((place) => place >= lane.from),
  );
  const first = Math.min(...lanes.map(({ from }) => from));
  const last = Math.max(...lanes.map(({ end }) => end));
  return axisThrough(lanes.length === 0 ? [] : [first, ...events, last]);
}

/** An axis through places at which something happened. */
function axisThrough(places: readonly number[]): Axis {
  const sorted = [...new Set(places)].toSorted((a, b) => a - b);
  const parts: { from: number; to: number; quiet: boolean }[] = [];
  for (const [index, to] of sorted.entries()) {
    const from = sorted[index - 1];
    if (from === undefined) continue;
    const quiet = to - from > QUIET_DAYS * DAY;
    const before = parts.at(-1);
    if (before && !before.quiet && !quiet) before.to = to;
    else parts.push({ from, to, quiet });
  }
  const scaled = parts.filter(({ quiet }) => !quiet).reduce((sum, { from, to }) => sum + to - from, 0);
  const compressed = parts.filter(({ quiet }) => quiet).length;
  const each = compressed === 0 ? 0 : scaled === 0 ? 1 / compressed : Math.min(0.08, 0.5 / compressed);
  const scale = scaled === 0 ? 0 : (1 - compressed * each) / scaled;
  let start = 0;
  const stretches = parts.map((part): Stretch => {
    const size = part.quiet ? each : (part.to - part.from) * scale;
    const stretch = { ...part, start, size };
    start += size;
    return stretch;
  });
  return { stretches, width: Math.max(560, each === 0 ? 0 : Math.ceil(QUIET_WIDTH / each)) };
}

/** Where a place is on the axis, from 0 to 1. */
export function shareOf({ stretches }: Axis, place: number): number {
  const stretch = stretches.findLast(({ from }) => from <= place);
  if (!stretch) return 0;
  const { from, to, start, size } = stretch;
  return start + Math.min((place - from) / (to - from), 1) * size;
}

/** The place at a share of the axis. */
export function placeAtShare({ stretches }: Axis, share: number): number {
  const stretch = stretches.findLast(({ start }) => start <= share) ?? stretches[0];
  if (!stretch) return 0;
  const { from, to, start, size } = stretch;
  return from + (size === 0 ? 0 : (share - start) / size) * (to - from);
}
