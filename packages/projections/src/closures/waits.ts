import type { WaitingOn } from '@rectify/engine/rectification';
import { sum } from './spans.ts';

/** A time in which closures waited for somebody. */
export interface Wait {
  readonly waitingOn: WaitingOn;
  readonly milliseconds: number;
}

/** A party or office, with how long it was waited for. */
export interface WaitedOn extends WaitingOn {
  readonly milliseconds: number;
  /** Of all the time, from 0 to 1. */
  readonly share: number;
}

/** Names a party and its office as one, to tell them apart by. */
export function keyOf({ party, office }: WaitingOn): string {
  return `${party}/${office ?? ''}`;
}

/** Adds up waits for each party and office. */
interface AddedWaits {
  add(waitingOn: WaitingOn, milliseconds: number): void;
  /** One for each. */
  waits(): Wait[];
}

/** Starts with no waits. */
function addingWaits(): AddedWaits {
  const sums = new Map<string, { readonly waitingOn: WaitingOn; milliseconds: number }>();
  return {
    add(waitingOn, milliseconds) {
      const key = keyOf(waitingOn);
      const held = sums.get(key);
      if (held) held.milliseconds += milliseconds;
      else sums.set(key, { waitingOn, milliseconds });
    },
    waits: () => [...sums.values()],
  };
}

/** Waits with one for each party and office. */
export function addedUp(waits: readonly Wait[]): Wait[] {
  const added = addingWaits();
  for (const { waitingOn, milliseconds } of waits) added.add(waitingOn, milliseconds);
  return added.waits();
}

/** On whom it was waited, longest first. */
export function waitedOn(waits: readonly Wait[]): WaitedOn[] {
  const total = sum(waits.map(({ milliseconds }) => milliseconds));
  return addedUp(waits)
    .map(({ waitingOn, milliseconds }) => ({
      ...waitingOn,
      milliseconds,
      share: total === 0 ? 0 : milliseconds / total,
    }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}
