import {
  type EventType,
  type Fact,
  type FactOf,
  type Procedures,
  procedureName,
  procedureNamed,
  withData,
} from '@rectify/engine/rectification';

type Values = FactOf<EventType>;

/**
 * A fact as the read database keeps it, beside its mine and revision: its values without their names, which make a third of its JSON; the procedure by name, ids that
 * repeat the command's as null. At {@link POSITION_PLACE} is its position.
 */
type StoredFact = readonly [
  eventId: string,
  position: string,
  type: EventType,
  occurredAt: string,
  occurredAtPrecision: Values['occurredAtPrecision'],
  recordedAt: string,
  actor: Values['actor'],
  transition: Values['transition'],
  commandId: string,
  commandHash: string,
  correlationId: string | null,
  causationId: string | null,
  procedure: string,
  engineVersion: string,
  data: Values['data'],
  seldom: Pick<Values, 'approvedBy' | 'retransitions' | 'source'>,
];

/** Where in a stored fact its position is, as a path in SQLite's JSON. */
export const POSITION_PLACE = '$[1]';

/** A fact as text, but for its mine and revision. */
export function stored(fact: Fact): string {
  const { commandId, correlationId, causationId, approvedBy, retransitions, source } = fact;
  const values: StoredFact = [
    fact.eventId,
    fact.position,
    fact.type,
    fact.occurredAt,
    fact.occurredAtPrecision,
    fact.recordedAt,
    fact.actor,
    fact.transition,
    commandId,
    fact.commandHash,
    correlationId === commandId ? null : correlationId,
    causationId === commandId ? null : causationId,
    procedureName(fact.procedure),
    fact.engineVersion,
    fact.data,
    { approvedBy, retransitions, source },
  ];
  return JSON.stringify(values);
}

/** A fact from text that {@link stored} made. It is not checked again, as folded mines are not (see `read-database.ts`). */
export function restored(
  { mineId, revision, text }: { readonly mineId: string; readonly revision: number; readonly text: string },
  procedures: Procedures,
): Fact {
  const values: StoredFact = JSON.parse(text);
  const [eventId, position, type, occurredAt, occurredAtPrecision, recordedAt, actor, transition, ...rest] = values;
  const [commandId, commandHash, correlationId, causationId, procedure, engineVersion, data, seldom] = rest;
  return withData(
    {
      mineId,
      revision,
      eventId,
      position,
      type,
      occurredAt,
      occurredAtPrecision,
      recordedAt,
      actor,
      transition,
      commandId,
      commandHash,
      correlationId: correlationId ?? commandId,
      causationId: causationId ?? commandId,
      procedure: procedureNamed(procedures, procedure),
      engineVersion,
      ...seldom,
    },
    data,
  );
}
