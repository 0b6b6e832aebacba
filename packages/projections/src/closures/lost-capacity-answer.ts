import { source } from '@rectify/engine/rectification';
import { z } from 'zod';

const count = z.int().nonnegative();

/** A report of lost capacity, as far as it falls into a closure. */
const lossReport = z.object({
  mineId: z.string(),
  cycle: z.int().positive(),
  campaignId: z.string().nullable(),
  eventId: z.string(),
  reportedAt: z.string().meta({ format: 'date-time' }),
  source: source.nullable().meta({ description: 'null: the owner alone' }),
  amountPerDay: z.number(),
  approximate: z.boolean(),
  unit: z.string(),
  from: z.string().meta({ description: 'Both within the closure', format: 'date-time' }),
  to: z.string().meta({ format: 'date-time' }),
  days: z.number().nonnegative().meta({ description: 'Days of 24 hours between them' }),
});

/** How reports are counted: added up within their unit, told apart as they disagree, or about a whole campaign. */
export const lossCounted = z.enum(['summed', 'disagreeing', 'ofCampaign']);

/** What was reported lost in one closure within one unit. */
export const closureLosses = z
  .object({
    mineId: z.string(),
    name: z.string(),
    region: z.string(),
    cycle: z.int().positive(),
    unit: z.string(),
    counted: lossCounted,
    reports: z.array(lossReport).meta({ description: 'Those of the closure, or one of them with `each=report`' }),
  })
  .meta({ id: 'ClosureLosses' });

/** Capacity that owners reported as lost while their mines were shut: domain.md, "Measures". */
export const lostCapacity = z
  .object({
    unverified: z.literal(true).meta({ description: 'Reported, and verified by nobody' }),
    byUnit: z
      .array(
        z.object({
          unit: z.string(),
          amountDays: z.number().meta({ description: 'Amount per day × days, summed over the reports of mines' }),
          closures: count,
          reports: count,
          approximate: z.boolean().meta({ description: 'One of the amounts is given as about so much' }),
        }),
      )
      .meta({
        description: 'Reports about single mines that nothing disagrees with; a unit is never turned into another',
      }),
    disagreeing: z.array(z.array(lossReport)).meta({
      description:
        'Reports about one mine and the same days with different amounts, side by side: in no sum. At most 100',
    }),
    ofCampaigns: z
      .array(lossReport)
      .meta({ description: 'Reports about a whole campaign: in no sum, and never divided among mines. At most 100' }),
    left: z
      .object({ disagreeing: count, ofCampaigns: count })
      .meta({ description: 'How many more there are than are listed' }),
  })
  .meta({ id: 'LostCapacity' });

/** {@link lossReport} as a type. */
export type LossReport = z.infer<typeof lossReport>;
/** {@link lostCapacity} as a type. */
export type LostCapacityAnswer = z.infer<typeof lostCapacity>;
/** {@link lossCounted} as a type. */
export type LossCounted = z.infer<typeof lossCounted>;
/** {@link closureLosses} as a type. */
export type ClosureLossesAnswer = z.infer<typeof closureLosses>;
