import { type Role, usualSenders } from '@rectify/engine/rectification';
import { z } from 'zod';
import { boardSearch } from '../../board/board-search.ts';

/** What can be done to many mines at once from the page. */
const actTypes = ['InspectionScheduled', 'ClosureOrdered', 'NoteAdded'] as const;

/** What can be done to many mines at once. */
export type ActType = (typeof actTypes)[number];

/** What somebody of a role can do to many mines at once; nothing where they do not act on many. */
export function actTypesOf(role: Role | undefined): readonly ActType[] {
  if (role !== 'inspector' && role !== 'supervisor') return [];
  return actTypes.filter((type) => usualSenders(type).includes(role));
}

/** The most mines that can be chosen one by one: the API takes no more. */
export const MOST_CHOSEN = 500;

/** Reads from the address which mines, as the board has them or chosen there one by one, and what is to be done. */
export const actSearch = boardSearch.omit({ sort: true, columns: true }).extend({
  /** The mines that were chosen one by one, with commas between them. */
  mineId: z.string().optional().catch(undefined),
  type: z.enum(actTypes).optional().catch(undefined),
});

/** The address of a bulk action. */
export type ActSearch = z.infer<typeof actSearch>;
