import { isBefore } from './positions.ts';

/** Since which position what happens is followed; undefined while nothing is. */
let from: string | undefined;
/** The earliest position of an answer that came while nothing was followed. */
let earliest: string | undefined;
let missed: () => void = () => {};

/**
 * To be called when something is asked; answers what takes the position of the answer. What was asked before anything was followed may be answered as of before that, and then no news tells of
 * what was recorded between.
 */
export function asking(): (position: string | null) => void {
  if (from !== undefined) return () => {};
  return (position) => {
    if (position === null) return;
    if (from === undefined) {
      if (earliest === undefined || mayBeBefore(position, earliest)) earliest = position;
    } else if (mayBeBefore(position, from)) missed();
  };
}

/** What happens is followed from a position on; `then` is called when something asked before was, or is, answered as of an earlier one. */
export function followedFrom(position: string, then: () => void): void {
  from = position;
  missed = then;
  if (earliest !== undefined && mayBeBefore(earliest, position)) then();
  earliest = undefined;
}

/** Nothing is followed any more. */
export function followedNoMore(): void {
  from = undefined;
  earliest = undefined;
  missed = () => {};
}

/** Whether one position may lie before another: of what has no order here, every other one. */
function mayBeBefore(a: string, b: string): boolean {
  return isBefore(a, b) ?? a !== b;
}
