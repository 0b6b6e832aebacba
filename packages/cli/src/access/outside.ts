import { randomUUID } from 'node:crypto';

/** Time and ids, which come from outside. */
export interface Outside {
  /** The instant now, ISO 8601. */
  readonly clock: () => string;
  /** A new UUID. */
  readonly newId: () => string;
}

/** The machine's clock and random ids. */
export const outside: Outside = { clock: () => new Date().toISOString(), newId: randomUUID };
