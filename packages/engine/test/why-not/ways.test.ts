import { beforeAll, describe, expect, test } from '@jest/globals';
import { type EventType, eventTypes, isShut, sendersOf, type Way } from '../../src/index.ts';
import { type Place, smallProcedure, walk } from '../statechart/walk.ts';
import { follow, wayFrom } from './following.ts';
import { distancesFrom } from './plain-search.ts';

/** How far to walk; more for a thorough run. */
const PLACES = Number(process.env.RECTIFY_WALK_PLACES ?? 150);
/** From every so manieth place, and some two hundred at most, everything around is looked at, so far. */
const COMPARED = Math.max(5, Math.ceil(PLACES / 200));
const AROUND = 120;

const nobodySends: readonly EventType[] = ['MineRegistered', 'ClosureQuashed', 'ApprovalRequested'];

/** Where a closure can be moved to is not a matter of the chart. */
const goals = eventTypes.filter((type) => type !== 'ProcedureMigrated');

interface Asked {
  readonly place: Place;
  readonly goal: EventType;
  readonly way: Way;
}

let places: readonly Place[];
let asked: readonly Asked[];
beforeAll(() => {
  places = walk(PLACES).places;
  asked = places.flatMap((place) => goals.map((goal) => ({ place, goal, way: wayFrom(place, goal) })));
});

describe('the way from wherever a mine can stand to any event', () => {
  test('leads there when people follow it, each step in its turn', () => {
    const astray = asked.flatMap(({ place, goal, way: { path } }) => {
      if (!path) return [];
      const end = follow(place, path);
      return path.at(-1)?.type === goal && 'standing' in end ? [] : [{ at: place.standing.value, goal, path, end }];
    });
    expect(astray).toEqual([]);
  });

  test('is made of what people send in the roles named, and names who grants what needs two', () => {
    for (const { type, role, approvedBy } of asked.flatMap(({ way: { path } }) => path?.slice(0, -1) ?? [])) {
      expect(sendersOf(type, smallProcedure)).toContain(role);
      expect(role).not.toBe('system');
      expect(approvedBy === undefined || smallProcedure.fourEyes[type]?.grant.includes(approvedBy)).toBe(true);
    }
  });

  test('is always found, or known not to be: only to what nobody sends, and from a mine that was decommissioned', () => {
    for (const { place, goal, way } of asked) {
      if (way.pathSearch === 'found') continue;
      const why = nobodySends.includes(goal) ? 'nobody sends it' : place.standing.value.operation;
      expect([goal, way.pathSearch, why]).toEqual([
        goal,
        'none',
        expect.stringMatching(/^(nobody sends it|decommissioned)$/),
      ]);
    }
  });

  test('is found by looking at few standings', () => {
    expect(Math.max(...asked.map(({ way }) => way.looked))).toBeLessThan(60);
  });
});

test('no way is longer than the shortest there is, and where none was found there is none', () => {
  const chosen = places.filter((_place, index) => index % COMPARED === 0);
  const wrong = chosen.flatMap((place) => {
    const shut = isShut(place.standing.value.operation);
    const inTheClosure = shut ? distancesFrom(place, { within: true, most: AROUND }) : undefined;
    const anyhow = distancesFrom(place, { within: false, most: AROUND });
    return asked
      .filter((question) => question.place === place && isCompared(question.goal))
      .flatMap(({ goal, way: { path } }) => {
        const found = path?.length ?? Number.POSITIVE_INFINITY;
        const shortest = inTheClosure?.away.get(goal) ?? anyhow.away.get(goal);
        const right =
          found === shortest ||
          // Not found so near: it is further away, or nowhere.
          (shortest === undefined && (found > anyhow.tried || path === null)) ||
          (!inTheClosure?.away.has(goal) && found > (inTheClosure?.tried ?? Number.POSITIVE_INFINITY));
        return right ? [] : [{ at: place.standing.value, goal, path, shortest }];
      });
  });
  expect(wrong).toEqual([]);
}, 600_000);

/** Requests are not walked, and a case is handed over by whoever has it. */
function isCompared(goal: EventType): boolean {
  return !goal.startsWith('Approval') && goal !== 'CaseHandedOver' && !nobodySends.includes(goal);
}
