import {
  defaultProcedure,
  endOfDay,
  milliseconds,
  startOfDay,
  mineId as validMineId,
} from '@rectify/engine/rectification';
import { z } from 'zod';
import { closureQuery, lateQuery, statisticsQuery } from '../closures/closure-query.ts';
import { type CourseDay, courseAnswer } from '../course/course-answer.ts';
import { courseQuery } from '../course/course-query.ts';
import { earlier, type Standpoint } from '../instants.ts';
import { instantQuery } from '../query-values.ts';
import type { Asking, Reads } from '../reads.ts';
import { mineQuery } from '../status/mine-query.ts';
import type { TimeReads } from '../time-reads.ts';
import { CannotBeCited } from './cannot-be-cited.ts';
import type { Counted } from './counted.ts';
import { stepsOf, valueAt } from './figure-in.ts';
import { type Parameters, parted, readParameters } from './named-query.ts';

/** What citations are answered by: the same reads as everything else. */
export interface CitedReads {
  readonly reads: Pick<Reads, 'listMines' | 'listClosures' | 'mine' | 'statistics'>;
  readonly time: Pick<TimeReads, 'course'>;
}

/** A query in which a figure can be cited. */
export interface Citable {
  /** The instants that the query itself names. */
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
  /** Answers it at other instants; undefined where there is nothing then. */
  answer(standpoint: Standpoint, asking: Asking): Promise<object | undefined>;
  /** What a figure in an answer to it counts. */
  counted(figure: string, answer: object, asOf: string): Counted;
}

type Reader = (parameters: Parameters, reads: CitedReads) => Citable;

const readers: Readonly<Record<string, Reader>> = {
  '/v1/mines': citeMines,
  '/v1/closures': citeClosures,
  '/v1/closures/statistics': citeStatistics,
  '/v1/closures/course': citeCourse,
};

/**
 * Reads the path and query of what is cited. Nothing is asked over HTTP: each path is answered by its own read.
 * @throws CannotBeCited
 */
export function citableIn(query: string, reads: CitedReads): Citable {
  const { path, parameters } = parted(query);
  const reader = Object.hasOwn(readers, path) ? readers[path] : undefined;
  if (reader) return reader(parameters, reads);
  const [, named] = /^\/v1\/mines\/([^/]+)$/.exec(path) ?? [];
  const mine = validMineId.safeParse(named === undefined ? undefined : decoded(named));
  if (mine.success) return citeMine(mine.data, parameters, reads);
  const paths = [...Object.keys(readers), '/v1/mines/{mineId}'].join(', ');
  throw new CannotBeCited(`Figures are cited in answers of these paths: ${paths}.`);
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** What the queries of lists have besides their filters. */
interface ListQuery {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly limit?: unknown;
  readonly cursor?: unknown;
  readonly total?: unknown;
}

/** The query of a list, its order among its filters. A figure is of all that fits, whichever page the query asks for. */
function readList<Q extends ListQuery>(parameters: Parameters, schema: z.ZodType<Q>) {
  const { asOf, knownAt, limit: _, cursor: __, total: ___, ...filters } = readParameters(parameters, schema);
  return { asOf, knownAt, filters };
}

/** A list of mines that is cited is one by filters: mines named one by one are no figure. */
const listedMines = mineQuery.omit({ mineId: true });

function citeMine(mineId: string, parameters: Parameters, { reads }: CitedReads): Citable {
  const { asOf, knownAt } = readParameters(parameters, instantQuery);
  return {
    asOf,
    knownAt,
    answer: (standpoint, asking) => reads.mine(mineId, standpoint, asking),
    counted(figure, answer, at) {
      mustHoldStill(figure, answer);
      return { of: 'mine', mineId, asOf: at };
    },
  };
}

function citeMines(parameters: Parameters, { reads }: CitedReads): Citable {
  const { asOf, knownAt, filters } = readList(parameters, listedMines);
  return {
    asOf,
    knownAt,
    async answer(standpoint, asking) {
      const { total } = await reads.listMines({ ...filters, limit: 1, total: 'exact', ...standpoint }, asking);
      return { total };
    },
    counted: (_figure, _answer, at) => ({ of: 'mines', filters, asOf: at }),
  };
}

function citeClosures(parameters: Parameters, { reads }: CitedReads): Citable {
  const { asOf, knownAt, filters } = readList(parameters, closureQuery);
  return {
    asOf,
    knownAt,
    async answer(standpoint, asking) {
      const query = { ...filters, limit: 1, total: 'exact', ...standpoint } as const;
      const { total } = await reads.listClosures(query, asking);
      return { total };
    },
    counted: (_figure, _answer, at) => ({ of: 'closures', filters, asOf: at }),
  };
}

function citeStatistics(parameters: Parameters, { reads }: CitedReads): Citable {
  const { asOf, knownAt, to, groupBy: _, explain: __, ...query } = readParameters(parameters, statisticsQuery);
  const { at: ___, curve, horizon: ____, ...filters } = query;
  return {
    asOf: earlier(asOf, to),
    knownAt,
    answer: (standpoint, asking) => reads.statistics({ ...query, explain: true, ...standpoint }, asking),
    counted(figure, answer, at) {
      if (curve || !figure.startsWith('/survival/')) mustHoldStill(figure, answer);
      const explained = explanationOf(figure, answer);
      if (explained === null) return { of: 'nothing', asOf: at };
      if (explained === undefined) return { of: 'closures', filters, asOf: at };
      return countedInList(explained, at);
    },
  };
}

/** The list that a figure is the total of, of stays that of their closures; null where nothing is counted, undefined where it is no count. */
function explanationOf(figure: string, answer: object): string | null | undefined {
  const [, state, what] = /^\/perState\/([^/]+)\/(now|closures|stays|staysGoingOn)$/.exec(figure) ?? [];
  const isOfNow = what === 'now' || what === 'staysGoingOn';
  const pointer = state === undefined ? figure : `/${isOfNow ? 'inStateNow' : 'beenInState'}/${state}`;
  const found = valueAt(answer, `/explain${pointer}`) ?? valueAt(answer, `/explainMines${pointer}`);
  return z.string().nullable().optional().catch(undefined).parse(found);
}

function countedInList(query: string, asOf: string): Counted {
  const { path, parameters } = parted(query);
  if (path === '/v1/mines') return { of: 'mines', asOf, filters: readList(parameters, listedMines).filters };
  if (path === '/v1/closures/late') return { of: 'late', asOf, filters: readList(parameters, lateQuery).filters };
  return { of: 'closures', asOf, filters: readList(parameters, closureQuery).filters };
}

function citeCourse(parameters: Parameters, { time }: CitedReads): Citable {
  const { asOf, knownAt, groupBy: _, ...query } = readParameters(parameters, courseQuery);
  const { from: __, to: ___, ...filters } = query;
  return {
    asOf,
    knownAt,
    answer: (standpoint, asking) => time.course({ ...query, ...standpoint }, asking),
    counted(figure, answer) {
      const [list, place, what] = stepsOf(figure);
      const day = courseAnswer.parse(answer).days[Number(place)];
      if (list !== 'days' || !day || what === undefined)
        throw new CannotBeCited('Of a course a figure of one of its days is cited, such as /days/0/shut.');
      return { of: 'closures', asOf: day.at, ...onDay(day, what, filters) };
    },
  };
}

type ClosureFiltersOfCourse = Omit<z.output<typeof courseQuery>, 'asOf' | 'knownAt' | 'groupBy' | 'from' | 'to'>;

function onDay({ day, at }: CourseDay, what: string, filters: ClosureFiltersOfCourse) {
  const { zone } = defaultProcedure;
  const end = Math.min(milliseconds(endOfDay(day, zone)), milliseconds(at)) + 1;
  const span = { start: milliseconds(startOfDay(day, zone)), end };
  const outcome = z.enum(['reopened', 'withdrawn', 'quashed', 'decommissioned']).safeParse(what);
  if (outcome.success) return { filters: { ...filters, outcome: [outcome.data] }, ended: span };
  return what === 'closed' ? { filters, begun: span } : { filters: { ...filters, ongoing: true } };
}

/** Places in a list move when others come: nothing behind them is cited. */
function mustHoldStill(figure: string, answer: object): void {
  const steps = stepsOf(figure);
  const isInList = steps.some((_step, index) => {
    const before = steps.slice(0, index).map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    return Array.isArray(valueAt(answer, before.join('')));
  });
  if (isInList || String(steps[0]).startsWith('explain'))
    throw new CannotBeCited(`${figure} lies in a list, whose places move. Narrow the query down to it instead.`);
}
