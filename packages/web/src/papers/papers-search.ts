import { z } from 'zod';

/** The papers that are made from a case. */
export const paperKinds = ['order', 'record', 'notice', 'letter', 'reopening'] as const;

/** A kind of paper. */
export type PaperKind = (typeof paperKinds)[number];

/** Reads from the address which paper is shown: its kind, and which of several of that kind. */
export const papersSearch = z.object({
  paper: z.enum(paperKinds).optional().catch(undefined),
  id: z.string().optional().catch(undefined),
});
