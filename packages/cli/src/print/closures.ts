import type { Figures, ListedClosure, Span, StatisticsAnswer } from '@rectify/projections';
import { heading } from './output.ts';
import { table } from './table.ts';
import { beijing, counted, span } from './times.ts';

/** Statistics of closures in words: how many, how many still shut, on whom they wait, and what the figures leave out. */
export function statisticsInWords(statistics: StatisticsAnswer): string {
  const { total, ongoing, ended, waitingOn, groups, groupBy } = statistics;
  if (total === 0) return `No closures, as of ${beijing(statistics.asOf)}.`;
  const waiting = Object.entries(waitingOn.byOffice).map(([office, number]) => `${office} ${number}`);
  return [
    `${counted(total, 'closure')}: ${ongoing} still shut, ${ended} ended, as of ${beijing(statistics.asOf)}.`,
    endedOnlySentence(statistics.endedOnly),
    ...(ongoing === 0
      ? []
      : [
          `Waiting on the owner: ${waitingOn.owner}; on the authority: ${waitingOn.authority}${
            waiting.length === 0 ? '' : ` (${waiting.join(', ')})`
          }.`,
        ]),
    ...(groups ? ['', groupTable(groupBy ?? 'group', groups)] : []),
  ].join('\n');
}

/** What the duration figures say and leave out: "of the 9 that ended; 31 still shut are not counted". */
function endedOnlySentence({ count, notCounted, decommissioned, mean, median }: Figures['endedOnly']): string {
  const left = [
    ...(notCounted > 0 ? [`${notCounted} still shut ${notCounted === 1 ? 'is' : 'are'} not counted`] : []),
    ...(decommissioned > 0
      ? [`${decommissioned} decommissioned ${decommissioned === 1 ? 'is' : 'are'} not counted`]
      : []),
  ];
  if (!mean || !median)
    return ['None has ended in a reopening yet, so there is no mean or median duration', ...left]
      .join('; ')
      .concat('.');
  const figures = `Median ${inDays(median)}, mean ${inDays(mean)}`;
  return `${[`${figures}, of the ${count} that ended`, ...left].join('; ')}.`;
}

function groupTable(by: string, groups: NonNullable<StatisticsAnswer['groups']>): string {
  const rows = groups.map(({ group, total, ongoing, ended, endedOnly }) => [
    group ?? 'none',
    String(total),
    String(ongoing),
    String(ended),
    endedOnly.median ? inDays(endedOnly.median) : '',
    endedOnly.mean ? inDays(endedOnly.mean) : '',
  ]);
  return table([by.toUpperCase(), 'CLOSURES', 'STILL SHUT', 'ENDED', 'MEDIAN (ENDED ONLY)', 'MEAN (ENDED ONLY)'], rows);
}

function inDays({ milliseconds, days }: Span): string {
  return milliseconds < 86_400_000 ? span(milliseconds) : `${days} days`;
}

/** Closures as a table: one line each. */
export function closureTable(closures: readonly ListedClosure[]): string {
  const rows = closures.map((closure) => [
    closure.mineId,
    closure.name,
    closure.region,
    String(closure.cycle),
    beijing(closure.since, closure.sincePrecision),
    closure.until === null ? '' : beijing(closure.until),
    String(closure.days),
    `${closure.outcome ?? 'still shut'}${closure.underAppeal ? ', under appeal' : ''}`,
  ]);
  return [
    heading('Closures'),
    table(['MINE', 'NAME', 'REGION', 'CYCLE', 'SINCE', 'UNTIL', 'DAYS', 'OUTCOME'], rows, { right: [3, 6] }),
  ].join('\n');
}
