import { mineQuery } from '@rectify/projections';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { caller } from '../auth/claims.ts';
import { callerOf, demonstrationPersonas, persona } from '../auth/persona.ts';
import { mintToken, TOKEN_LIFETIME } from '../auth/token.ts';
import type { Operation } from '../openapi/operation.ts';
import { checked } from '../requests/checked.ts';
import { parseJson, textOf } from '../requests/json.ts';
import { readQuery } from '../requests/query.ts';
import type { OpenHandlers } from './handlers.ts';

type Sessions = 'startSession' | 'listPersonas';

const sessionAnswer = z
  .object({
    token: z.string(),
    person: caller,
    expiresAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'Session' });

const personasAnswer = z
  .object({
    items: z.array(
      persona.extend({ mine: z.object({ mineId: z.string(), name: z.string() }).optional() }).meta({
        description: 'A body for POST /v1/dev/session, without `mine`, which says whose owner it is',
      }),
    ),
  })
  .meta({ id: 'Personas' });

const personasQuery = z.strictObject({
  q: mineQuery.shape.q.meta({ description: 'Words in id, name or operator of a mine: its owner is listed too' }),
});

const MINES_SHOWN = 20;

/** The routes of the dev sign-in, which lets in anyone as anyone. They exist in dev mode alone. */
export function sessionRoutes({ tokenKey, clock, reads }: AppNeeds): Pick<OpenHandlers, Sessions> {
  return {
    startSession: async ({ request, response }) => {
      const person = callerOf(checked(persona, parseJson(textOf(request))));
      const now = clock();
      const token = await mintToken(tokenKey, person, { now });
      const expiresAt = new Date(Math.floor(Date.parse(now) / 1000) * 1000 + TOKEN_LIFETIME * 1000).toISOString();
      const answer: z.infer<typeof sessionAnswer> = { token, person, expiresAt };
      writeJson(response, answer, { status: 201 });
    },
    listPersonas: async ({ request, response }) => {
      const { q } = readQuery(request, personasQuery);
      const query = mineQuery.parse({ limit: String(MINES_SHOWN), ...(q && { q }) });
      const found = q ? await reads.listMines(query, { viewer: { kind: 'official' }, now: clock() }) : undefined;
      const owners = (found?.items ?? []).map(({ mineId, name, operator }) => ({
        role: 'owner' as const,
        actor: operator.id,
        name: operator.name.slice(0, 100),
        mines: [mineId],
        mine: { mineId, name },
      }));
      writeJson(response, { items: [...demonstrationPersonas, ...owners] });
    },
  };
}

/** What the documentation says of {@link sessionRoutes}. */
export const sessionOperations: Readonly<Record<Sessions, Operation>> = {
  startSession: {
    tag: 'Dev sign-in',
    summary: 'Sign in as anyone',
    description:
      'In dev mode alone. What is left out is filled in from the role: `<role>-1`, its office, all regions, no mines.',
    body: persona,
    answers: { 201: { description: 'A bearer token', schema: sessionAnswer } },
    problems: ['invalid', 'not-found'],
  },
  listPersonas: {
    tag: 'Dev sign-in',
    summary: 'Whom to sign in as',
    description: 'In dev mode alone. With `q`, the owners of the mines found too.',
    query: personasQuery,
    answers: { 200: { description: 'People to try Rectify as', schema: personasAnswer } },
    problems: ['not-found'],
  },
};
