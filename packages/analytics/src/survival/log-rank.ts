import { chiSquaredUpperTail } from '../distributions.ts';
import type { Observation } from './observation.ts';
import { type RiskTable, riskTable } from './risk-table.ts';

/** How groups compare. */
export interface LogRank {
  /** Chi-squared. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** How likely so large a statistic is if all groups end alike. */
  readonly pValue: number;
  readonly groups: readonly {
    readonly group: string;
    readonly n: number;
    /** How many ended. */
    readonly observed: number;
    /** How many would have, if all groups ended alike. */
    readonly expected: number;
  }[];
}

/**
 * The log-rank test of two groups or more (Mantel 1966, Cancer Chemother. Rep. 50:163; Peto & Peto 1972, J. R. Stat. Soc. A 135:185): events observed in each
 * group against those expected from its share of who is at risk, ties by the hypergeometric variance. As R's `survdiff(Surv(time, event) ~ group)`,
 * which does not know late entry: here who has not entered is not at risk. Every outcome counts as ended. Observations without a group are
 * left out. Undefined where there is nothing to compare: fewer than two groups are ever at risk together.
 * @throws InvalidObservation
 */
export function logRank(observations: readonly Observation[]): LogRank | undefined {
  const grouped = observations.filter(({ group }) => group !== undefined);
  const byGroup = Map.groupBy(grouped, ({ group }) => group ?? '');
  return logRankOf(new Map([...byGroup].map(([group, members]) => [group, riskTable(members)])));
}

/** {@link logRank} of groups that are counted already. */
export function logRankOf(groups: ReadonlyMap<string, RiskTable>): LogRank | undefined {
  const names = [...groups.keys()].sort();
  const tables = names.flatMap((group) => groups.get(group) ?? []);
  const { expected, variance } = comparison(tables);
  const observed = tables.map(({ rows }) => rows.reduce((total, { events }) => total + events, 0));
  const excess = observed.map((events, index) => events - (expected[index] ?? 0));
  const { statistic, rank } = quadraticForm(excess, variance);
  if (rank === 0) return undefined;
  return {
    statistic,
    degreesOfFreedom: rank,
    pValue: chiSquaredUpperTail(statistic, rank),
    groups: names.map((group, index) => ({
      group,
      n: tables[index]?.n ?? 0,
      observed: observed[index] ?? 0,
      expected: expected[index] ?? 0,
    })),
  };
}

/** Expected events of each group and their covariances, summed over the times of events. */
function comparison(tables: readonly RiskTable[]) {
  const expected = new Float64Array(tables.length);
  const variance = tables.map(() => new Float64Array(tables.length));
  const atRisk = new Float64Array(tables.length);
  for (const [time, d] of eventsByTime(tables)) {
    let n = 0;
    for (const [index, table] of tables.entries()) {
      atRisk[index] = table.atRisk(time);
      n += atRisk[index] ?? 0;
    }
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (const [index, row] of variance.entries()) {
      const share = (atRisk[index] ?? 0) / n;
      expected[index] = (expected[index] ?? 0) + d * share;
      for (let other = 0; other < row.length; other += 1) {
        const covaries = share * ((index === other ? 1 : 0) - (atRisk[other] ?? 0) / n);
        row[other] = (row[other] ?? 0) + spread * covaries;
      }
    }
  }
  return { expected, variance };
}

/** How many ended at each time, in all groups together. */
function eventsByTime(tables: readonly RiskTable[]): Map<number, number> {
  const events = new Map<number, number>();
  for (const { rows } of tables) {
    for (const row of rows) if (row.events > 0) events.set(row.time, (events.get(row.time) ?? 0) + row.events);
  }
  return events;
}

/** A pivot below this part of its variance is what rounding has left of 0. */
const NOTHING = 1e-10;

/**
 * xᵀ V⁻ x with a generalised inverse, by elimination, and the rank of V. The excesses sum to 0, so that V lacks at least one rank; a group that was
 * never at risk, and groups that were never at risk together, make it lack more.
 */
function quadraticForm(excess: readonly number[], variance: readonly Float64Array[]) {
  const x = [...excess];
  const v = variance.map((row) => row.slice());
  const at = (row: number, column: number) => v[row]?.[column] ?? 0;
  let [statistic, rank] = [0, 0];
  for (const index of x.keys()) {
    const pivot = at(index, index);
    if (pivot <= NOTHING * (variance[index]?.[index] ?? 0)) continue;
    const own = x[index] ?? 0;
    statistic += own ** 2 / pivot;
    rank += 1;
    for (let row = index + 1; row < x.length; row += 1) {
      const times = at(row, index) / pivot;
      x[row] = (x[row] ?? 0) - times * own;
      v[row] = (v[row] ?? new Float64Array()).map((value, column) => value - times * at(index, column));
    }
  }
  return { statistic, rank };
}
