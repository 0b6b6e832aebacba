import { eventTypes } from '@rectify/engine/rectification';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });

/** A figure: a single value. */
export const citedFigure = z.union([z.number(), z.string(), z.boolean(), z.null()]);

/** An event by which what is known of a mine differs from what a citation knew. */
const changedBy = z
  .object({
    mineId: z.string(),
    eventId: z.string(),
    type: z.enum(eventTypes),
    kind: z.enum(['corrected', 'late', 'request']).meta({
      description:
        '`corrected`: it corrects what was known; `late`: it was put on record since, and had happened by then; `request`: something under four eyes, which changes whom a mine waits for',
    }),
    reason: z.string().nullable().meta({ description: 'Why it was corrected' }),
    occurredAt: instant,
    recordedAt: instant,
  })
  .meta({ id: 'ChangedBy' });

/** A figure with its query, repeatable for ever. */
export const citation = z
  .object({
    query: z.string(),
    figure: z.string(),
    value: citedFigure.meta({ description: 'The figure as cited' }),
    asOf: instant,
    knownAt: instant.meta({
      description: 'When the last event that it goes by was recorded, unless an earlier instant was asked for',
    }),
    position: z.string().nullable(),
    store: z.string(),
    link: z.string().meta({ description: 'Asks for the same again: it holds all of this' }),
    recomputed: citedFigure.meta({ description: 'Worked out again as of and as known then' }),
    today: z.object({ value: citedFigure, knownAt: instant, position: z.string().nullable() }).meta({
      description: 'As of the same instant, by all that is known today; null: there is no such figure any more',
    }),
    stands: z.boolean().meta({ description: 'It is the same by all that is known today' }),
    changedBy: z.array(changedBy).meta({
      description:
        'What was put on record since by which a mine counted then, or now, stood otherwise at the instant; in the order of mines, then of their records',
    }),
    more: z.boolean().meta({ description: 'There is more of it than is answered' }),
    arrivedSince: z
      .array(z.object({ mineId: z.string(), eventId: z.string(), recordedAt: instant }))
      .nullable()
      .meta({
        description:
          'Events that came into the log after the position and yet were recorded by `knownAt`, by another node’s clock: they count in `recomputed`. null: the position is of another store, and they cannot be told',
      }),
  })
  .meta({ id: 'Citation' });

/** {@link citation} as a type. */
export type Citation = z.infer<typeof citation>;
/** A figure as a type. */
export type CitedFigure = z.infer<typeof citedFigure>;
/** {@link changedBy} as a type. */
export type ChangedBy = z.infer<typeof changedBy>;
