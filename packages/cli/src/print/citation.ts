import type { Citation } from '@rectify/projections';
import { table } from './table.ts';
import { beijing, counted } from './times.ts';

/** A citation in plain words, its link last. */
export function citationInWords(cited: Citation): string {
  const { value, figure, query, asOf, knownAt, recomputed, today, stands, changedBy, more, arrivedSince } = cited;
  const rows = changedBy.map((one) => [one.mineId, beijing(one.recordedAt), one.type, one.kind, one.reason ?? '']);
  return [
    `${figure} of ${query} is ${JSON.stringify(value)}, as of ${beijing(asOf)}, as known on ${beijing(knownAt)}.`,
    ...(recomputed === value ? [] : [`Worked out again it is ${JSON.stringify(recomputed)}.`]),
    stands
      ? `It stands by all that is known on ${beijing(today.knownAt)}.`
      : `By all that is known on ${beijing(today.knownAt)} it is ${JSON.stringify(today.value)}.`,
    ...(rows.length === 0 ? [] : ['', table(['MINE', 'RECORDED', 'EVENT', 'KIND', 'REASON'], rows)]),
    ...(more ? ['There is more of it than is shown.'] : []),
    ...(arrivedSince?.length ? [`${counted(arrivedSince.length, 'event')} recorded by then came later.`] : []),
    '',
    cited.link,
  ].join('\n');
}
