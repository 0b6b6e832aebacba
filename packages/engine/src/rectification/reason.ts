import type { Role } from './roles.ts';

/** Why an event cannot happen: a stable code, a sentence for a person, and who can change it. */
export interface Reason {
  readonly code: string;
  /** A sentence in plain English; `code` and `about` let a page say it in another language. */
  readonly detail: string;
  /** The role that can change it, or `nobody`. */
  readonly who: Role | 'nobody';
  /** The office that can change it, where it is another than the role's own. */
  readonly office?: string;
  /** What it is about: a requirement's or check's code, an id, a number. */
  readonly about?: string;
}

/** Reasons which mean that the statechart has no such step from here, rather than that a condition is unmet. */
export const NO_SUCH_STEP: ReadonlySet<string> = new Set([
  'no-such-step',
  'decommissioned',
  'no-appeal-pending',
  'not-relocating',
]);
