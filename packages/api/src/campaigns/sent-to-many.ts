import { eventTypes, exclusions } from '@rectify/engine';
import { selectionParameters } from '@rectify/projections';
import { z } from 'zod';
import { sentEvent } from '../requests/sent.ts';

const limit = z.int().min(1).max(500).default(50);
const cursor = z.string().max(2000).optional().meta({ description: '`next` of the page before' });

/** A bulk action to be looked at before it is done: which mines, as the list of mines has them, and what to send to each. */
export const previewed = z
  .strictObject({
    query: selectionParameters.meta({
      description:
        'The filters of `GET /v1/mines`, by name: `{ "region": "CN-XJ", "status": ["operating", "reopened"] }`; `{}` selects all. Beside them `mineId`, at most 500: only these of the mines that fit',
    }),
    event: sentEvent,
    outcome: z
      .array(z.enum(['accepted', 'needs-approval', 'refused']))
      .min(1)
      .optional()
      .meta({ description: 'Show only cases of these groups; the counts are of all' }),
    limit,
    cursor,
  })
  .meta({ id: 'SentPreview' });

/** A bulk action to be done as it was previewed. */
export const startedRun = z
  .strictObject({ token: z.string().max(1_000_000).meta({ description: 'The token of the preview' }) })
  .meta({ id: 'SentRun' });

/** Requests to be granted together. */
export const grantedTogether = z
  .strictObject({
    approvalType: z.enum(eventTypes).default('ClosureOrdered').meta({ description: 'The event that is requested' }),
    exclude: exclusions.default([]).meta({ description: 'Mines whose requests are left out' }),
    expectedCount: z.int().nonnegative().meta({
      description:
        'How many requests the list holds without those left out: the grant is refused if it is another number',
    }),
  })
  .meta({ id: 'SentGrants' });

/** {@link previewed} as a type. */
export type SentPreview = z.output<typeof previewed>;
/** {@link grantedTogether} as a type. */
export type SentGrants = z.output<typeof grantedTogether>;
