import { eventTypes } from '@rectify/engine';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { personOf } from '../auth/claims.ts';
import type { Operation } from '../openapi/operation.ts';
import { reasonAnswer } from '../problems.ts';
import { mineIdIn, noSuchMine } from '../requests/mine-id.ts';
import type { SignedInHandlers } from './handlers.ts';

/** What may be sent now, and what not and why. */
export const nextAnswer = z
  .object({
    possible: z.array(
      z.object({
        type: z.enum(eventTypes),
        schema: z
          .record(z.string(), z.unknown())
          .meta({ description: 'The JSON Schema of `data`, narrowed to this mine' }),
        needsApproval: z.boolean().meta({ description: 'Another person has to grant it' }),
      }),
    ),
    refused: z.array(z.object({ type: z.enum(eventTypes), reasons: z.array(reasonAnswer) })),
  })
  .meta({ id: 'Next' });

/** {@link nextAnswer} as a type. */
export type NextAnswer = z.infer<typeof nextAnswer>;

/** The route that says what the caller may send to a mine now, and what not and why. Read from the stream. */
export function nextRoutes({ engine }: AppNeeds): Pick<SignedInHandlers, 'readNext'> {
  return {
    readNext: async ({ request, response, caller }) => {
      const next = await engine.next(mineIdIn(request), personOf(caller));
      if (!next) throw noSuchMine();
      writeJson(response, next);
    },
  };
}

/** What the documentation says of {@link nextRoutes}. */
export const nextOperations: Readonly<Record<'readNext', Operation>> = {
  readNext: {
    tag: 'Mines',
    summary: 'What may be sent now',
    description:
      'Each possible event with its JSON Schema, each impossible one with every reason and who can change it.',
    answers: { 200: { description: 'What is possible and what is refused', schema: nextAnswer } },
    problems: ['not-found'],
  },
};
