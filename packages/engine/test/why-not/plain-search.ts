import { defaultProcedure, type EventType, eventTypes, type Mine, openFindings, sendersOf } from '../../src/index.ts';
import { compiled } from '../../src/rectification/compiled/decider.ts';
import { type Place, step } from '../statechart/walk.ts';
import { wellFormed } from '../well-formed.ts';

/** How far away events are from a place, found by going everywhere. */
export interface Distances {
  /** In how many events each was reached, itself counted. */
  readonly away: ReadonlyMap<EventType, number>;
  /** Whatever is not in `away` is further away than this: so many events were tried in all ways. */
  readonly tried: number;
}

/**
 * Breadth first from a place over every event that people send, in every well-formed way, without any idea of where to go. `within`: never
 * out of the closure that the place is in. Looks at so many places at most.
 */
export function distancesFrom(start: Place, { within, most }: { within: boolean; most: number }): Distances {
  const away = new Map<EventType, number>();
  const known = new Set([likeness(start.standing.mine, start)]);
  let level: Place[] = [start];
  let looked = 0;
  for (let events = 1; ; events++) {
    const next: Place[] = [];
    for (const place of level) {
      if (looked === most) return { away, tried: events - 1 };
      looked += 1;
      for (const { type, after } of everyStep(place)) {
        if (!away.has(type)) away.set(type, events);
        if (!byPeople.has(type) || (within && leaves(start, type, after))) continue;
        const like = likeness(after.standing.mine, after);
        if (known.has(like)) continue;
        known.add(like);
        next.push(after);
      }
    }
    if (next.length === 0) return { away, tried: Number.POSITIVE_INFINITY };
    level = next;
  }
}

function everyStep(place: Place): { type: EventType; after: Place }[] {
  return eventTypes.flatMap((type) =>
    wellFormed(type, place.standing.mine).flatMap((data) => {
      const taken = step(place, type, data, compiled);
      return taken ? [{ type, after: taken.place }] : [];
    }),
  );
}

const byPeople: ReadonlySet<EventType> = new Set(
  eventTypes.filter((type) => sendersOf(type, defaultProcedure).some((role) => role !== 'system')),
);

function leaves(start: Place, type: EventType, { standing: { mine } }: Place): boolean {
  const before = start.standing.mine.closure;
  return type === 'RelocationCompleted' || mine.closure?.eventId !== before?.eventId || mine.closure?.until !== null;
}

/** What makes two places alike: all that is remembered, short of ids, times and words; of things alike, two are as many as more. */
function likeness(mine: Mine, { standing: { value } }: Place): string {
  const { closure, cycle, power, findings, extensionRequests } = mine;
  const few = (count: number) => Math.min(count, 2);
  return JSON.stringify([
    value,
    cycle > 0,
    closure && [closure.cause, closure.served !== null, closure.until !== null],
    mine.siteInspected,
    mine.everReopened,
    mine.inspections.failed,
    mine.inspections.running !== null,
    few(openFindings(findings).length),
    few(Object.keys(extensionRequests).length),
    Object.values(mine.checks).map(({ check, outcome }) => [check, outcome === 'fail']),
    Object.values(mine.requirements).map(({ status, validUntil }) => [status, validUntil]),
    tally(Object.values(mine.licences).map(({ status }) => status)),
    mine.letters
      .filter((letter) => letter.cycle === cycle)
      .map(({ status }) => status)
      .slice(-3),
    tally(mine.letters.map(({ status }) => status)),
    power.direction && [
      power.direction.alternatives,
      power.direction.curtailedTo !== null,
      power.direction.verifiedAt !== null,
    ],
    power.relocation?.startedFrom,
    tally(
      mine.appeals.map(({ status, stay, against, cycle: of }) =>
        [status === 'pending' ? stay : status, against, of === cycle].join(),
      ),
    ),
    mine.liftRequest !== null,
    mine.resumed,
    tally(Object.keys(mine.approvals).map(() => 'pending')),
  ]);
}

function tally(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
