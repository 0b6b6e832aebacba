import type { Fault } from './history.ts';

/** Something that happened at one instant between start and end, and how long the stream was just before and just after. */
export interface Moment {
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/**
 * The moments that cannot lie in the order of the lengths they saw: one that had ended when another began may not have seen more than it.
 * A stream only grows, so the lengths alone order everything; two moments of the same length may come in either order.
 */
export function orderFaults(moments: readonly Moment[]): Pick<Fault, 'kind' | 'detail'>[] {
  const faults: Pick<Fault, 'kind' | 'detail'>[] = [];
  const byEnd = moments.toSorted((a, b) => a.end - b.end);
  let ended = 0;
  let longest: Moment | undefined;
  for (const moment of moments.toSorted((a, b) => a.start - b.start)) {
    for (let next = byEnd[ended]; next && next.end < moment.start; next = byEnd[++ended]) {
      if (!longest || next.after > longest.after) longest = next;
    }
    if (longest && longest.after > moment.before) {
      const kind = isAppend(moment) && isAppend(longest) ? 'reordered' : isAppend(moment) ? 'too-early' : 'stale';
      const detail = `${moment.what} saw ${moment.before} entries, though ${longest.what} had ended before and saw ${longest.after}`;
      faults.push({ kind, detail });
    }
  }
  return faults;
}

function isAppend({ before, after }: Moment): boolean {
  return after > before;
}
