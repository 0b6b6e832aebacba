import type { EventType } from './rectification/events/events.ts';
import type { Reason } from './rectification/reason.ts';
import { role } from './rectification/roles.ts';

/** One thing wrong with what was sent, as an RFC 6901 pointer into the body and a sentence; `code` where it has a stable one. */
export interface Fault {
  readonly pointer: string;
  readonly code?: string;
  readonly detail: string;
}

/** Why nothing was stored: one typed value per thing that can go wrong, each with what a person needs. */
export type Rejection =
  /** The data does not fit the event type's schema, names something the procedure does not have, or lies in the future. */
  | { readonly code: 'invalid'; readonly faults: readonly Fault[] }
  | { readonly code: 'unknown-event-type'; readonly type: string }
  /** The same key was used before for something else. */
  | { readonly code: 'key-reused'; readonly commandId: string }
  /** There is no such mine, or the sender may not see it. */
  | { readonly code: 'unknown-mine'; readonly mineId: string }
  | { readonly code: 'mine-exists'; readonly mineId: string }
  /** The sender's role may not send this, or not in this region. */
  | { readonly code: 'forbidden'; readonly detail: string; readonly who: readonly string[] }
  /** The statechart has no such step from here. */
  | { readonly code: 'illegal-transition'; readonly reasons: readonly Reason[]; readonly next: readonly EventType[] }
  /** Conditions are unmet; all of them are listed. */
  | { readonly code: 'condition-not-met'; readonly reasons: readonly Reason[]; readonly next: readonly EventType[] }
  /** The mine is not at the revision that the sender expected. */
  | { readonly code: 'stale'; readonly expected: number; readonly actual: number }
  /** The event is larger than a store takes. */
  | { readonly code: 'too-large'; readonly bytes: number };

/** A rejection as reasons, for a list of cases in which each is told why alone. */
export function whyRefused(rejection: Rejection): readonly Reason[] {
  const alone = (detail: string): Reason[] => [{ code: rejection.code, detail, who: 'nobody' }];
  switch (rejection.code) {
    case 'illegal-transition':
    case 'condition-not-met':
      return rejection.reasons;
    case 'forbidden':
      return [{ code: 'not-yours', detail: rejection.detail, who: role.safeParse(rejection.who[0]).data ?? 'nobody' }];
    case 'invalid':
      return rejection.faults.map(({ pointer, detail }) => ({
        code: 'invalid',
        detail: `${pointer} ${detail}`,
        who: 'nobody',
        about: pointer,
      }));
    case 'unknown-event-type':
      return alone(`There is no event type ${rejection.type}.`);
    case 'key-reused':
      return alone('The same key was used for something else.');
    case 'unknown-mine':
      return alone(`There is no mine ${rejection.mineId}.`);
    case 'mine-exists':
      return alone(`There is a mine ${rejection.mineId} already.`);
    case 'stale':
      return alone(`The mine is at revision ${rejection.actual}, not at ${rejection.expected}.`);
    case 'too-large':
      return alone(`This is ${rejection.bytes} bytes or more, which is more than is stored at once.`);
  }
}
