import { defaultProcedure } from '@rectify/engine';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import type { OpenHandlers } from './handlers.ts';

const systemAnswer = z
  .object({
    demonstration: z.boolean().meta({ description: 'The store holds demonstration data: nothing in it is real' }),
    scenario: z.string().nullable(),
    scenarioEndsAt: z
      .string()
      .nullable()
      .meta({ description: 'The last instant that the scenario tells of', format: 'date-time' }),
    auth: z.enum(['dev']).meta({ description: '`dev`: anyone can sign in as anyone' }),
    version: z.string(),
    storeId: z.string().meta({ description: 'Positions and cursors belong to this store alone' }),
    zone: z.string().meta({ description: 'The time zone in which days are counted' }),
    now: z.string().meta({ description: "The server's clock", format: 'date-time' }),
  })
  .meta({ id: 'System' });

/** The route that says what this server is. */
export function systemRoutes({ demonstration, version, store, clock }: AppNeeds): Pick<OpenHandlers, 'readSystem'> {
  return {
    readSystem: ({ response }) => {
      const answer: z.infer<typeof systemAnswer> = {
        demonstration: demonstration !== undefined,
        scenario: demonstration?.scenario ?? null,
        scenarioEndsAt: demonstration?.endsAt ?? null,
        auth: 'dev',
        version,
        storeId: store.storeId,
        zone: defaultProcedure.zone,
        now: clock(),
      };
      writeJson(response, answer);
    },
  };
}

/** What the documentation says of {@link systemRoutes}. */
export const systemOperations: Readonly<Record<'readSystem', Operation>> = {
  readSystem: {
    tag: 'Running it',
    summary: 'What this server is',
    answers: { 200: { description: 'About the server', schema: systemAnswer } },
  },
};
