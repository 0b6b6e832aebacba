import { CENSORED, type Observation, requireValid } from './observation.ts';

/** What happened at one time. */
export interface RiskRow {
  readonly time: number;
  /** How many were watched just before this time and had not ended: entered before it and end or are last seen at it or later. */
  readonly atRisk: number;
  /** How many ended, whatever the outcome. */
  readonly events: number;
  /** How many were last seen. They count as at risk: of what happens at the same time, the events come first. */
  readonly censored: number;
  /** How many ended in each of the table's outcomes. */
  readonly byOutcome: readonly number[];
}

/** Observations by time: a row for each time at which one ended or was last seen, in order. */
export interface RiskTable {
  readonly n: number;
  readonly rows: readonly RiskRow[];
  /** The outcomes that occur, in alphabetical order. */
  readonly outcomes: readonly string[];
  /** How many are at risk at any time, as in {@link RiskRow}. */
  readonly atRisk: (time: number) => number;
}

interface Tally {
  readonly time: number;
  censored: number;
  readonly byOutcome: number[];
}

/**
 * Counts observations by time. Who enters at the time of an event is not at risk of it (R's `Surv(entry, time, event)`: intervals open on the left).
 * @throws InvalidObservation
 */
export function riskTable(observations: readonly Observation[]): RiskTable {
  observations.forEach(requireValid);
  const n = observations.reduce((total, { count = 1 }) => total + count, 0);
  const outcomes = outcomesOf(observations);
  const tallies = talliesByTime(observations, outcomes);
  const times = Float64Array.from(tallies, ({ time }) => time);
  const entered = entriesOf(observations);
  const late = entered(Number.POSITIVE_INFINITY);
  const gone = new Float64Array(times.length + 1);
  const atRiskOf = (time: number, place: number) => n - late + entered(time) - (gone[place] ?? 0);
  const rows = tallies.map(({ time, censored, byOutcome }, place): RiskRow => {
    let events = 0;
    for (const number of byOutcome) events += number;
    gone[place + 1] = (gone[place] ?? 0) + events + censored;
    return { time, atRisk: atRiskOf(time, place), events, censored, byOutcome };
  });
  return { n, outcomes, rows, atRisk: (time) => atRiskOf(time, below(times, time)) };
}

/** How many entered late before a time. */
function entriesOf(observations: readonly Observation[]): (time: number) => number {
  const counts = new Map<number, number>();
  for (const { entry, count = 1 } of observations)
    if (entry !== undefined) counts.set(entry, (counts.get(entry) ?? 0) + count);
  const times = Float64Array.from(counts.keys()).sort();
  const before = new Float64Array(times.length + 1);
  for (const [place, time] of times.entries()) before[place + 1] = (before[place] ?? 0) + (counts.get(time) ?? 0);
  return (time) => before[below(times, time)] ?? 0;
}

function outcomesOf(observations: readonly Observation[]): string[] {
  const all = new Set(observations.map(({ outcome }) => outcome));
  all.delete(CENSORED);
  return [...all].sort();
}

/** In the order of time. They are sorted as they come, which takes little where many come in that order. */
function talliesByTime(observations: readonly Observation[], outcomes: readonly string[]): readonly Tally[] {
  const place = new Map(outcomes.map((outcome, index) => [outcome, index]));
  const tallies = new Map<number, Tally>();
  for (const { time, outcome, count = 1 } of observations) {
    let tally = tallies.get(time);
    if (!tally) {
      tally = { time, censored: 0, byOutcome: outcomes.map(() => 0) };
      tallies.set(time, tally);
    }
    const index = place.get(outcome);
    if (index === undefined) tally.censored += count;
    else tally.byOutcome[index] = (tally.byOutcome[index] ?? 0) + count;
  }
  return [...tallies.values()].sort((a, b) => a.time - b.time);
}

/** How many of sorted numbers are below a limit, by bisection. */
function below(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
