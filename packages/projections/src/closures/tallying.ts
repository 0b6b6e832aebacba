import type { ClosureTally } from './closure-tally.ts';

/** A closure as it is counted. Instants in milliseconds. */
export interface ClosureCounted {
  readonly since: number;
  /** When it ended, or how far it was watched. */
  readonly until: number;
  /** The place in `closureOutcome`; -1 while it goes on. */
  readonly outcome: number;
  /** Where an ongoing one stands and whom it waits for: the places in `operationState` and in the parties. */
  readonly state: number;
  readonly waitingOn: number;
}

/** Counts closures one by one: each is begun, then come its stretches without gaps, oldest first. */
export interface Tallying {
  begin(closure: ClosureCounted): void;
  /** A part of the closure, from one instant to a later one, in a state, in which it waited for one of the parties. */
  stretch(state: number, waitingOn: number, from: number, to: number): void;
  /** A deadline of an office that was put on record as passed in the closure. */
  late(office: string): void;
  end(): void;
  tally(): ClosureTally;
}
