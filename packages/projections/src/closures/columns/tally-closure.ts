import { operationState } from '@rectify/engine/rectification';
import type { Tallying } from '../tallying.ts';
import { type LateDeadline, OF_CLOSURE, OF_MINE, OF_STRETCH } from './columns.ts';
import { type CountedAt, OF_COUNTED } from './count-at.ts';

/** What a closure is given to, to be counted. */
type Counting = Omit<Tallying, 'tally'>;

/** Counts one of the closures of an instant, by its row: what had not happened by then is cut off. */
export function tallyClosure({
  columns,
  closures: counted,
  point,
  at,
}: CountedAt): (row: number, into: Counting) => void {
  const { closures, mines, stretches, late, standings } = columns;
  const { numbers, width } = stretches;
  const { known } = point;
  const states = standings.values.map(({ state }) => operationState.options.indexOf(state));
  const parties = standings.values.map(({ waitingOn }) => waitingOn);

  /** Gives the stretches of a mine, as they were known, between two instants. */
  function giveStretches(mine: number, since: number, until: number, into: Counting): void {
    const end = mines.get(mine, OF_MINE.stretchesTo) * width;
    let [standing, from] = [-1, until];
    for (let place = mines.get(mine, OF_MINE.stretchesFrom) * width; place < end; place += width) {
      const knownFrom = numbers[place + OF_STRETCH.knownFrom] ?? 0;
      const knownTo = numbers[place + OF_STRETCH.knownTo] ?? 0;
      if (knownFrom > known || knownTo <= known) continue;
      const begun = numbers[place + OF_STRETCH.begun] ?? 0;
      if (begun >= until) break;
      if (standing !== -1 && begun > from) into.stretch(states[standing] ?? 0, parties[standing] ?? 0, from, begun);
      standing = numbers[place + OF_STRETCH.standing] ?? 0;
      from = Math.max(since, begun);
    }
    if (until > from) into.stretch(states[standing] ?? 0, parties[standing] ?? 0, from, until);
  }

  function giveLate(passed: readonly LateDeadline[], cycle: number, into: Counting): void {
    for (const { cycle: its, office, occurred, knownFrom, knownTo } of passed) {
      const isOnRecord = occurred <= point.at && knownFrom <= known && knownTo > known;
      if (isOnRecord && its === cycle) into.late(office);
    }
  }

  return (row, into) => {
    const mine = counted.get(row, OF_COUNTED.mine);
    const closure = counted.get(row, OF_COUNTED.closure);
    const since = closures.get(closure, OF_CLOSURE.since);
    const end = closures.get(closure, OF_CLOSURE.until);
    const isOver = end <= point.at;
    const until = isOver ? end : Math.max(since, at);
    const outcome = isOver ? closures.get(closure, OF_CLOSURE.outcome) : -1;
    const now = states[counted.get(row, OF_COUNTED.standing)] ?? -1;
    into.begin(since, until, outcome, now, counted.get(row, OF_COUNTED.waitingOn));
    giveStretches(mine, since, until, into);
    const passed = late.get(mine);
    if (passed) giveLate(passed, closures.get(closure, OF_CLOSURE.cycle), into);
    into.end();
  };
}
