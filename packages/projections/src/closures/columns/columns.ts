import { isShut, type OperationState, statusOf, type WaitingOn } from '@rectify/engine/rectification';
import { z } from 'zod';
import { standingIn } from '../stretches-table.ts';
import type { KeptLossReport } from '../told-tables.ts';
import { keyOf } from '../waits.ts';
import { type Interned, interning } from './interned.ts';
import { type NumberRows, numberRows } from './number-rows.ts';

/**
 * What is counted of closures, of all mines and as known at any instant, in memory: numbers one after the other, and what is the same of many once. Instants in
 * milliseconds; what has not happened, or is known still, is `FOREVER`. What is of one mine lies together, in the order of time.
 */
export interface Columns {
  readonly mineIds: readonly string[];
  readonly numbersOfMines: ReadonlyMap<string, number>;
  /** Where what is of a mine lies: {@link OF_MINE}. */
  readonly mines: NumberRows;
  /** {@link OF_STRETCH} */
  readonly stretches: NumberRows;
  /** {@link OF_CLOSURE} */
  readonly closures: NumberRows;
  /** {@link OF_REQUEST} */
  readonly requests: NumberRows;
  /** Deadlines of offices that passed, by the number of the mine; most have none. */
  readonly late: ReadonlyMap<number, readonly LateDeadline[]>;
  /** Reports of lost capacity, likewise. */
  readonly losses: ReadonlyMap<number, readonly Loss[]>;
  readonly standings: Interned<CountedStanding>;
  readonly kinds: Interned<ClosureKind>;
  /** The names of procedures. */
  readonly procedures: Interned<string>;
  /** Whom mines wait for. */
  readonly parties: readonly WaitingOn[];
  /** The number of somebody in `parties`. */
  partyOf(waitingOn: WaitingOn): number;
}

/** The columns of `mines`: rows from, and up to, that one excluded. */
export const OF_MINE = {
  stretchesFrom: 0,
  stretchesTo: 1,
  closuresFrom: 2,
  closuresTo: 3,
  requestsFrom: 4,
  requestsTo: 5,
} as const;

/** What of a mine lies together in rows: from `…From` up to `…To` of {@link OF_MINE}. */
export const LAID_TOGETHER = ['stretches', 'closures', 'requests'] as const;

/** One of {@link LAID_TOGETHER}. */
export type LaidTogether = (typeof LAID_TOGETHER)[number];

/** The columns of `stretches`. `standing` is a number of `standings`. */
export const OF_STRETCH = { begun: 0, knownFrom: 1, knownTo: 2, standing: 3 } as const;

/** The columns of `closures`. `outcome` is the place in `closureOutcome`, -1 without one, `kind` a number of `kinds`. */
export const OF_CLOSURE = {
  cycle: 0,
  since: 1,
  until: 2,
  outcome: 3,
  letter: 4,
  power: 5,
  knownFrom: 6,
  knownTo: 7,
  kind: 8,
} as const;

/**
 * The columns of `requests`: who has to answer those under four eyes that a mine has, under each procedure that it ever went by. `party` is a number of
 * `parties`, `procedure` one of `procedures`.
 */
export const OF_REQUEST = { procedure: 0, party: 1, knownFrom: 2, knownTo: 3 } as const;

/** On record from one instant until another, exclusive. */
export interface Known {
  readonly knownFrom: number;
  readonly knownTo: number;
}

/** A deadline of an office that passed in a closure. */
export interface LateDeadline extends Known {
  readonly occurred: number;
  readonly cycle: number;
  readonly office: string;
}

/** A report of lost capacity about a mine. */
export interface Loss extends Known {
  readonly occurred: number;
  readonly report: KeptLossReport;
}

/** How mines stand, whom they wait for by its number. */
export interface CountedStanding {
  readonly state: OperationState;
  readonly status: ReturnType<typeof statusOf>;
  readonly isShut: boolean;
  readonly region: string;
  readonly procedure: string;
  /** Its number in `procedures`. */
  readonly procedureNumber: number;
  readonly waitsForRequests: boolean;
  readonly waitingOn: number;
  readonly apartFromRequests: number;
}

const kind = z
  .tuple([
    z.string().nullable(),
    z.string().nullable(),
    z.string().nullable(),
    z.string().nullable(),
    z.string(),
    z.string(),
  ])
  .transform(([campaign, grounds, orderedBy, origin, capacity, procedure]) => {
    return { campaign, grounds, orderedBy, origin, capacity, procedure };
  });

/** What closures are filtered and grouped by that no time changes, and the procedure that one ended under. */
export type ClosureKind = z.infer<typeof kind>;

/** The columns of {@link ClosureKind} as one text. */
export const KIND = 'json_array(campaign, grounds, ordered_by, origin, capacity, procedure)';

/** Columns that can be written. */
export interface WritableColumns extends Columns {
  readonly mineIds: string[];
  readonly numbersOfMines: Map<string, number>;
  stretches: NumberRows;
  closures: NumberRows;
  requests: NumberRows;
  /** How many rows of each nothing leads to any more. */
  readonly left: Record<LaidTogether, number>;
  readonly late: Map<number, LateDeadline[]>;
  readonly losses: Map<number, Loss[]>;
}

/** Columns of no mine. */
export function emptyColumns(): WritableColumns {
  const procedures = interning((name) => name);
  const parties: WaitingOn[] = [];
  const numbers = new Map<string, number>();
  const partyOf = (waitingOn: WaitingOn) => {
    const key = keyOf(waitingOn);
    const number = numbers.get(key) ?? parties.push(waitingOn) - 1;
    numbers.set(key, number);
    return number;
  };
  return {
    mineIds: [],
    numbersOfMines: new Map(),
    mines: numberRows(Object.keys(OF_MINE).length),
    stretches: numberRows(Object.keys(OF_STRETCH).length),
    closures: numberRows(Object.keys(OF_CLOSURE).length),
    requests: numberRows(Object.keys(OF_REQUEST).length),
    left: { stretches: 0, closures: 0, requests: 0 },
    late: new Map(),
    losses: new Map(),
    standings: interning((text) => {
      const { waitingOn, apartFromRequests, state, region, procedure, waitsForRequests } = standingIn(text);
      return {
        state,
        status: statusOf(state),
        isShut: isShut(state),
        region,
        procedure,
        procedureNumber: procedures.numberOf(procedure),
        waitsForRequests,
        waitingOn: partyOf(waitingOn),
        apartFromRequests: partyOf(apartFromRequests),
      };
    }),
    procedures,
    kinds: interning((text) => kind.parse(JSON.parse(text))),
    parties,
    partyOf,
  };
}
