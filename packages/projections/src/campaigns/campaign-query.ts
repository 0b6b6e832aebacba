import { eventTypes } from '@rectify/engine/rectification';
import { z } from 'zod';
import { listOf, pageParameters } from '../query-values.ts';
import { mineFilters, namedMines } from '../status/mine-query.ts';
import { campaignState } from './campaign-answer.ts';
import { caseOutcome } from './run-answer.ts';

/** The query of the list of campaigns. */
export const campaignQuery = z.strictObject({ state: listOf(campaignState).optional(), ...pageParameters });

/** The query of one run: a page of its cases. */
export const runQuery = z.strictObject({
  outcome: listOf(caseOutcome).optional().meta({ description: 'Only cases that ended so' }),
  ...pageParameters,
});

/** The query of the requests that wait in a campaign. */
export const requestQuery = z.strictObject({
  approvalType: z.enum(eventTypes).default('ClosureOrdered').meta({ description: 'The event that is requested' }),
  ...pageParameters,
});

const parameter = z.union([z.string(), z.array(z.string())]);

/**
 * The filters of a list of mines as its query has them: an object of parameters. Numbers and truth values may be written as such.
 */
export const selectionParameters = z.record(
  z.string(),
  z.union([parameter, z.number().transform(String), z.boolean().transform(String)]),
);

/** The mines of a bulk action: the filters of the list of mines, by the very same schema, and those chosen one by one among them. */
export const selectionFilters = z.strictObject({
  ...mineFilters.shape,
  mineId: namedMines,
});

/** {@link campaignQuery} as a type. */
export type CampaignQuery = z.output<typeof campaignQuery>;
/** {@link runQuery} as a type. */
export type RunQuery = z.output<typeof runQuery>;
/** {@link selectionFilters} as a type. */
export type SelectionFilters = z.output<typeof selectionFilters>;
/** {@link requestQuery} as a type. */
export type RequestQuery = z.output<typeof requestQuery>;
