import { instant, operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { instantParameters, listOf, pageParameters, totalParameter, wholeValues, yesOrNo } from '../query-values.ts';
import { mineFilters } from '../status/mine-query.ts';
import { closureOutcome } from './closure-answer.ts';
import { lossCounted } from './lost-capacity-answer.ts';
import { groupBy, statisticsMethod } from './statistics-answer.ts';

/** What a closure can be without. */
export const lacking = z.enum(['campaign', 'grounds', 'orderedBy', 'origin']);

const asItIs = 'As it is; several by giving the parameter again';

/** The filters of closures: those of mines, of which `campaign` and `cycle` are about the closure itself. */
export const closureFilters = z.strictObject({
  ...mineFilters.shape,
  ongoing: yesOrNo.optional(),
  outcome: listOf(closureOutcome).optional(),
  grounds: wholeValues
    .optional()
    .meta({ description: `The code of the grounds, or their text where they have none. ${asItIs}` }),
  orderedBy: wholeValues.optional().meta({ description: `The office of whoever ordered it. ${asItIs}` }),
  procedure: listOf(z.string()).optional().meta({ description: 'The version it is under, such as `rectification@1`' }),
  origin: listOf(z.string()).optional().meta({ description: 'The region that the mine came from' }),
  letter: yesOrNo.optional().meta({ description: 'Whether a guarantee letter was demanded in it' }),
  power: yesOrNo.optional().meta({ description: 'Whether a direction about power was in force in it' }),
  capacity: wholeValues.optional().meta({
    description: `A band of installed capacity, from a power of ten up to the next, such as \`10-100 MW\`. ${asItIs}`,
  }),
  without: listOf(lacking).optional().meta({ description: 'What it does not have' }),
  from: instant.optional().meta({ description: 'Still going on after this instant, or begun later' }),
});

/** A time in days as statistics answer it: unrounded. */
const timeInDays = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,20})?(e-\d{1,2})?$/, 'must be a number of days')
  .transform(Number);

/** The filters of the list of closures: those of all questions about closures, and some that statistics ask with. */
const closureListFilters = z.strictObject({
  ...closureFilters.shape,
  watchedOn: timeInDays.optional().meta({
    description:
      'So many days after the closing it was neither over before nor unwatched: at risk then, as `atRisk` of the survival counts it. Who was shut before `from` is watched from then on',
  }),
  longerThan: timeInDays.optional().meta({ description: 'It lasted, or was watched for, more days than this' }),
  upTo: timeInDays.optional().meta({ description: 'It lasted, or was watched for, no more days than this' }),
  resolution: statisticsMethod.shape.resolution.optional().meta({
    description:
      'How those days are told: exactly, or as statistics of very many closures tell them, rounded up to whole days, and entries at `from` down',
  }),
  been: listOf(operationState).optional().meta({
    description: 'A state that it has been in for any time, after `from` where that is given, or stands in',
  }),
});

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
  ...closureListFilters.shape,
  sort: closureSort,
  ...pageParameters,
  ...totalParameter,
  ...instantParameters,
});

/** The filters of the list of deadlines that passed: those of their closures, and whose they were. */
const lateFilters = z.strictObject({
  ...closureFilters.shape,
  late: wholeValues.optional().meta({ description: `The office whose deadline it was. ${asItIs}` }),
});

/** The whole query of the list of deadlines that passed. */
export const lateQuery = z.strictObject({
  ...lateFilters.shape,
  ...pageParameters,
  ...totalParameter,
  ...instantParameters,
});

/** The filters of the list of stays: those of their closures, in which state, and whether they go on. */
const stayFilters = z.strictObject({
  ...closureFilters.shape,
  stay: listOf(operationState).optional().meta({ description: 'The state that the closure stayed in' }),
  goesOn: yesOrNo.optional().meta({ description: 'Whether it is still in it' }),
  watchedOn: timeInDays.optional().meta({
    description:
      'So many days after it began it was neither over before nor unwatched: at risk then, as `atRisk` of `lengths` counts it. What began before `from` is watched from then on',
  }),
  longerThan: closureListFilters.shape.longerThan,
  upTo: closureListFilters.shape.upTo,
  resolution: statisticsMethod.shape.resolution.optional().meta({
    description:
      'How those days are told: exactly, or as statistics of very many closures tell them, rounded up to whole hours, and entries at `from` down',
  }),
});

/** The whole query of the list of stays. */
export const stayQuery = z.strictObject({
  ...stayFilters.shape,
  ...pageParameters,
  ...totalParameter,
  ...instantParameters,
});

/** The whole query of the list of what was reported lost. */
export const lossQuery = z.strictObject({
  ...closureFilters.shape,
  each: z
    .enum(['closure', 'report'])
    .default('closure')
    .meta({ description: 'One item for the reports of a closure within a unit, or one for each report' }),
  unit: wholeValues.optional().meta({ description: `The unit of what was lost. ${asItIs}` }),
  counted: listOf(lossCounted).optional().meta({
    description: 'How they are counted: added up, told apart as they disagree, or about a whole campaign',
  }),
  ...pageParameters,
  ...totalParameter,
  ...instantParameters,
});

const days = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?(,\d{1,6}(\.\d{1,6})?){0,99}$/, 'must be numbers of days with commas between them')
  .transform((given) => given.split(',').map(Number));

/** What statistics can be asked beside the filters: the window, and where to estimate. */
export const estimateParameters = {
  from: closureFilters.shape.from.meta({
    description:
      'The beginning of a window: closures over by then are left out, and who was shut before enters late, at risk from then on',
  }),
  to: instant.optional().meta({ description: 'The end of the window: figures are as of then' }),
  at: days
    .optional()
    .meta({ description: 'The days after the closing to estimate at; 7, 30, 90, 180 and 365 unless others are given' }),
  curve: yesOrNo.optional().meta({
    description: 'Estimate at each time at which a closure ended instead, at no more than 300 of them, evenly chosen',
  }),
  horizon: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/, 'must be a number of days')
    .transform(Number)
    .optional()
    .meta({ description: 'The restricted mean counts longer ones as so many days; each group’s longest without it' }),
};

/** Whether figures are explained, and each row of what is told over time too. */
export const explanation = z
  .enum(['true', 'false', 'whole'])
  .transform((given) => (given === 'whole' ? given : given === 'true'))
  .optional()
  .meta({
    description:
      'Answer for each figure the query of the list that it counts; with `whole` not for each row of a survival, of which a curve has many',
  });

/** The whole query of the statistics. */
export const statisticsQuery = z.strictObject({
  ...closureFilters.shape,
  groupBy: groupBy.optional(),
  ...estimateParameters,
  explain: explanation,
  ...instantParameters,
});

/** {@link closureFilters} as a type. */
export type ClosureFilters = z.output<typeof closureFilters>;
/** The filters of the list of closures, as a type. */
export type ClosureListFilters = z.output<typeof closureListFilters>;
/** The filters of the list of deadlines that passed, as a type. */
export type LateFilters = z.output<typeof lateFilters>;
/** {@link lateQuery} as a type. */
export type LateQuery = z.output<typeof lateQuery>;
/** The filters of the list of stays, as a type. */
export type StayFilters = z.output<typeof stayFilters>;
/** {@link stayQuery} as a type. */
export type StayQuery = z.output<typeof stayQuery>;
/** {@link lacking} as a type. */
export type Lacking = z.infer<typeof lacking>;
/** {@link closureSort} as a type. */
export type ClosureSort = z.output<typeof closureSort>;
/** {@link closureQuery} as a type. */
export type ClosureQuery = z.output<typeof closureQuery>;
/** {@link statisticsQuery} as a type. */
export type StatisticsQuery = z.output<typeof statisticsQuery>;
/** {@link lossQuery} as a type. */
export type LossQuery = z.output<typeof lossQuery>;
