import type { Instants } from '@rectify/engine/rectification';
import {
  effectiveHistory,
  type Fact,
  isKnowledgeEvent,
  milliseconds,
  procedureName,
} from '@rectify/engine/rectification';
import { z } from 'zod';
import { actorFor, dataFor, maySeeKeysOf, maySeeMine, type Viewer, visibleFacts } from '../viewer.ts';
import type { EventAnswer } from './event-answer.ts';

const jsonObject = z.record(z.string(), z.json());
type JsonObject = z.infer<typeof jsonObject>;

/** A fact that corrects others. */
type CorrectionFact = Extract<Fact, { type: 'FactCorrected' }>;

/**
 * The history of one mine as a viewer may see it, in the order recorded, from all the facts of its stream. `knownAt` leaves out what was
 * recorded later, `asOf` what had not happened by then; each event stays as recorded and shows its latest correction beside it.
 */
export function describeHistory(facts: readonly Fact[], { asOf, knownAt }: Instants, viewer: Viewer): EventAnswer[] {
  const [first] = facts;
  if (!first || !maySeeMine(viewer, first.mineId)) return [];
  const known = visibleFacts(viewer, facts).filter(
    ({ recordedAt }) => knownAt === undefined || milliseconds(recordedAt) <= milliseconds(knownAt),
  );
  const effective = new Map(effectiveHistory(known).map(({ fact }) => [fact.eventId, fact]));
  const corrections = known.filter((fact) => fact.type === 'FactCorrected');
  const shown = new Set(known.map(({ eventId }) => eventId));
  return known
    .filter((fact) => {
      const { occurredAt } = effective.get(fact.eventId) ?? fact;
      return asOf === undefined || isKnowledgeEvent(fact.type) || milliseconds(occurredAt) <= milliseconds(asOf);
    })
    .map((fact) => ({
      ...asRecorded(fact, viewer, shown),
      ...asCorrected(fact, corrections, viewer),
      ...asItStands(fact, effective.get(fact.eventId), viewer),
    }));
}

/** An event as recorded, as a viewer may know it; `shown` are the events whose ids may be named. */
function asRecorded(fact: Fact, viewer: Viewer, shown: ReadonlySet<string>): EventAnswer {
  const keysShown = maySeeKeysOf(viewer, fact.actor);
  return {
    eventId: fact.eventId,
    mineId: fact.mineId,
    type: fact.type,
    revision: fact.revision,
    position: fact.position,
    data: dataFor(viewer, jsonOf(fact.data)),
    occurredAt: fact.occurredAt,
    occurredAtPrecision: fact.occurredAtPrecision,
    recordedAt: fact.recordedAt,
    actor: actorFor(viewer, fact.actor),
    ...(fact.approvedBy && { approvedBy: actorFor(viewer, fact.approvedBy) }),
    transition: isKnowledgeEvent(fact.type) ? null : fact.transition,
    commandId: keysShown ? fact.commandId : null,
    causationId: keysShown || shown.has(fact.causationId) ? fact.causationId : null,
    correlationId: keysShown ? fact.correlationId : null,
    ...(fact.source && { source: fact.source }),
    procedure: procedureName(fact.procedure),
  };
}

/** The latest correction of an event, if one was made: it replaces any before it. */
function asCorrected(
  fact: Fact,
  corrections: readonly CorrectionFact[],
  viewer: Viewer,
): Pick<EventAnswer, 'correction'> {
  const latest = corrections.findLast(({ data }) => data.corrections.some(({ eventId }) => eventId === fact.eventId));
  const correction = latest?.data.corrections.findLast(({ eventId }) => eventId === fact.eventId);
  if (!latest || !correction) return {};
  const about = { by: latest.eventId, reason: latest.data.reason, recordedAt: latest.recordedAt };
  if ('void' in correction) return { correction: { ...about, void: true, before: null, after: null } };
  const after = jsonOf(correction.patch);
  const recorded: JsonObject = {
    ...jsonOf(fact.data),
    occurredAt: fact.occurredAt,
    occurredAtPrecision: fact.occurredAtPrecision,
  };
  const before = Object.fromEntries(Object.keys(after).map((key) => [key, recorded[key] ?? null]));
  return {
    correction: { ...about, void: false, before: dataFor(viewer, before), after: dataFor(viewer, after) },
  };
}

/** What counts of an event, where it differs from what was recorded. */
function asItStands(fact: Fact, effective: Fact | undefined, viewer: Viewer): Pick<EventAnswer, 'effective'> {
  if (!effective) return {};
  const { data, occurredAt, occurredAtPrecision, transition } = effective;
  const same =
    data === fact.data &&
    transition === fact.transition &&
    occurredAt === fact.occurredAt &&
    occurredAtPrecision === fact.occurredAtPrecision;
  if (same) return {};
  return { effective: { data: dataFor(viewer, jsonOf(data)), occurredAt, occurredAtPrecision, transition } };
}

/** Plain JSON of a fact's data: absent optional fields are left out. */
function jsonOf(data: object): JsonObject {
  return jsonObject.parse(JSON.parse(JSON.stringify(data)));
}
