import { expect, test } from '@jest/globals';
import { defaultProcedure } from '@rectify/engine/rectification';
import type { BottleneckAnalysis } from '../src/api/answers.ts';
import { statisticsQueryOf, statisticsSearch } from '../src/statistics/statistics-search.ts';
import { furthest, shareOf } from '../src/studio/bottlenecks/furthest.ts';
import { inCourse, staysIn, widestOf } from '../src/studio/bottlenecks/stays.ts';
import { csvOf } from '../src/studio/chart/csv.ts';
import { namedDays } from '../src/studio/chart/days-axis.ts';
import { repeatable } from '../src/studio/chart/printed.ts';
import { cornersOf, curvesIn, type Survival, stepOn, stepsOf } from '../src/studio/closures/curve.ts';
import { comparison, survivalFinding } from '../src/studio/closures/finding.ts';
import { incidencesIn } from '../src/studio/closures/incidence.ts';
import { heatCells } from '../src/studio/course/heat-drawing.ts';
import { caseGroups } from '../src/studio/like-cases/case-groups.ts';
import { likeCasesFinding } from '../src/studio/like-cases/like-cases-finding.ts';
import { standingOf } from '../src/studio/regions/region-standing.ts';
import { tilesFor } from '../src/studio/regions/tile-layout.ts';
import { studioQueryOf, studioSearch } from '../src/studio/studio-search.ts';
import { dayAt, placeOf, timeRange } from '../src/studio/time/time-range.ts';
import { inLanguage } from './in-language.ts';

type State = BottleneckAnalysis['states'][number];

const unknown = { value: null, lower: null, upper: null };
const share = (value: number) => `${Math.round(value * 100)}%`;

/** Closures of which some ended on days after the closing; the others go on, the longest to the last day. */
function survival({ n, upTo, ended = [], half = null }: Given): Survival {
  return {
    n,
    events: ended.length,
    censored: n - ended.length,
    quartiles: { first: unknown, median: { ...unknown, value: half }, third: unknown },
    restrictedMean: { upTo, value: upTo, standardError: 0 },
    survival: ended.map((time, index) => ({
      time,
      atRisk: n - index,
      events: 1,
      censored: 0,
      survival: { value: (n - index - 1) / n, standardError: 0.1, lower: null, upper: null },
    })),
    outcomes: [
      {
        outcome: 'reopened',
        events: ended.length,
        incidence: ended.map((time, index) => ({
          time,
          incidence: { value: (index + 1) / n, standardError: 0.1, lower: 0, upper: 1 },
        })),
      },
      { outcome: 'quashed', events: 0, incidence: [] },
    ],
  };
}

interface Given {
  readonly n: number;
  readonly upTo: number;
  readonly ended?: readonly number[];
  readonly half?: number | null;
}

test('the title of the curves says by when half were over, else how it stands', async () => {
  const english = await inLanguage('en');
  const chinese = await inLanguage('zh-CN');
  const none = survival({ n: 20, upTo: 6.9 });
  expect(survivalFinding(none, share, english)).toBe(
    'All 20 mines that were closed are still shut, for 6 days at the longest.',
  );
  expect(survivalFinding(none, share, chinese)).toBe('被责令停产的20座矿场全部仍在停产，最长已6天。');
  expect(survivalFinding(survival({ n: 10, upTo: 30.2, ended: [7, 12] }), share, english)).toBe(
    '80% of the mines were still shut after 30 days.',
  );
  expect(survivalFinding(survival({ n: 4, upTo: 40, ended: [20, 22.6], half: 22.6 }), share, english)).toBe(
    'Half of the mines were still shut after 23 days.',
  );
});

test('a comparison of groups says whether chance would make them differ so much', async () => {
  const t = await inLanguage('en');
  const said = (pValue: number) =>
    comparison({ statistic: 4.2, degreesOfFreedom: 1, pValue }, (value) => String(value), t);
  expect(said(0.04)).toContain('differ more than chance');
  expect(said(0.3)).toContain('no more than chance');
  expect(said(0.00001)).toContain('p\u00a0<\u00a00.001');
  expect(comparison(null, String, t)).toBeUndefined();
});

test('a curve is flat between ends, goes on to the last day that was seen, and no further', () => {
  const steps = stepsOf(survival({ n: 10, upTo: 30, ended: [7, 12] }));
  expect([0, 6.9, 7, 11, 12, 30].map((day) => stepOn(steps, day)?.share)).toEqual([1, 1, 0.9, 0.9, 0.8, 0.8]);
  expect(stepOn(steps, 30.1)).toBeUndefined();
});

test('of more groups than can be told apart the largest are drawn', () => {
  const group = (name: string, total: number) => ({ group: name, total, survival: survival({ n: total, upTo: 5 }) });
  const groups = [group('A', 2), group('B', 9), group('C', 4)];
  const drawn = curvesIn({ groups, survival: survival({ n: 15, upTo: 5 }) }, 2);
  expect(drawn.map(({ group: name }) => name)).toEqual(['B', 'C']);
});

test('only ends that came are drawn', () => {
  const incidences = incidencesIn(survival({ n: 10, upTo: 30, ended: [7, 12] }), 30);
  expect(incidences.map(({ outcome, events }) => [outcome, events])).toEqual([['reopened', 2]]);
  expect(incidences[0]?.steps.map(({ day, share: of }) => [day, of])).toEqual([
    [0, 0],
    [7, 0.1],
    [12, 0.2],
    [30, 0.2],
  ]);
});

test('an axis of days names few of them, evenly, and reaches the last', () => {
  expect(namedDays(6.9, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(namedDays(56.5, 9)).toEqual([0, 14, 28, 42, 56, 70]);
  expect(namedDays(0, 9)).toEqual([0, 1]);
  expect(namedDays(9000, 9).length).toBeLessThanOrEqual(9);
});

test('a table to download says as of when it counts, and holds no formulas', () => {
  const about = { asOf: '2018-11-11T23:59:59.999+08:00', knownAt: '2018-11-19T00:00:00+08:00', position: '42' };
  const csv = csvOf(
    {
      columns: ['group', 'day'],
      rows: [
        ['=HYPERLINK("x")', 7],
        ['a, "b"', null],
      ],
    },
    about,
  );
  expect(csv).toBe(
    '\ufeffgroup,day,as of,known at,position\n' +
      `"'=HYPERLINK(""x"")",7,${about.asOf},${about.knownAt},42\n` +
      `"a, ""b""",,${about.asOf},${about.knownAt},42\n`,
  );
});

test('a picture says the query that answers the same again, whatever is in it', () => {
  const about = { asOf: '2018-11-11T23:59:59.999+08:00', knownAt: '2018-11-19T00:00:00+08:00', position: '42' };
  const said = repeatable({
    path: '/v1/closures/statistics',
    query: { grounds: '停电 & fire', asOf: '2018-11-11' },
    about,
  });
  expect(said).toContain('停电');
  const asked = new URL(said, 'http://localhost').searchParams;
  expect(Object.fromEntries(asked)).toEqual({ grounds: '停电 & fire', asOf: about.asOf, knownAt: about.knownAt });
});

test('like cases are compared on a day, the largest group first, and one nobody was watched so long of has no figure', () => {
  const group = (name: string, n: number) => ({
    group: name,
    total: n,
    ended: 2,
    small: n < 5,
    survival: survival({ n, upTo: 40, ended: [7, 30] }),
  });
  const groups = [group('tax', 4), group('energy', 10)];
  const on = (day: number) =>
    caseGroups({ groups }, day).map(({ group: name, few, stillShut }) => [name, few, stillShut?.share]);
  expect(on(30)).toEqual([
    ['energy', false, 0.8],
    ['tax', true, 0.5],
  ]);
  expect(on(90)).toEqual([
    ['energy', false, undefined],
    ['tax', true, undefined],
  ]);
});

test('the title of like cases says whether they went differently, or why it cannot be told', async () => {
  const t = await inLanguage('en');
  const test = (pValue: number) => ({ statistic: 1, degreesOfFreedom: 1, pValue, groups: [] });
  const said = (groups: number, logRank: ReturnType<typeof test> | null) =>
    likeCasesFinding({ groups: Array.from({ length: groups }), logRank, total: 20 }, t);
  expect(said(2, test(0.01))).toBe('Like cases went differently, more than chance explains.');
  expect(said(2, test(0.2))).toBe('There is no sign that like cases went differently.');
  expect(said(2, null)).toContain('It cannot be told');
  expect(said(1, null)).toBe('All 20 like cases are of one group: there is nothing to compare.');
});

/** Days of a course from the fourth of November on: how many were closed and reopened on each. */
function course(...changes: readonly { readonly closed?: number; readonly reopened?: number }[]) {
  let shut = 0;
  return changes.map(({ closed = 0, reopened = 0 }, index) => {
    shut += closed - reopened;
    const day = `2018-11-${String(4 + index).padStart(2, '0')}`;
    return {
      day,
      at: `${day}T23:59:59.999+08:00`,
      shut,
      closed,
      reopened,
      withdrawn: 0,
      quashed: 0,
      decommissioned: 0,
    };
  });
}

test('a region stands as of the last day: how many are shut, since when without a break, and how many were reopened since', () => {
  const groups = [
    { group: 'CN-XJ', days: course({}, { closed: 4 }, { closed: 2, reopened: 1 }, {}) },
    { group: 'CN-GZ', days: course({ closed: 1 }, { reopened: 1 }, {}, { closed: 3 }) },
    { group: 'CN-SC', days: course({ closed: 1 }, { reopened: 1 }, {}, {}) },
    { group: 'CN-YN', days: course({}, {}, {}, {}) },
    { group: null, days: course({ closed: 1 }, {}, {}, {}) },
  ];
  const said = standingOf({ groups }).map(({ region, shut, since, days, closed, reopened }) => [
    region,
    shut,
    since,
    days,
    closed,
    reopened,
  ]);
  expect(said).toEqual([
    ['CN-XJ', 5, '2018-11-05', 2, 6, 1],
    ['CN-GZ', 3, '2018-11-07', 0, 3, 0],
    ['CN-SC', 0, undefined, undefined, 1, 1],
  ]);
});

test('a region that was shut before the course begins is not said to be shut since its first day', () => {
  const days = course({ closed: 3 }, {}, {}).slice(1);
  expect(standingOf({ groups: [{ group: 'CN-XJ', days }] })[0]).toMatchObject({
    shut: 3,
    since: undefined,
    days: undefined,
  });
});

test('every region of the procedure has a square of its own, and any other gets one beneath', () => {
  const tiles = tilesFor([...defaultProcedure.regions, 'KZ-ALA', 'CN-XX']);
  const places = new Set(tiles.map(({ column, row }) => `${column} ${row}`));
  expect(places.size).toBe(tiles.length);
  expect(tiles.map(({ region }) => region)).toEqual(expect.arrayContaining([...defaultProcedure.regions, 'KZ-ALA']));
  const lowest = Math.max(...tilesFor([]).map(({ row }) => row));
  expect(tiles.filter(({ row }) => row > lowest).map(({ region }) => region)).toEqual(['CN-XX', 'KZ-ALA']);
});

test('a heat map has a cell only where some were shut', () => {
  const cells = heatCells([{ region: 'CN-XJ', days: course({}, { closed: 2 }, { reopened: 2 }) }]);
  expect(cells).toEqual([{ region: 'CN-XJ', day: '2018-11-05', shut: 2 }]);
});

test('the sliders begin shortly before the first closure, and reach as far as the page looks', () => {
  const range = timeRange('2018-11-05', '2018-12-31', ['2018-11-11']);
  expect(range).toEqual({ first: '2018-11-02', last: '2018-12-31' });
  expect(dayAt(placeOf('2018-11-11', range), range)).toBe('2018-11-11');
  expect(timeRange('2018-11-05', '2018-12-31', ['2018-10-01', '2019-02-01'])).toEqual({
    first: '2018-10-01',
    last: '2019-02-01',
  });
  expect(timeRange(undefined, '2018-12-31', [])).toEqual({ first: '2018-12-01', last: '2018-12-31' });
});

test('a picture of states reaches the furthest day that is known, and shares of time add up', () => {
  const state = (half: number, nine: number | null, milliseconds: number) => ({
    median: { value: half, lower: null, upper: null },
    ninetiethPercentile: { ...unknown, value: nine },
    total: { milliseconds, duration: '', days: 0 },
  });
  const states = [state(13, 41, 300), state(12, null, 100)];
  expect(furthest(states)).toBe(41);
  expect(furthest([])).toBe(1);
  expect(states.map((one) => shareOf(one, states))).toEqual([0.75, 0.25]);
  expect(shareOf(state(0, null, 0), [state(0, null, 0)])).toBe(0);
});

/** Stays in a state, of which some are over after so many days; the longest goes on, or was over, at the last day. */
function stays(state: State['state'], { n, upTo, ended = [] }: Given, quarters: readonly (number | null)[]): State {
  const [first = null, third = null] = quarters;
  const byDay = (value: number | null) => ({ ...unknown, value });
  return {
    state,
    closures: n,
    now: n - ended.length,
    total: { milliseconds: 0, duration: '', days: 0 },
    mean: null,
    stays: n,
    staysGoingOn: n - ended.length,
    tenthPercentile: unknown,
    firstQuartile: byDay(first),
    median: unknown,
    thirdQuartile: byDay(third),
    ninetiethPercentile: unknown,
    waitedOn: [],
    lengths: { small: n < 5, lastSeen: upTo, survival: survival({ n, upTo, ended }).survival },
  };
}

test('stays are drawn state by state as a mine comes through them, down from all of them to the longest that was seen', () => {
  const awaiting = stays('closed.awaitingInspection', { n: 4, upTo: 10, ended: [2, 4, 6] }, []);
  const licensed = stays('licensed', { n: 3, upTo: 5 }, []);
  const drawn = inCourse([licensed, awaiting]).map(staysIn);
  expect(drawn.map(({ state, count, goingOn, small }) => [state, count, goingOn, small])).toEqual([
    ['closed.awaitingInspection', 4, 1, true],
    ['licensed', 3, 3, true],
  ]);
  const [first, second] = drawn.map(({ steps }) => cornersOf(steps, 'share'));
  expect(first).toEqual([
    [0, 1],
    [2, 1],
    [2, 0.75],
    [4, 0.75],
    [4, 0.5],
    [6, 0.5],
    [6, 0.25],
    [10, 0.25],
    [10, 0.25],
  ]);
  expect(second).toEqual([
    [0, 1],
    [5, 1],
    [5, 1],
  ]);
});

test('the title names the state whose stays differ most, as far as that is known of enough of them', () => {
  const awaiting = stays('closed.awaitingInspection', { n: 9, upTo: 30 }, [3, 21]);
  const inspecting = stays('closed.inspecting', { n: 9, upTo: 30 }, [2, 9]);
  const few = stays('licensed', { n: 4, upTo: 90 }, [1, 80]);
  const open = stays('inspected', { n: 9, upTo: 90 }, [1, null]);
  expect(widestOf([inspecting, awaiting, few, open])).toEqual({
    state: 'closed.awaitingInspection',
    first: 3,
    third: 21,
  });
  expect(widestOf([few, open])).toBeUndefined();
});

test('the API is asked for what narrows figures down, and for nothing else that the address says', () => {
  const times = { asOf: 'today', knownAt: '2018-11-11' };
  const address = { office: 'tax', q: 'XJ', days: '90', after: '7', groupBy: 'cycle' };
  expect(statisticsQueryOf({ ...times, ...statisticsSearch.parse(address) })).toEqual({
    orderedBy: 'tax',
    q: 'XJ',
    groupBy: 'cycle',
  });
  const studio = { ...times, ...studioSearch.parse(address) };
  expect(studioQueryOf(studio)).toEqual({ orderedBy: 'tax', q: 'XJ', groupBy: 'cycle' });
  expect(studioQueryOf({ ...studio, groupBy: 'nothing' })).toEqual({ orderedBy: 'tax', q: 'XJ' });
});
