import type { GroupSurvival, SurvivalAnswer } from '@rectify/analytics';
import { byWhen, chiSquared, fixed, NOTHING_TO_COMPARE, round } from './estimates.ts';
import { heading } from './output.ts';
import { table } from './table.ts';

/** A group of fewer than this is marked: its figures say little. */
const FEW = 5;

type Logrank = NonNullable<SurvivalAnswer['logRank']>;
type Point = GroupSurvival['outcomes'][number]['incidence'][number]['incidence'];

/** Survival in words and tables. `by` is what the groups are called, such as the column's name. */
export function survivalInWords({ confidence, groups, logRank }: SurvivalAnswer, by = 'group'): string {
  const limits = `${round(confidence * 100, 6)} %`;
  return [
    overview(groups, by, limits),
    ...groups.flatMap((group) => ['', pointsOf(group, limits), ...outcomesOf(group, limits)]),
    ...(groups.length > 1 ? ['', logRank ? comparison(logRank, by) : NOTHING_TO_COMPARE] : []),
    '',
    `Limits are at ${limits}; … means that the curve, or its limit, does not come down so far.`,
  ].join('\n');
}

function overview(groups: readonly GroupSurvival[], by: string, limits: string): string {
  const rows = groups.map(({ group, n, events, censored, quartiles, restrictedMean }) => [
    group ?? (groups.length > 1 ? 'none' : 'all'),
    String(n),
    String(events),
    String(censored),
    byWhen(quartiles.first),
    byWhen(quartiles.median),
    byWhen(quartiles.third),
    restrictedMean
      ? `${round(restrictedMean.value, 2)} ± ${round(restrictedMean.standardError, 2)}, of ${round(restrictedMean.upTo, 4)} at most`
      : '',
    n < FEW ? 'few' : '',
  ]);
  const columns = [
    by.toUpperCase(),
    'N',
    'ENDED',
    'NOT ENDED',
    'A QUARTER BY',
    `HALF BY (${limits})`,
    'THREE QUARTERS BY',
  ];
  return table([...columns, 'RESTRICTED MEAN'], rows, { right: [1, 2, 3] });
}

function pointsOf({ group, survival }: GroupSurvival, limits: string): string {
  const rows = survival.map(({ time, atRisk, events, censored, survival: point }) => [
    ...[round(time, 4), atRisk, events, censored].map(String),
    ...estimated(point),
  ]);
  const columns = ['TIME', 'AT RISK', 'ENDED', 'LAST SEEN', 'SURVIVAL', 'ERROR', `FROM (${limits})`, 'TO'];
  return [heading(`Survival${ofGroup(group)}`), numbers(columns, rows)].join('\n');
}

function outcomesOf({ group, n, outcomes }: GroupSurvival, limits: string): string[] {
  const came = outcomes.filter(({ events }) => events > 0);
  if (came.length < 2) return [];
  return came.flatMap(({ outcome, events, incidence }) => [
    '',
    heading(`${outcome}${ofGroup(group)}: ${events} of ${n}`),
    numbers(
      ['TIME', 'INCIDENCE', 'ERROR', `FROM (${limits})`, 'TO'],
      incidence.map(({ time, incidence: point }) => [String(round(time, 4)), ...estimated(point)]),
    ),
  ]);
}

function comparison(logRank: Logrank, by: string): string {
  const rows = logRank.groups.map(({ group, n, observed, expected }) => [
    group,
    String(n),
    String(observed),
    fixed(expected, 2),
  ]);
  return [
    heading('Log-rank test'),
    table([by.toUpperCase(), 'N', 'ENDED', 'EXPECTED IF ALL ENDED ALIKE'], rows, { right: [1, 2, 3] }),
    chiSquared(logRank),
  ].join('\n');
}

function numbers(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return table(head, rows, { right: head.map((_, column) => column) });
}

function ofGroup(group: string | null): string {
  return group === null ? '' : `, ${group}`;
}

/** Value, error and limits of an estimate as four cells. */
function estimated(point: Point): string[] {
  if (!point) return ['', '', '', ''];
  return [point.value, point.standardError, point.lower, point.upper].map((part) =>
    part === null ? '' : fixed(part, 4),
  );
}
