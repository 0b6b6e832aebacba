import { eventTypes, role } from '@rectify/engine';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { personOf } from '../auth/claims.ts';
import type { Operation } from '../openapi/operation.ts';
import { reasonAnswer } from '../problems.ts';
import { mineIdIn, noSuchMine } from '../requests/mine-id.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

/** One step of a way: an event that somebody has to send. */
const wayStep = z
  .object({
    type: z.enum(eventTypes),
    role: role.meta({ description: 'Who can send it' }),
    for: z.string().optional().meta({
      description:
        'The code or id of what it is about: a requirement, check, finding, letter, licence, direction, appeal or request. An id that the mine does not have yet is the one that its form proposes.',
    }),
    approvedBy: role
      .optional()
      .meta({ description: 'Four eyes: another person of this role has to grant it. Both together are one step.' }),
  })
  .meta({ id: 'WayStep' });

const refusedEvent = z.object({
  type: z.enum(eventTypes),
  reasons: z.array(reasonAnswer),
  path: z.array(wayStep).nullable().optional().meta({
    description:
      'The shortest sequence of events by which people can bring this one about, itself last: so many steps is it away. A shut mine stays in its closure; a way that ends it or moves the site is told only where no other leads there. `null`: there is none. Absent: not sought, or given up.',
  }),
  pathSearch: z.enum(['found', 'none', 'gave-up']).optional().meta({
    description:
      'What the search for `path` came to; absent where it was not sought. `gave-up`: it went as far as it may, so there may be a way or none.',
  }),
});

const nextQuery = z.strictObject({
  whyNot: z.enum(eventTypes, { error: 'must be an event type' }).optional().meta({
    description:
      'Seeks the `path` to this event, if it is refused. Without it the paths of a shut mine to the milestones of reopening are sought: InspectionPassed, RequirementsCertified, ReopeningAuthorised.',
  }),
});

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
    refused: z.array(refusedEvent),
  })
  .meta({ id: 'Next' });

/** {@link nextAnswer} as a type. */
export type NextAnswer = z.infer<typeof nextAnswer>;

/** The route that says what the caller may send to a mine now, and what not, why and how it could. Read from the stream. */
export function nextRoutes({ engine }: AppNeeds): Pick<SignedInHandlers, 'readNext'> {
  return {
    readNext: async ({ request, response, caller }) => {
      const { whyNot } = readQuery(request, nextQuery);
      const next = await engine.next(mineIdIn(request), personOf(caller), whyNot && [whyNot]);
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
      'Each possible event with its JSON Schema, each impossible one with every reason and who can change it; to one of your choice (`whyNot`) also the way, step by step.',
    query: nextQuery,
    answers: { 200: { description: 'What is possible and what is refused', schema: nextAnswer } },
    problems: ['not-found'],
  },
};
