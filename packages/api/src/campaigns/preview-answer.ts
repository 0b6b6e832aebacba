import { foreseenCase, foreseenTally, runAnswer } from '@rectify/projections';
import { z } from 'zod';

/** What a bulk action would come to. Further pages hold cases alone. */
export const previewAnswer = z
  .object({
    ...foreseenTally.partial().shape,
    token: z.string().nullable().optional().meta({
      description: 'To do exactly this, `POST /v1/campaigns/{campaignId}/runs`; null where no mine is selected',
    }),
    expiresAt: z.string().nullable().optional().meta({ format: 'date-time' }),
    items: z.array(foreseenCase).meta({ description: 'Cases by mine' }),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
    position: z.string().meta({ description: 'How far the log had come when looking began' }),
  })
  .meta({ id: 'Preview' });

/** A run that was started, or had been by the same act before. */
export const startedAnswer = z
  .object({
    run: runAnswer,
    duplicate: z.boolean().meta({ description: 'The same was started before; nothing was started again' }),
  })
  .meta({ id: 'StartedRun' });

/** {@link previewAnswer} as a type. */
export type PreviewAnswer = z.infer<typeof previewAnswer>;
/** {@link startedAnswer} as a type. */
export type StartedAnswer = z.infer<typeof startedAnswer>;
