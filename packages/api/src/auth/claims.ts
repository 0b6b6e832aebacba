import { mineId, type Person, region, role } from '@rectify/engine';
import { z } from 'zod';

const word = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]*$/u, 'must not hold control characters');

/** Someone who is signed in: a person with the rights they have now, and a name for the screen that is never stored. */
export const caller = z.object({
  id: word,
  role,
  office: word,
  regions: z.union([z.literal('all'), z.array(region).max(500)]),
  mines: z.array(mineId).max(500),
  operator: word.optional(),
  name: word,
});

/** {@link caller} as a type. */
export type Caller = z.infer<typeof caller>;

/** What a token says. Every claim but `operator` is required: a token that leaves one out gives no rights. */
export const claims = z.object({ sub: word, ...caller.omit({ id: true }).shape, exp: z.int() });

/** The caller as the engine takes a person, without the name. */
export function personOf({ id, role, office, regions, mines, operator }: Caller): Person {
  return { id, role, office, regions, mines, operator };
}
