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

/** On whom it was waited, longest first. */
export function waitedOn(waits: readonly Wait[]): WaitedOn[] {
  const total = sum(waits.map(({ milliseconds }) => milliseconds));
  return [...Map.groupBy(waits, ({ waitingOn }) => keyOf(waitingOn)).values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const milliseconds = sum(same.map((wait) => wait.milliseconds));
      return [{ ...first.waitingOn, milliseconds, share: total === 0 ? 0 : milliseconds / total }];
    })
    .sort((a, b) => b.milliseconds - a.milliseconds);
}
