import type { Instants } from '@rectify/engine';
import {
  changesQuery,
  closureQuery,
  courseQuery,
  mineQuery,
  type Reads,
  statisticsQuery,
  type TimeReads,
} from '@rectify/projections';
import { percentile } from './figures.ts';
import type { Asked, ReadFigures } from './read-figures.ts';

/** Each is asked so often, or until it took so many milliseconds altogether. */
const OFTEN = 40;
const LONG = 4_000;
const FEWEST = 3;

const DAY = 86_400_000;

type Question = readonly [string, (at: Instants) => Promise<unknown>];

/** Asks the read side of a store that was filled variously up to `now` about the present, and about an instant in the middle of it as known some months later. */
export async function askAll(reads: Reads & TimeReads, someMine: string, now: Date): Promise<ReadFigures['questions']> {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString();
  const asking = { viewer: { kind: 'official' }, now: now.toISOString() } as const;
  const list = (filters: object) => (at: Instants) => reads.listMines(mineQuery.parse({ ...filters, ...at }), asking);
  const questions: readonly Question[] = [
    ['a page of mines', list({})],
    ['shut, last changed first', list({ shut: 'true', sort: '-lastChange' })],
    ['shut, closed longest first', list({ shut: 'true', sort: '-days' })],
    ['of one region, by name', list({ region: 'CN-GZ', sort: 'name' })],
    ['found by words', list({ q: 'operator 77' })],
    ['one mine', (at) => reads.mine(someMine, at, asking)],
    ['counts of mines', (at) => reads.countMines({ ...at }, asking)],
    ['a page of closures', (at) => reads.listClosures(closureQuery.parse({ ...at }), asking)],
    ['statistics by region', (at) => reads.statistics(statisticsQuery.parse({ groupBy: 'region', ...at }), asking)],
    [
      'series of a year',
      (at) =>
        reads.course(
          courseQuery.parse({ from: before(730).slice(0, 10), to: before(366).slice(0, 10), ...at }),
          asking,
        ),
    ],
    [
      'what changed in a week',
      ({ knownAt }) => reads.changes(changesQuery.parse({ from: before(537), to: before(530), knownAt }), asking),
    ],
  ];
  const past = { asOf: before(530), knownAt: before(440) };
  const asked: ReadFigures['questions'] = [];
  for (const [what, question] of questions)
    asked.push({ what, present: await askOften(() => question({})), past: await askOften(() => question(past)) });
  return asked;
}

async function askOften(question: () => Promise<unknown>): Promise<Asked> {
  const took: number[] = [];
  await question();
  for (let total = 0; took.length < FEWEST || (took.length < OFTEN && total < LONG); ) {
    const began = performance.now();
    await question();
    took.push(performance.now() - began);
    total += took.at(-1) ?? 0;
  }
  return { p50: percentile(took, 50), p99: percentile(took, 99) };
}
