import { z } from 'zod';
import type { RecordedEvent } from '../event-store/event-store.ts';
import { transition } from './chart-value.ts';
import { type EventData, type EventType, eventSchemas, isEventType } from './events/events.ts';
import { instant, precision, source } from './events/values.ts';
import type { Procedure } from './procedures/procedure.ts';
import { type Procedures, procedureNamed } from './procedures/procedures.ts';
import { actor } from './roles.ts';

/** How a later event changed the transition of an earlier one: a backdated or corrected history, kept foldable. */
const retransition = z.strictObject({ eventId: z.string(), ...transition.shape });

/** What is stored beside an event's data. */
export const factMetadata = z.object({
  mineId: z.string(),
  /** When it happened in the world. */
  occurredAt: instant,
  occurredAtPrecision: precision,
  /** When it was put on record, by the engine's clock; never before the stream's last one. */
  recordedAt: instant,
  actor,
  /** Who granted it, under four eyes. */
  approvedBy: actor.optional(),
  transition,
  retransitions: z.array(retransition).optional(),
  source: source.optional(),
  /** The sender's key, scoped to actor and mine: the same key has one effect. */
  commandId: z.string(),
  /** A hash of what was sent under the key. */
  commandHash: z.string(),
  correlationId: z.string(),
  causationId: z.string(),
  /** The procedure version that a cycle begun by this event is pinned to. */
  procedure: z.string(),
  engineVersion: z.string(),
});

/** {@link factMetadata} as a type. */
export type FactMetadata = z.infer<typeof factMetadata>;

/** A stored event of a mine. Its procedure, stored by name, is resolved when it is read. */
export interface FactOf<T extends EventType> extends Omit<FactMetadata, 'procedure'> {
  readonly type: T;
  readonly data: EventData<T>;
  readonly eventId: string;
  readonly revision: number;
  readonly position: string;
  readonly procedure: Procedure;
}

/** Any stored event of a mine, discriminated by `type`. */
export type Fact = { [T in EventType]: FactOf<T> }[EventType];

/** A stored event cannot be read as a fact about a mine: another program wrote it, or it is damaged. */
export class UnreadableFact extends Error {
  override readonly name = 'UnreadableFact';
}

const streamPrefix = 'mine-';

/** The stream that holds a mine's events. */
export function mineStream(mineId: string): string {
  return `${streamPrefix}${mineId}`;
}

/** Whether a stream holds a mine's events. */
export function isMineStream(stream: string): boolean {
  return stream.startsWith(streamPrefix);
}

/** The id of the mine whose events a stream holds (see {@link isMineStream}). */
export function mineOfStream(stream: string): string {
  return stream.slice(streamPrefix.length);
}

/**
 * Reads a stored event as a fact, checked against its schemas, its procedure being one of those known.
 * @throws UnreadableFact, UnknownProcedure
 */
export function factOf(
  { stream, revision, position, eventId, type, data, metadata }: Omit<RecordedEvent, 'append'>,
  procedures: Procedures,
): Fact {
  const where = `event ${revision} of ${stream}`;
  if (!isEventType(type)) throw new UnreadableFact(`${where} has the unknown type ${JSON.stringify(type)}`);
  const parsedData = eventSchemas[type].safeParse(data);
  if (!parsedData.success)
    throw new UnreadableFact(`${where} (${type}) has unreadable data: ${z.prettifyError(parsedData.error)}`);
  const parsedMetadata = factMetadata.safeParse(metadata);
  if (!parsedMetadata.success) {
    throw new UnreadableFact(`${where} (${type}) has unreadable metadata: ${z.prettifyError(parsedMetadata.error)}`);
  }
  const procedure = procedureNamed(procedures, parsedMetadata.data.procedure);
  return withData({ ...parsedMetadata.data, procedure, eventId, revision, position, type }, parsedData.data);
}

/** A fact with data already parsed by its type's schema; TypeScript cannot follow that pairing through the table of schemas. */
export function withData(fact: Omit<FactOf<EventType>, 'data'>, data: EventData): Fact {
  return { ...fact, data } as Fact;
}
