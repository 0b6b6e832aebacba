import { instant } from '@rectify/engine/rectification';
import { z } from 'zod';

/** The query of a citation. Whoever cites gives the first two; the link that is answered carries them all. */
export const citationQuery = z.strictObject({
  query: z.string().max(8000).meta({
    description:
      'The path and query that the figure is answered at: `/v1/mines`, `/v1/mines/{mineId}`, `/v1/closures`, `/v1/closures/statistics` or `/v1/closures/course`',
  }),
  figure: z
    .string()
    .max(500)
    .regex(/^(\/([^~/]|~0|~1)+)+$/, 'must be a JSON pointer such as /total')
    .meta({ description: 'Where it stands in the answer, a JSON pointer (RFC 6901)' }),
  asOf: instant.optional().meta({ description: 'As of when it was cited' }),
  knownAt: instant.optional().meta({ description: 'As known when' }),
  store: z.string().max(200).optional().meta({ description: 'The event store that it was cited from' }),
  position: z.string().max(200).optional().meta({ description: 'How far the log had come' }),
  value: z.string().max(2000).optional().meta({ description: 'The figure as cited, as JSON' }),
});

/** {@link citationQuery} as a type. */
export type CitationQuery = z.output<typeof citationQuery>;
