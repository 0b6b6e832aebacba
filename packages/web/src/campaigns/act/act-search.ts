import { z } from 'zod';
import { boardSearch } from '../../board/board-search.ts';

/** What can be done to many mines at once from the page. */
export const actTypes = ['ClosureOrdered', 'InspectionScheduled', 'NoteAdded'] as const;

/** What can be done to many mines at once. */
export type ActType = (typeof actTypes)[number];

/** Reads from the address which mines, as the board has them, and what is to be done. */
export const actSearch = boardSearch.omit({ sort: true, cursor: true, page: true }).extend({
  type: z.enum(actTypes).optional().catch(undefined),
});

/** The address of a bulk action. */
export type ActSearch = z.infer<typeof actSearch>;
