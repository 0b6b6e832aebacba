import { z } from 'zod';
import { instantParameters, pageParameters, yesOrNo } from '../query-values.ts';
import { mineFilters } from '../status/mine-query.ts';
import { groupBy } from './statistics-answer.ts';

/** The filters of closures: those of mines, of which `campaign` and `cycle` are about the closure itself. */
export const closureFilters = z.strictObject({ ...mineFilters.shape, ongoing: yesOrNo.optional() });

/** What closures can be sorted by, `-` before it for descending; ties are in the order of `mineId`, then `cycle`. */
export const closureSort = z
  .enum([
    'mineId',
    '-mineId',
    'name',
    '-name',
    'region',
    '-region',
    'status',
    '-status',
    'since',
    '-since',
    'until',
    '-until',
    'days',
    '-days',
    'waitingOn',
    '-waitingOn',
    'lastChange',
    '-lastChange',
  ])
  .default('-since')
  .meta({ description: '`-` before it: descending. Closures without such a value come last, ties by `mineId`.' });

/** The whole query of the list of closures. */
export const closureQuery = z.strictObject({
  ...closureFilters.shape,
  sort: closureSort,
  ...pageParameters,
  ...instantParameters,
});

/** The whole query of the statistics. */
export const statisticsQuery = z.strictObject({
  ...closureFilters.shape,
  groupBy: groupBy.optional(),
  ...instantParameters,
});

/** {@link closureFilters} as a type. */
export type ClosureFilters = z.output<typeof closureFilters>;
/** {@link closureSort} as a type. */
export type ClosureSort = z.output<typeof closureSort>;
/** {@link closureQuery} as a type. */
export type ClosureQuery = z.output<typeof closureQuery>;
/** {@link statisticsQuery} as a type. */
export type StatisticsQuery = z.output<typeof statisticsQuery>;
