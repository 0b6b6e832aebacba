import { beforeAll, describe, expect, test } from '@jest/globals';
import { chartValue, isShut, mayOperate } from '../../src/index.ts';
import { pendingAppeal } from '../../src/rectification/case/appeals.ts';
import { inOpenCycle } from '../../src/rectification/case/open-cycle.ts';
import { compiled } from '../../src/rectification/compiled/decider.ts';
import { byXState, type Standing } from '../../src/rectification/decide.ts';
import { mayOperateByFacts } from '../../src/rectification/may-operate.ts';
import { nextOnTheWay } from '../next-on-the-way.ts';
import { table } from './table.ts';
import { type Found, firstWay, type Place, walk } from './walk.ts';

/** How far to walk: enough to see the whole table; more for a thorough run. */
const PLACES = Number(process.env.RECTIFY_WALK_PLACES ?? 1000);

let found: Found;
beforeAll(() => {
  found = walk(PLACES);
});

describe('walking the statechart with well-formed data for every event type', () => {
  test('reaches every state of its three regions', () => {
    const values = found.places.map(({ standing }) => standing.value);
    for (const region of ['operation', 'appeal', 'power'] as const) {
      expect(new Set(values.map((value) => value[region]))).toEqual(new Set(chartValue.shape[region].options));
    }
  });

  test('takes every transition of the table', () => {
    expect([...table].filter((line) => !found.lines.has(line))).toEqual([]);
  });

  test('takes no transition that is not in the table', () => {
    expect([...found.lines].filter((line) => !table.has(line))).toEqual([]);
  });

  test('finds the compiled chart to have the same steps from everywhere', () => {
    for (const { standing } of found.places) expect(compiled.stepsFrom(standing)).toEqual(byXState.stepsFrom(standing));
  });

  test('never finds the chart and what the mine remembers at odds', () => {
    for (const { standing } of found.places) {
      expect(asRemembered(standing)).toEqual(asCharted(standing));
    }
  });

  test('finds a way to run again from every shut state, without anyone withdrawing or quashing the order', () => {
    const stuck = found.places.filter((place) => isShut(place.standing.value.operation) && !runsAgain(place));
    expect(stuck.map(({ standing }) => standing.value)).toEqual([]);
  });
});

function asCharted({ value, mine }: Standing) {
  return {
    shut: isShut(value.operation),
    decommissioned: value.operation === 'decommissioned',
    mayOperate: mayOperate(value, mine),
    inspecting: value.operation === 'closed.inspecting',
    appealPending: value.appeal !== 'none',
    stayed: value.appeal === 'lodged.stayed',
    power: value.power,
  };
}

function asRemembered({ mine }: Standing): ReturnType<typeof asCharted> {
  const { direction, relocation } = mine.power;
  const appeal = pendingAppeal(mine.appeals, mine.cycle);
  const directed = direction ? (direction.curtailedTo ? 'curtailed' : 'ordered') : 'none';
  return {
    shut: inOpenCycle(mine),
    decommissioned: mine.decommissioned,
    mayOperate: mayOperateByFacts(mine),
    inspecting: mine.inspections.running !== null,
    appealPending: appeal !== undefined,
    stayed: appeal?.stay === 'granted',
    power: relocation ? 'relocating' : directed,
  };
}

/** Follows what people would do to reopen a mine, so many events at most. */
function runsAgain(from: Place): boolean {
  let place: Place | undefined = from;
  for (let events = 0; events < 40 && place; events++) {
    if (!isShut(place.standing.value.operation)) return true;
    place = firstWay(place, nextOnTheWay(place.standing));
  }
  return false;
}
