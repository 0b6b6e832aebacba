import {
  type FoldedMine,
  isoDuration,
  type OperationState,
  operationState,
  waitingOn,
} from '@rectify/engine/rectification';
import type { ListedClosure } from './closure-answer.ts';
import type { Figures, Span } from './statistics-answer.ts';

/** A closure with the mine it belongs to, as statistics need it. */
export interface CountedClosure {
  readonly closure: ListedClosure;
  readonly mine: FoldedMine;
}

const DAY = 86_400_000;

/**
 * Counts and measures closures: domain.md, "Measures". Until censoring is handled, mean and median are of the closures that ended
 * and named so; decommissioning competes with reopening and is counted apart.
 */
export function figuresOf(closures: readonly CountedClosure[]): Figures {
  const ongoing = closures.filter(({ closure }) => closure.ongoing);
  const ended = closures.filter(({ closure }) => !closure.ongoing);
  const ranAgain = ended.filter(({ closure }) => closure.outcome !== 'decommissioned');
  const spans = ranAgain.map(({ closure }) => closure.milliseconds);
  const outcomes = (outcome: string) => ended.filter(({ closure }) => closure.outcome === outcome).length;
  return {
    total: closures.length,
    ongoing: ongoing.length,
    ended: ended.length,
    byOutcome: {
      reopened: outcomes('reopened'),
      withdrawn: outcomes('withdrawn'),
      quashed: outcomes('quashed'),
      decommissioned: outcomes('decommissioned'),
    },
    waitingOn: waitingOnOf(ongoing),
    lateByOffice: lateByOfficeOf(closures),
    perState: perStateOf(closures),
    endedOnly: {
      count: ranAgain.length,
      notCounted: ongoing.length,
      decommissioned: ended.length - ranAgain.length,
      mean: meanOf(spans),
      median: medianOf(spans),
    },
  };
}

function waitingOnOf(ongoing: readonly CountedClosure[]): Figures['waitingOn'] {
  const waits = ongoing.map(({ mine: { value, mine } }) => waitingOn(value, mine));
  const parties = (party: string) => waits.filter((one) => one.party === party).length;
  const byOffice = new Map<string, number>();
  for (const { office } of waits) if (office !== null) byOffice.set(office, (byOffice.get(office) ?? 0) + 1);
  return {
    owner: parties('owner'),
    authority: parties('authority'),
    nobody: parties('nobody'),
    byOffice: Object.fromEntries(byOffice),
  };
}

function lateByOfficeOf(closures: readonly CountedClosure[]): Figures['lateByOffice'] {
  const late = closures.flatMap(({ closure, mine: { mine } }) =>
    mine.passed.flatMap(({ cycle, who }) => (cycle === closure.cycle && who !== null && who !== 'owner' ? [who] : [])),
  );
  return Object.fromEntries([...Map.groupBy(late, (office) => office)].map(([office, each]) => [office, each.length]));
}

function perStateOf(closures: readonly CountedClosure[]): Figures['perState'] {
  const perState: Figures['perState'] = {};
  for (const state of operationState.options) {
    const been = closures.filter((one) => one.closure.perState[state] !== undefined || isIn(one, state));
    if (been.length === 0) continue;
    const spanOf = ({ closure }: CountedClosure) => closure.perState[state] ?? 0;
    const left = been.filter((one) => !isIn(one, state));
    perState[state] = {
      closures: been.length,
      now: been.length - left.length,
      total: spanOfMilliseconds(sum(been.map(spanOf))),
      mean: meanOf(left.map(spanOf)),
    };
  }
  return perState;
}

function isIn({ closure, mine }: CountedClosure, state: OperationState): boolean {
  return closure.ongoing && mine.value.operation === state;
}

function meanOf(values: readonly number[]): Span | null {
  return values.length === 0 ? null : spanOfMilliseconds(sum(values) / values.length);
}

/** The middle value; of an even number of values the mean of the two in the middle. */
function medianOf(values: readonly number[]): Span | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return meanOf(middle);
}

function spanOfMilliseconds(exact: number): Span {
  const milliseconds = Math.round(exact);
  return { milliseconds, duration: isoDuration(milliseconds), days: Math.round((milliseconds / DAY) * 10) / 10 };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
