import { z } from 'zod';
import { procedure, procedureReference } from '../procedures/procedure.ts';
import { instant, text } from './values.ts';

/** Events of procedures. They are in a stream of their own; a version that was published never changes. */
export const procedureEvents = {
  /** `inForceFrom`: cycles that begin from then on, in its regions, are pinned to it; the moment of publishing if absent. */
  ProcedurePublished: z.strictObject({ procedure, inForceFrom: instant.optional(), note: text.optional() }),
  /** It is pinned to no more new cycles; those that are pinned to it go on under it. */
  ProcedureWithdrawn: z.strictObject({ procedure: procedureReference, reason: text }),
};

/** The name of an event type of procedures. */
export type ProcedureEventType = keyof typeof procedureEvents;
