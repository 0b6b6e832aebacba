import { z } from 'zod';
import type { RecordedEvent } from '../../event-store/event-store.ts';
import { procedureEvents } from '../events/procedure.ts';
import { instant } from '../events/values.ts';
import { UnreadableFact } from '../fact.ts';
import { actor } from '../roles.ts';
import { type ProcedureEvent, type Procedures, proceduresAfter } from './procedures.ts';

/** The stream that holds the events of all procedures. */
export const PROCEDURES_STREAM = 'procedures';

const metadata = z.object({
  occurredAt: instant,
  recordedAt: instant,
  actor,
  commandId: z.string(),
  commandHash: z.string(),
});

/** A stored event of procedures, with who sent it under which key. */
export type ProcedureFact = ProcedureEvent & z.infer<typeof metadata> & { readonly revision: number };

const stored = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ProcedurePublished'), data: procedureEvents.ProcedurePublished }),
  z.object({ type: z.literal('ProcedureWithdrawn'), data: procedureEvents.ProcedureWithdrawn }),
]);

/** Reads a stored event of {@link PROCEDURES_STREAM}. @throws UnreadableFact */
export function procedureFactOf(event: Pick<RecordedEvent, 'revision' | 'type' | 'data' | 'metadata'>): ProcedureFact {
  const parsed = stored.safeParse({ type: event.type, data: event.data });
  const around = metadata.safeParse(event.metadata);
  const fault = parsed.error ?? around.error;
  if (!parsed.success || !around.success)
    throw new UnreadableFact(
      `event ${event.revision} of ${PROCEDURES_STREAM} (${event.type}) cannot be read: ${fault ? z.prettifyError(fault) : ''}`,
    );
  return { ...parsed.data, ...around.data, revision: event.revision };
}

/** The known procedures after stored events, in order. @throws UnreadableFact */
export function proceduresWith(
  known: Procedures,
  events: readonly Pick<RecordedEvent, 'revision' | 'type' | 'data' | 'metadata'>[],
): Procedures {
  return events.map(procedureFactOf).reduce(proceduresAfter, known);
}
