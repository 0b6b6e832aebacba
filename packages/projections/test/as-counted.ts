import { CENSORED, describeSurvival, kaplanMeier, type Observation, quantile } from '@rectify/analytics';
import {
  type ClosureOutcome,
  type FoldedMine,
  milliseconds,
  operationState,
  statusOf,
  waitingOn,
} from '@rectify/engine';
import { casesOf } from '../src/closures/cases-of-mine.ts';
import type { StatisticsCase } from '../src/closures/statistics-case.ts';
import type { Figures, GroupBy, StatisticsAnswer } from '../src/index.ts';

const DAY = 86_400_000;

/** A closure of a folded mine, and the mine. */
export interface CaseOfMine {
  readonly one: StatisticsCase;
  readonly folded: FoldedMine;
}

/** Every closure of folded mines, ongoing ones up to an instant. */
export function casesIn(mines: readonly FoldedMine[], at: string): CaseOfMine[] {
  return mines.flatMap((folded) => casesOf(folded, at).map((one) => ({ one, folded })));
}

/** What each filter asks of a closure and its mine. */
export const caseFilters: readonly [Record<string, string>, (closure: CaseOfMine) => boolean][] = [
  [{}, () => true],
  [{ region: 'CN-GZ' }, ({ one }) => one.region === 'CN-GZ'],
  [{ ongoing: 'true' }, ({ one }) => one.outcome === null],
  [{ ongoing: 'false' }, ({ one }) => one.outcome !== null],
  [{ outcome: 'reopened,decommissioned' }, ({ one }) => one.outcome === 'reopened' || one.outcome === 'decommissioned'],
  [{ campaign: 'winter' }, ({ one }) => one.campaignId === 'winter'],
  [{ cycle: '2' }, ({ one }) => one.cycle === 2],
  [{ grounds: 'Other grounds' }, ({ one }) => one.grounds === 'Other grounds'],
  [{ orderedBy: 'tax' }, ({ one }) => one.orderedBy === 'tax'],
  [{ letter: 'true' }, ({ one }) => one.letterDemanded],
  [{ power: 'false' }, ({ one }) => !one.powerDirection],
  [{ without: 'campaign' }, ({ one }) => one.campaignId === null],
  [{ procedure: 'rectification@1' }, ({ one }) => one.procedure === 'rectification@1'],
  [{ capacity: '10-100 MW' }, ({ one }) => one.capacity.amount === 20],
  [{ status: 'closed,reopened' }, ({ folded }) => ['closed', 'reopened'].includes(statusOf(folded.value.operation))],
  [{ state: 'inspected' }, ({ folded }) => folded.value.operation === 'inspected'],
  [{ shut: 'false' }, ({ folded }) => ['operating', 'reopened', 'decommissioned'].includes(folded.value.operation)],
  [{ waitingOn: 'authority' }, ({ folded }) => waitingOn(folded.value, folded.mine).party === 'authority'],
  [{ office: 'energy' }, ({ folded }) => waitingOn(folded.value, folded.mine).office === 'energy'],
  [{ assignee: 'zhang.hua' }, ({ folded }) => folded.mine.assignee === 'zhang.hua'],
  [{ q: 'second operator' }, ({ folded }) => folded.mine.operator.name === 'Second operator'],
  [{ from: '2018-11-12T06:00:00Z' }, ({ one }) => one.until > milliseconds('2018-11-12T06:00:00Z')],
];

/** The group of a closure. */
export function groupOf({ one }: CaseOfMine, by: GroupBy): string | null {
  const groups: Readonly<Record<GroupBy, string | null>> = {
    region: one.region,
    office: one.orderedBy,
    grounds: one.grounds,
    campaign: one.campaignId,
    cycle: String(one.cycle),
    procedure: one.procedure,
    origin: one.origin,
    letter: String(one.letterDemanded),
    power: String(one.powerDirection),
    capacity: one.capacity.unit === 'MW' ? '10-100 MW' : one.capacity.unit,
  };
  return groups[by];
}

/** The figures of closures, counted one by one; `from` begins the window. */
export function figuresAsCounted(cases: readonly CaseOfMine[], from: string | undefined): Partial<Figures> {
  const window = from === undefined ? Number.NEGATIVE_INFINITY : milliseconds(from);
  const all = cases.map(({ one }) => one);
  const ended = all.filter(({ outcome }) => outcome !== null);
  const ongoing = all.flatMap(({ now }) => now ?? []);
  const outcome = (which: ClosureOutcome) => all.filter((one) => one.outcome === which).length;
  const waitsFor = (party: string) => ongoing.filter((now) => now.waitingOn.party === party).length;
  return {
    total: all.length,
    ongoing: ongoing.length,
    ended: ended.length,
    byOutcome: {
      reopened: outcome('reopened'),
      withdrawn: outcome('withdrawn'),
      quashed: outcome('quashed'),
      decommissioned: outcome('decommissioned'),
    },
    waitingOn: {
      owner: waitsFor('owner'),
      authority: waitsFor('authority'),
      nobody: waitsFor('nobody'),
      byOffice: counts(ongoing.flatMap((now) => now.waitingOn.office ?? [])),
    },
    lateByOffice: counts(all.flatMap(({ lateOffices }) => lateOffices)),
    perState: Object.fromEntries(
      operationState.options.flatMap((state) => {
        const inIt = all.filter(
          ({ now, stretches }) =>
            now?.state === state || stretches.some((one) => one.state === state && one.to > window),
        );
        return inIt.length === 0 ? [] : [[state, timeIn(state, inIt, window)]];
      }),
    ),
    survival: survivalOf(all, window),
  };
}

function timeIn(state: string, cases: readonly StatisticsCase[], window: number) {
  const spanIn = ({ stretches }: StatisticsCase) =>
    sum(stretches.map((one) => (one.state === state ? Math.max(0, one.to - Math.max(one.from, window)) : 0)));
  const others = cases.filter(({ now }) => now?.state !== state);
  const stays = cases.flatMap((one) => staysOf(one, state, window));
  const curve = kaplanMeier(stays);
  return {
    closures: cases.length,
    now: cases.length - others.length,
    total: sum(cases.map(spanIn)),
    mean: others.length === 0 ? null : Math.round(sum(others.map(spanIn)) / others.length),
    stays: stays.length,
    staysGoingOn: stays.filter(({ outcome }) => outcome === CENSORED).length,
    tenthPercentile: quantile(curve, 0.1),
    firstQuartile: quantile(curve, 0.25),
    median: quantile(curve, 0.5),
    thirdQuartile: quantile(curve, 0.75),
    ninetiethPercentile: quantile(curve, 0.9),
    waitedOn: waitsIn(state, cases, window),
  };
}

function waitsIn(state: string, cases: readonly StatisticsCase[], window: number): Record<string, number> {
  const waits: Record<string, number> = {};
  for (const { stretches } of cases)
    for (const { state: its, waitingOn, from, to } of stretches) {
      if (its !== state || to <= window) continue;
      const key = `${waitingOn.party} ${waitingOn.office}`;
      waits[key] = (waits[key] ?? 0) + to - Math.max(from, window);
    }
  return waits;
}

/** The uninterrupted times of a closure in a state that were not over before the window. */
function staysOf({ stretches, now, until }: StatisticsCase, state: string, window: number): Observation[] {
  const runs: { from: number; to: number }[] = [];
  for (const [index, { state: its, from, to }] of stretches.entries()) {
    if (its !== state) continue;
    const last = runs.at(-1);
    if (last && stretches[index - 1]?.state === state) last.to = to;
    else runs.push({ from, to });
  }
  return runs
    .filter(({ to }) => to > window)
    .map(({ from, to }) => ({
      time: (to - from) / DAY,
      entry: window > from ? (window - from) / DAY : undefined,
      outcome: now?.state === state && to === until ? CENSORED : 'left',
    }));
}

function survivalOf(cases: readonly StatisticsCase[], window: number): Figures['survival'] {
  const observations = cases
    .map(({ since, until, outcome }) => ({
      time: (until - since) / DAY,
      entry: window > since ? (window - since) / DAY : undefined,
      outcome: outcome ?? CENSORED,
    }))
    .filter(({ time, entry }) => entry === undefined || entry < time);
  const outcomes = ['reopened', 'withdrawn', 'quashed', 'decommissioned'];
  const [described] = describeSurvival(observations, { at: [7, 30, 90, 180, 365], outcomes }).groups;
  if (!described) throw new Error('Nothing was described.');
  const { group: _, ...survival } = described;
  return survival;
}

/** Figures as answered, in the shape of those counted. */
export function asCounted({
  total,
  ongoing,
  ended,
  byOutcome,
  waitingOn,
  lateByOffice,
  perState,
  survival,
}: Figures | StatisticsAnswer): unknown {
  return {
    total,
    ongoing,
    ended,
    byOutcome,
    waitingOn,
    lateByOffice,
    perState: Object.fromEntries(
      Object.entries(perState).map(([state, time]) => [
        state,
        {
          ...time,
          total: time.total.milliseconds,
          mean: time.mean?.milliseconds ?? null,
          waitedOn: Object.fromEntries(
            time.waitedOn.map(({ party, office, milliseconds }) => [`${party} ${office}`, milliseconds]),
          ),
        },
      ]),
    ),
    survival,
  };
}

function counts(values: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
