import { mineStatus, operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { instantParameters, listOf, pageParameters, totalParameter, wholeNumber, yesOrNo } from '../query-values.ts';
import { waitingParty } from './mine-answer.ts';

/** The filters of the list of mines, as query parameters. A mine fits when it fits each; of several values of one, any. */
export const mineFilters = z.strictObject({
  status: listOf(mineStatus).optional(),
  shut: yesOrNo.optional(),
  state: listOf(operationState).optional(),
  region: listOf(z.string()).optional(),
  waitingOn: listOf(waitingParty).optional(),
  office: listOf(z.string()).optional().meta({ description: 'The office that the mine waits on' }),
  assignee: listOf(z.string()).optional().meta({ description: 'Who has the case' }),
  overdue: yesOrNo.optional().meta({ description: 'Whether its next deadline has passed' }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Words in id, name or operator; case does not matter' }),
  campaign: listOf(z.string()).optional().meta({ description: 'The campaign of the current or last closure' }),
  cycle: wholeNumber(0, 1_000_000).optional().meta({ description: 'The current or last closure cycle' }),
});

/** What mines can be sorted by, `-` before it for descending; ties are in the order of `mineId`. */
export const mineSort = z
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
    'days',
    '-days',
    'waitingOn',
    '-waitingOn',
    'nextDeadline',
    '-nextDeadline',
    'lastChange',
    '-lastChange',
  ])
  .default('mineId')
  .meta({ description: '`-` before it: descending. Mines without such a value come last, ties by `mineId`.' });

/** The most mines that can be named one by one. */
const NAMED_LIMIT = 500;

/** Mines named one by one. */
export const namedMines = listOf(z.string().min(1).max(200), NAMED_LIMIT)
  .optional()
  .meta({ description: `Only these mines, at most ${NAMED_LIMIT}` });

/** The whole query of the list of mines. */
export const mineQuery = z.strictObject({
  ...mineFilters.shape,
  mineId: namedMines,
  sort: mineSort,
  ...pageParameters,
  ...totalParameter,
  ...instantParameters,
});

/** The query of the counts of mines: filters and instants. */
export const mineCountsQuery = z.strictObject({ ...mineFilters.shape, ...instantParameters });

/** {@link mineFilters} as a type. */
export type MineFilters = z.output<typeof mineFilters>;
/** {@link mineSort} as a type. */
export type MineSort = z.output<typeof mineSort>;
/** {@link mineQuery} as a type. */
export type MineQuery = z.output<typeof mineQuery>;
