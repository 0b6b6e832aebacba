import type { PendingApproval } from './rectification/case/approvals.ts';
import type { Precision, Source } from './rectification/events/values.ts';
import type { Fact } from './rectification/fact.ts';
import type { FoldedMine } from './rectification/fold.ts';
import type { Person } from './rectification/roles.ts';
import type { Rejection } from './rejection.ts';

/** An event as someone sends it: not yet checked. */
export interface SentEvent {
  readonly type: string;
  readonly data: unknown;
  /** When it happened in the world; the moment of recording if absent. */
  readonly occurredAt?: string | undefined;
  readonly occurredAtPrecision?: Precision | undefined;
  readonly source?: Source | undefined;
}

/** One event for one mine, by someone, under a key. */
export interface SendCommand extends SentEvent {
  readonly mineId: string;
  readonly person: Person;
  /** The idempotency key, scoped to the person and the mine. */
  readonly commandId: string;
  /** What the sender last saw; a visible event after it refuses the command. To owners, the last revision visible to them. */
  readonly expectedRevision?: number | undefined;
  readonly correlationId?: string | undefined;
}

/** Several events of one mine as one act: all or none. */
export interface BatchCommand extends Omit<SendCommand, keyof SentEvent> {
  readonly events: readonly SentEvent[];
}

/** Registering a mine; without a `mineId` in `data` one is derived from person and key. */
export interface RegisterCommand extends Omit<SendCommand, 'mineId' | 'type' | 'expectedRevision'> {}

/** What became of a command. */
export type Outcome =
  /** Stored; `facts` are what it stored (also when the same command had done so before: `duplicate`). `mine` is the mine as it is now. */
  | {
      readonly kind: 'accepted';
      readonly facts: readonly Fact[];
      readonly mine: FoldedMine;
      readonly duplicate: boolean;
    }
  /** Stored as a request: another person has to grant it. `approval.answer` tells what became of it meanwhile. */
  | {
      readonly kind: 'approval';
      readonly approval: PendingApproval & { readonly answer: 'pending' | 'granted' | 'declined' | 'withdrawn' };
      readonly mine: FoldedMine;
      readonly duplicate: boolean;
    }
  /** Nothing was stored. In a batch, `index` says which event failed first. */
  | { readonly kind: 'rejected'; readonly rejection: Rejection; readonly index?: number };
