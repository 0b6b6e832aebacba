import type { EventType } from '../rectification/events/events.ts';
import type { Role } from '../rectification/roles.ts';

/** One step of a way: an event that somebody has to send. */
export interface WayStep {
  readonly type: EventType;
  readonly role: Role;
  /** The code or id of what it is about; an id that the mine does not have yet is the one that a form would propose. */
  readonly for?: string;
  /** Under four eyes, the role of the other person who has to grant it. Both together are one step. */
  readonly approvedBy?: Role;
}

/**
 * What a search for a way came to, and at how many standings it looked. `none`: there is no way, whatever people do. `gave-up`: it looked at as
 * many as it may, so there may be a way or none.
 */
export type Way =
  | { readonly pathSearch: 'found'; readonly path: readonly WayStep[]; readonly looked: number }
  | { readonly pathSearch: 'none'; readonly path: null; readonly looked: number }
  | { readonly pathSearch: 'gave-up'; readonly path?: undefined; readonly looked: number };
