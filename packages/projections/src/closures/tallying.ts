import type { ClosureTally } from './closure-tally.ts';

/** Counts closures one by one: each is begun, then come its stretches without gaps, oldest first. */
export interface Tallying {
  /**
   * A closure from one instant until it ended, or how far it was watched, in milliseconds. `outcome` is the place in `closureOutcome`, -1 of one that goes on: it
   * stands in a state and waits for somebody, by their places in `operationState` and in the parties.
   */
  begin(since: number, until: number, outcome: number, state: number, waitingOn: number): void;
  /** A part of the closure, from one instant to a later one, in a state, in which it waited for one of the parties. */
  stretch(state: number, waitingOn: number, from: number, to: number): void;
  /** A deadline of an office that was put on record as passed in the closure. */
  late(office: string): void;
  end(): void;
  tally(): ClosureTally;
}
