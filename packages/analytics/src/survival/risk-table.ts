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
  censored: number;
  readonly byOutcome: number[];
}

/**
 * Counts observations by time. Who enters at the time of an event is not at risk of it (R's `Surv(entry, time, event)`: intervals open on the left).
 * @throws InvalidObservation
 */
export function riskTable(observations: readonly Observation[]): RiskTable {
  observations.forEach(requireValid);
  const n = observations.length;
  const outcomes = outcomesOf(observations);
  const tallies = talliesByTime(observations, outcomes);
  const times = Float64Array.from(tallies.keys()).sort();
  const entries = entriesOf(observations);
  const gone = new Uint32Array(times.length + 1);
  const atRiskOf = (time: number, place: number) => n - entries.length + below(entries, time) - (gone[place] ?? 0);
  const rows = Array.from(times, (time, place) => {
    const { censored, byOutcome } = tallies.get(time) ?? { censored: 0, byOutcome: [] };
    const events = byOutcome.reduce((total, number) => total + number, 0);
    gone[place + 1] = (gone[place] ?? 0) + events + censored;
    return { time, atRisk: atRiskOf(time, place), events, censored, byOutcome };
  });
  return { n, outcomes, rows, atRisk: (time) => atRiskOf(time, below(times, time)) };
}

/** The times of late entries, in order. */
function entriesOf(observations: readonly Observation[]): Float64Array {
  const entries: number[] = [];
  for (const { entry } of observations) if (entry !== undefined) entries.push(entry);
  return Float64Array.from(entries).sort();
}

function outcomesOf(observations: readonly Observation[]): string[] {
  const all = new Set(observations.map(({ outcome }) => outcome));
  all.delete(CENSORED);
  return [...all].sort();
}

function talliesByTime(observations: readonly Observation[], outcomes: readonly string[]): Map<number, Tally> {
  const place = new Map(outcomes.map((outcome, index) => [outcome, index]));
  const tallies = new Map<number, Tally>();
  for (const { time, outcome } of observations) {
    let tally = tallies.get(time);
    if (!tally) {
      tally = { censored: 0, byOutcome: outcomes.map(() => 0) };
      tallies.set(time, tally);
    }
    const index = place.get(outcome);
    if (index === undefined) tally.censored += 1;
    else tally.byOutcome[index] = (tally.byOutcome[index] ?? 0) + 1;
  }
  return tallies;
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
