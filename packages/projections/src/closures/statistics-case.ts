import type { ClosureOutcome, OperationState, Source, WaitingOn } from '@rectify/engine/rectification';

/**
 * One closure cycle as statistics need it: plain values, with what was true at the instant of the answer. All that is counted and estimated
 * is made from such records alone. Instants are in milliseconds.
 */
export interface StatisticsCase {
  readonly mineId: string;
  /** Counts from 1 within the mine. */
  readonly cycle: number;
  readonly region: string;
  readonly procedure: string;
  readonly campaignId: string | null;
  /** The code of the order's grounds, or its text where it has none; null without an order. */
  readonly grounds: string | null;
  /** The office of whoever ordered it; null without an order. */
  readonly orderedBy: string | null;
  /** The region that the mine came from, if that was said. */
  readonly origin: string | null;
  readonly letterDemanded: boolean;
  readonly powerDirection: boolean;
  readonly capacity: { readonly amount: number; readonly unit: string };
  readonly since: number;
  /** When it ended, else the instant of the answer: how far it was watched. */
  readonly until: number;
  /** How it ended; null while ongoing. */
  readonly outcome: ClosureOutcome | null;
  /** Where an ongoing one stands and what it waits for; null of one that ended. */
  readonly now: { readonly state: OperationState; readonly waitingOn: WaitingOn } | null;
  /** How it went from `since` to `until`, without gaps, oldest first. */
  readonly stretches: readonly CaseStretch[];
  /** The offices whose deadlines were put on record as passed, one for each deadline. */
  readonly lateOffices: readonly string[];
  /** What was reported lost while it was shut, in the order reported. */
  readonly losses: readonly CaseLoss[];
}

/** A time within a closure in which it was in one state and waited for one party. */
export interface CaseStretch {
  readonly state: OperationState;
  readonly waitingOn: WaitingOn;
  readonly from: number;
  readonly to: number;
}

/** Capacity reported lost each day from one instant to another, both within the closure. */
export interface CaseLoss {
  readonly eventId: string;
  readonly reportedAt: string;
  readonly source: Source | null;
  readonly amountPerDay: number;
  readonly approximate: boolean;
  readonly unit: string;
  readonly scope: 'mine' | 'campaign';
  readonly from: number;
  readonly to: number;
}
