import type { SendCommand, SentEvent } from '../commands.ts';
import type { EngineNeeds } from '../engine.ts';
import { EventTooLarge, WrongExpectedRevision } from '../event-store/errors.ts';
import { knownProcedures, type ProcedureShelf } from '../known-procedures.ts';
import { type ProcedureEventType, procedureEvents } from '../rectification/events/procedure.ts';
import { procedureName } from '../rectification/procedures/procedure.ts';
import { PROCEDURES_STREAM } from '../rectification/procedures/procedure-fact.ts';
import type { ProcedureEvent, PublishedProcedure } from '../rectification/procedures/procedures.ts';
import { actorOf } from '../rectification/roles.ts';
import type { Rejection } from '../rejection.ts';
import { asJson, commandHash, ENGINE_VERSION } from '../stored-event.ts';
import { validateAgainst } from '../validation.ts';
import { checkProcedure } from './check-procedure.ts';

/** An event of procedures as someone sends it: not yet checked. */
export interface ProcedureCommand
  extends Omit<SentEvent, 'type'>,
    Pick<SendCommand, 'person' | 'commandId' | 'correlationId'> {
  readonly type: ProcedureEventType;
}

/** What became of an event of procedures. */
export type ProcedureOutcome =
  | { readonly kind: 'accepted'; readonly published: PublishedProcedure; readonly duplicate: boolean }
  | {
      readonly kind: 'rejected';
      readonly rejection:
        | Extract<Rejection, { code: 'invalid' | 'forbidden' | 'key-reused' | 'too-large' }>
        /** A version never changes: what is to be different is a new version. */
        | { readonly code: 'procedure-exists'; readonly procedure: string }
        | { readonly code: 'unknown-procedure'; readonly procedure: string }
        /** The default has to stay: cycles begin under it where no other is in force. */
        | { readonly code: 'procedure-cannot-be-withdrawn'; readonly procedure: string; readonly detail: string };
    };

/** Publishes or withdraws a procedure version: appends to the stream of procedures. An administrator does it. */
export async function sendProcedureEvent(
  { store, clock, newId }: EngineNeeds,
  command: ProcedureCommand,
): Promise<ProcedureOutcome> {
  const read = knownProcedures(store);
  for (;;) {
    const shelf = await read();
    const made = planned(shelf, command, clock());
    if (made.kind !== 'append') return made;
    const event = {
      eventId: newId(),
      type: made.event.type,
      data: asJson(made.event.data),
      metadata: asJson(made.metadata),
    };
    try {
      await store.append(PROCEDURES_STREAM, [event], shelf.facts.length === 0 ? 'no-stream' : shelf.facts.length - 1);
      return answered(await read(), nameIn(made.event), false);
    } catch (error) {
      if (error instanceof EventTooLarge) return rejected({ code: 'too-large', bytes: error.bytes });
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}

type Invalid = Extract<Rejection, { code: 'invalid' }>;

type Planned =
  | ProcedureOutcome
  | { readonly kind: 'append'; readonly event: ProcedureEvent; readonly metadata: object };

function planned(shelf: ProcedureShelf, command: ProcedureCommand, now: string): Planned {
  const { person, commandId, correlationId = commandId, type, ...sent } = command;
  if (person.role !== 'admin')
    return rejected({
      code: 'forbidden',
      detail: `As ${person.role} you cannot publish or withdraw a procedure: only admin can.`,
      who: ['admin'],
    });
  const hash = commandHash([{ type, data: sent.data, occurredAt: sent.occurredAt }], undefined);
  const before = shelf.facts.find((fact) => fact.actor.id === person.id && fact.commandId === commandId);
  if (before)
    return before.commandHash === hash
      ? answered(shelf, nameIn(before), true)
      : rejected({ code: 'key-reused', commandId });
  const valid = valued(type, sent, now);
  if ('code' in valid) return rejected(valid);
  const refusal = refusalOf(shelf, valid.event);
  if (refusal) return refusal;
  const metadata = {
    occurredAt: valid.event.occurredAt,
    recordedAt: now,
    actor: actorOf(person),
    source: valid.source,
    commandId,
    commandHash: hash,
    correlationId,
    causationId: commandId,
    engineVersion: ENGINE_VERSION,
  };
  return { kind: 'append', event: valid.event, metadata };
}

function valued(type: ProcedureEventType, sent: Omit<SentEvent, 'type'>, now: string) {
  switch (type) {
    case 'ProcedurePublished': {
      const valid = withFaultsOfProcedure(
        validateAgainst(procedureEvents.ProcedurePublished, sent, now),
        sent.data,
        now,
      );
      if ('code' in valid) return valid;
      return { event: { type, data: valid.data, occurredAt: valid.occurredAt ?? now }, source: valid.source };
    }
    case 'ProcedureWithdrawn': {
      const valid = validateAgainst(procedureEvents.ProcedureWithdrawn, sent, now);
      if ('code' in valid) return valid;
      return { event: { type, data: valid.data, occurredAt: valid.occurredAt ?? now }, source: valid.source };
    }
  }
}

/** A document with faults is not published; what the schema alone finds in it is among what the check finds. */
function withFaultsOfProcedure<T extends object>(valid: T | Invalid, data: unknown, now: string): T | Invalid {
  const document = Object.getOwnPropertyDescriptor(Object(data), 'procedure')?.value;
  const found = checkProcedure(document, now).map((fault) => ({ ...fault, pointer: DOCUMENT + fault.pointer }));
  const others = 'code' in valid ? valid.faults.filter(({ pointer }) => !isWithin(pointer)) : [];
  return found.length + others.length === 0 ? valid : { code: 'invalid', faults: [...others, ...found] };
}

const DOCUMENT = '/data/procedure';

function isWithin(pointer: string): boolean {
  return pointer === DOCUMENT || pointer.startsWith(`${DOCUMENT}/`);
}

function refusalOf({ procedures }: ProcedureShelf, event: ProcedureEvent): ProcedureOutcome | undefined {
  const procedure = nameIn(event);
  const known = procedures.get(procedure);
  if (event.type === 'ProcedurePublished') return known && rejected({ code: 'procedure-exists', procedure });
  if (!known) return rejected({ code: 'unknown-procedure', procedure });
  if (known.publishedAt === null)
    return rejected({
      code: 'procedure-cannot-be-withdrawn',
      procedure,
      detail: `${procedure} is the default: cycles begin under it where no other is in force. Publish another for its regions instead.`,
    });
  return known.withdrawnAt === null
    ? undefined
    : rejected({
        code: 'procedure-cannot-be-withdrawn',
        procedure,
        detail: `${procedure} was withdrawn already, on ${known.withdrawnAt}.`,
      });
}

function answered({ procedures }: ProcedureShelf, name: string, duplicate: boolean): ProcedureOutcome {
  const published = procedures.get(name);
  return published
    ? { kind: 'accepted', published, duplicate }
    : rejected({ code: 'unknown-procedure', procedure: name });
}

function nameIn({ type, data }: ProcedureEvent): string {
  return type === 'ProcedurePublished' ? procedureName(data.procedure) : data.procedure;
}

function rejected(rejection: Extract<ProcedureOutcome, { kind: 'rejected' }>['rejection']): ProcedureOutcome {
  return { kind: 'rejected', rejection };
}
