import type { Position } from '@rectify/engine';
import type { ReadDatabase } from '../read-database.ts';
import { maySeeMine, type Viewer } from '../viewer.ts';
import { describeHistory } from './describe-history.ts';
import type { EventAnswer } from './event-answer.ts';

/** Which changes to answer: at most so many events looked at, of these mines, in these regions. */
export interface ChangesWanted {
  readonly limit: number;
  readonly mines?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
}

/** Events in the order of the log, and the position to go on from; the same position again means that there is no more yet. */
export interface Changes {
  readonly events: readonly EventAnswer[];
  readonly position: Position | null;
}

/** The events after a position that a viewer may see; `compare` orders positions of the store. */
export function changesSince(
  { facts, mines }: ReadDatabase,
  position: Position | null,
  wanted: ChangesWanted,
  viewer: Viewer,
  compare: (a: Position, b: Position) => number,
): Changes {
  const places = facts.after(position === null ? 0 : lastUpTo(facts, position, compare), wanted.limit);
  const histories = new Map<string, ReadonlyMap<string, EventAnswer>>();
  const historyOf = (mineId: string) => {
    const known = histories.get(mineId);
    if (known) return known;
    const history = isWanted(mineId) ? describeHistory(facts.ofMine(mineId), {}, viewer) : [];
    const byId = new Map(history.map((event) => [event.eventId, event]));
    histories.set(mineId, byId);
    return byId;
  };
  function isWanted(mineId: string): boolean {
    if (!maySeeMine(viewer, mineId) || wanted.mines?.includes(mineId) === false) return false;
    if (wanted.regions === undefined) return true;
    const region = mines.get(mineId)?.mine.region;
    return region !== undefined && wanted.regions.includes(region);
  }
  return {
    events: places.flatMap(({ mineId, eventId }) => historyOf(mineId).get(eventId) ?? []),
    position: places.at(-1)?.position ?? position,
  };
}

/** The `seq` of the last fact up to a position; positions are not searchable as text, so by halving. */
function lastUpTo(
  facts: ReadDatabase['facts'],
  position: Position,
  compare: (a: Position, b: Position) => number,
): number {
  let low = 0;
  let high = facts.last();
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const fact = facts.at(middle);
    if (fact && compare(fact.position, position) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}
