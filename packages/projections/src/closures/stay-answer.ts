import { operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { itsMine } from './closure-answer.ts';
import { span } from './statistics-answer.ts';

/** An uninterrupted time of a closure in one state. */
export const stay = z
  .object({
    ...itsMine,
    cycle: z.int().positive(),
    state: operationState,
    since: z.string().meta({ description: 'When the closure came into the state', format: 'date-time' }),
    until: z
      .string()
      .nullable()
      .meta({ description: 'When it left it, or ended in it; null while the stay goes on', format: 'date-time' }),
    goesOn: z.boolean().meta({ description: 'Still in the state at the instant of the answer: right-censored' }),
    lasted: span.meta({ description: 'How long it was, or has been so far' }),
  })
  .meta({ id: 'Stay' });

/** {@link stay} as a type. */
export type StayAnswer = z.infer<typeof stay>;
