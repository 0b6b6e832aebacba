import type { Caller } from '@rectify/api';
import type { EventAnswer } from '@rectify/projections';

/** Who does something, under which idempotency key (one is made where it is undefined). */
export interface Act {
  readonly caller: Caller;
  readonly key: string | undefined;
}

/** An event as it is sent: not yet checked. */
export interface Sent {
  readonly type: string;
  readonly data: unknown;
  readonly occurredAt?: string | undefined;
  readonly occurredAtPrecision?: EventAnswer['occurredAtPrecision'] | undefined;
}
