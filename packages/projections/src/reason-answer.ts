import { role } from '@rectify/engine/rectification';
import { z } from 'zod';

/** Why something cannot happen: a stable code, a sentence, who can change it, and what it is about. */
export const reasonAnswer = z.object({
  code: z.string(),
  detail: z.string(),
  who: z.union([role, z.literal('nobody')]),
  office: z.string().optional(),
  about: z.string().optional(),
});
