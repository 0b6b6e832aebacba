import { instant, milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import { listOf, pageParameters } from '../query-values.ts';
import { changeKind } from './change-kind.ts';

/** The query of what changed between two instants. */
export const changesQuery = z
  .strictObject({
    axis: z.enum(['world', 'knowledge']).default('world').meta({
      description: '`world`: what happened between the instants; `knowledge`: what became known between them',
    }),
    from: instant.meta({ description: 'What happened, or became known, after this instant' }),
    to: instant.optional().meta({ description: 'Until this instant, inclusive; the present without it' }),
    asOf: instant
      .optional()
      .meta({ description: 'On the axis of knowledge: about the world until this instant; the present without it' }),
    knownAt: instant
      .optional()
      .meta({ description: "On the world's axis: by what was known at this instant; the present without it" }),
    region: listOf(z.string()).optional().meta({ description: 'Of the mine at the later instant' }),
    campaign: listOf(z.string())
      .optional()
      .meta({ description: 'The campaign of its current or last closure at the later instant' }),
    kind: listOf(changeKind).optional().meta({ description: 'Changed in one of these ways' }),
    ...pageParameters,
  })
  .refine(({ from, to }) => to === undefined || milliseconds(from) <= milliseconds(to), {
    message: 'must not be before `from`',
    path: ['to'],
  })
  .refine(({ axis, asOf }) => axis === 'knowledge' || asOf === undefined, {
    message: "is for `axis=knowledge`; on the world's axis `from` and `to` are the instants",
    path: ['asOf'],
  })
  .refine(({ axis, knownAt }) => axis === 'world' || knownAt === undefined, {
    message: 'is for `axis=world`; on the axis of knowledge `from` and `to` are the instants',
    path: ['knownAt'],
  });

/** {@link changesQuery} as a type. */
export type ChangesQuery = z.output<typeof changesQuery>;
