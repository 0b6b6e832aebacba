import {
  type Closure,
  endOfDay,
  everyClosure,
  type FoldedMine,
  type Mine,
  milliseconds,
  startOfDay,
  waitingOn,
} from '@rectify/engine/rectification';
import type { CaseLoss, CaseStretch, StatisticsCase } from './statistics-case.ts';

/** Every closure cycle of a folded mine as statistics need it, oldest first, ongoing ones up to `at`. */
export function casesOf(folded: FoldedMine, at: string): StatisticsCase[] {
  return everyClosure(folded.mine).map((closure) => caseOf(closure, folded, at));
}

/** What an order closes for: the code of its grounds, or their text where it has none. */
export function groundsOf({ order }: Pick<Closure, 'order'>): string | null {
  return order ? (order.groundsCode ?? order.grounds) : null;
}

function caseOf(closure: Closure, folded: FoldedMine, at: string): StatisticsCase {
  const { mine, value } = folded;
  const since = milliseconds(closure.since);
  const until = Math.max(since, milliseconds(closure.until ?? at));
  return {
    mineId: mine.mineId,
    cycle: closure.cycle,
    region: mine.region,
    procedure: closure.procedure,
    campaignId: closure.order?.campaignId ?? null,
    grounds: groundsOf(closure),
    orderedBy: closure.orderedBy,
    origin: mine.origin?.region ?? null,
    letterDemanded: closure.letterDemandedAt !== null,
    powerDirection: closure.powerDirectedAt !== null,
    capacity: mine.capacity,
    since,
    until,
    outcome: closure.outcome,
    now: closure.until === null ? { state: value.operation, waitingOn: waitingOn(value, mine) } : null,
    stretches: stretchesOf(folded, since, until),
    lateOffices: mine.passed.flatMap(({ cycle, who }) =>
      cycle === closure.cycle && who !== null && who !== 'owner' ? [who] : [],
    ),
    losses: lossesOf(closure, mine, since, until),
  };
}

function stretchesOf({ course }: FoldedMine, since: number, until: number): CaseStretch[] {
  return course.flatMap(({ at, operation, waitingOn: waiting }, index) => {
    const next = course[index + 1];
    const from = Math.max(since, milliseconds(at));
    const to = Math.min(until, next ? milliseconds(next.at) : until);
    return to > from ? [{ state: operation, waitingOn: waiting, from, to }] : [];
  });
}

/** The days of a report are whole ones in the zone of the closure; one that names no last day runs as long as the closure. */
function lossesOf({ zone }: Closure, { lostCapacity }: Mine, since: number, until: number): CaseLoss[] {
  return lostCapacity.flatMap(({ from, to, approximate, ...report }) => {
    const begin = Math.max(since, milliseconds(startOfDay(from, zone)));
    const end = to === undefined ? until : Math.min(until, milliseconds(endOfDay(to, zone)) + 1);
    return end > begin ? [{ ...report, approximate: approximate ?? false, from: begin, to: end }] : [];
  });
}
