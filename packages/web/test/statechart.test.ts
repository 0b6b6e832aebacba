import { describe, expect, test } from '@jest/globals';
import { chartValue } from '@rectify/engine/rectification';
import { steps } from '../rules/chart/steps.ts';
import type { ChartStep, Region } from '../src/statechart/chart-step.ts';
import { entering } from '../src/statechart/entered-by.ts';
import { linePath, pointAt } from '../src/statechart/geometry.ts';
import type { Layout, RegionLayout } from '../src/statechart/layout.ts';
import { narrowLayout } from '../src/statechart/narrow-layout.ts';
import { pathTaken } from '../src/statechart/path-taken.ts';
import { statusOfState } from '../src/statechart/status-of-state.ts';
import { wideLayout } from '../src/statechart/wide-layout.ts';

const regions: readonly Region[] = ['operation', 'appeal', 'power'];
const layouts: readonly (readonly [string, Layout])[] = [
  ['for a desk', wideLayout],
  ['for a phone', narrowLayout],
];

/** Every way between two states, drawn: by hand where it is placed, else led around. */
function linesOf<State extends string>({ places, ways, detour }: RegionLayout<State>, states: readonly State[]) {
  return states.flatMap((from) =>
    states
      .filter((to) => to !== from)
      .map((to) => {
        const line = ways.find((way) => way.from === from && way.to === to) ?? detour(from, to);
        const points = [pointAt(places[from], line.leave), ...(line.bends ?? []), pointAt(places[to], line.arrive)];
        return { way: `${from} → ${to}`, points };
      }),
  );
}

describe.each(layouts)('the chart drawn %s', (_, layout) => {
  test.each(regions)('has a place for every state of the %s region, and no other', (region) => {
    expect(Object.keys(layout[region].places).sort()).toEqual([...chartValue.shape[region].options].sort());
  });

  test('keeps every state within the picture and apart from the others', () => {
    const places = regions.flatMap((region) => Object.values(layout[region].places));
    for (const [index, one] of places.entries()) {
      expect(one.x >= 0 && one.x + one.width <= layout.width && one.y + one.height <= layout.height).toBe(true);
      for (const other of places.slice(index + 1)) {
        const apart =
          one.x + one.width < other.x ||
          other.x + other.width < one.x ||
          one.y + one.height < other.y ||
          other.y + other.height < one.y;
        expect(apart).toBe(true);
      }
    }
  });

  test('draws any way between two states within the picture, in straight lines that turn at right angles', () => {
    const lines = [
      ...linesOf(layout.operation, chartValue.shape.operation.options),
      ...linesOf(layout.appeal, chartValue.shape.appeal.options),
      ...linesOf(layout.power, chartValue.shape.power.options),
    ];
    for (const { way, points } of lines) {
      for (const [index, [x, y]] of points.entries()) {
        expect({ way, inside: x >= 0 && x <= layout.width && y >= 0 && y <= layout.height }).toEqual({
          way,
          inside: true,
        });
        const before = points[index - 1];
        if (!before) continue;
        const straight = Math.abs(before[0] - x) < 2 || Math.abs(before[1] - y) < 2;
        expect({ way, straight }).toEqual({ way, straight: true });
      }
      expect(linePath(points)).toMatch(/^M.*L/);
    }
  });

  test('puts the states of a closed mine into the box that says so', () => {
    const { closed, operation } = layout;
    for (const [state, { x, y, width, height }] of Object.entries(operation.places)) {
      const within =
        x >= closed.x &&
        y >= closed.y &&
        x + width <= closed.x + closed.width &&
        y + height <= closed.y + closed.height;
      expect({ state, within }).toEqual({ state, within: state.startsWith('closed.') });
    }
  });
});

const step = (at: string, from: string | null, to: string): ChartStep => ({
  type: from === null ? 'MineRegistered' : 'InspectionStarted',
  at: `2018-11-${at}T10:00:00+08:00`,
  precision: 'instant',
  from: from === null ? null : chartValue.parse({ operation: from, appeal: 'none', power: 'none' }),
  to: chartValue.parse({ operation: to, appeal: 'none', power: 'none' }),
});

test('a state that was entered twice is counted twice, with its last entry', () => {
  const { visits, ways } = pathTaken(
    [
      step('01', null, 'operating'),
      step('05', 'operating', 'closed.awaitingInspection'),
      step('06', 'closed.awaitingInspection', 'closed.inspecting'),
      step('07', 'closed.inspecting', 'closed.awaitingInspection'),
      step('08', 'closed.awaitingInspection', 'closed.awaitingInspection'),
      step('09', 'closed.awaitingInspection', 'closed.inspecting'),
    ],
    'operation',
  );
  expect(visits.get('closed.inspecting')).toEqual({
    times: 2,
    last: { at: '2018-11-09T10:00:00+08:00', precision: 'instant' },
  });
  expect(visits.get('closed.awaitingInspection')?.times).toBe(2);
  expect(visits.has('inspected')).toBe(false);
  expect(ways.find(({ from }) => from === 'closed.awaitingInspection')).toEqual({
    from: 'closed.awaitingInspection',
    to: 'closed.inspecting',
    times: 2,
  });
});

test('where the history shown does not reach back to the beginning, nobody says when the first state was entered', () => {
  const { visits } = pathTaken([step('06', 'closed.awaitingInspection', 'closed.inspecting')], 'operation');
  expect(visits.get('closed.awaitingInspection')).toEqual({ times: 1, last: null });
});

test('only states of the operation region have the colour and shape of a status', () => {
  expect(statusOfState('operation', 'closed.remediating')).toBe('closed');
  expect(statusOfState('appeal', 'none')).toBeNull();
});

describe.each(regions)('why a mine is not in a state of the %s region', (region) => {
  test.each(chartValue.shape[region].options)(
    'is asked of an event that leads to %s in the machine itself',
    (state) => {
      const event = entering(region, state);
      const leading = steps.filter((step) => step.region === region && step.to === state && step.from !== state);
      expect(leading.map((step) => step.event)).toContain(event);
    },
  );
});
