import type { BottleneckAnalysis } from '@rectify/projections';
import { byWhen } from './estimates.ts';
import { heading } from './output.ts';
import { operationInWords } from './states.ts';
import { table } from './table.ts';
import { beijing, counted, span } from './times.ts';

/** Where closures are held up, and by whom, as two tables. */
export function bottlenecksInWords({ closures, states, parties, asOf }: BottleneckAnalysis): string {
  if (closures === 0) return `No closures, as of ${beijing(asOf)}.`;
  const byState = states.map(({ state, stays, now, total, median, ninetiethPercentile, waitedOn }) => [
    operationInWords(state),
    String(stays),
    String(now),
    span(total.milliseconds),
    byWhen(median, 1),
    byWhen(ninetiethPercentile, 1),
    waitedOn.map((one) => `${named(one)} ${percent(one.share)}`).join(', '),
  ]);
  const byParty = parties.map((one) => [
    named(one),
    span(one.milliseconds),
    percent(one.share),
    String(one.now),
    String(one.late),
  ]);
  const head = ['STATE', 'STAYS', 'IN IT NOW', 'TIME', 'HALF OVER BY (DAYS)', 'NINE OF TEN BY', 'WAITING ON'];
  return [
    `${counted(closures, 'closure')}, as of ${beijing(asOf)}.`,
    '',
    heading('Time in each state'),
    table(head, byState, { right: [1, 2] }),
    '',
    heading('Waiting on'),
    table(['WHOM', 'TIME', 'SHARE', 'NOW', 'DEADLINES PASSED'], byParty, { right: [2, 3, 4] }),
    '',
    'Stays that go on count for as long as they have; limits are at 95 %, … where the curve or its limit does not come down so far.',
  ].join('\n');
}

function named({ party, office }: { readonly party: string; readonly office: string | null }): string {
  return office ?? party;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
