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
import type { HistoryView } from './history-query.ts';

const jsonObject = z.record(z.string(), z.json());
type JsonObject = z.infer<typeof jsonObject>;

/** A fact that corrects others. */
type CorrectionFact = Extract<Fact, { type: 'FactCorrected' }>;

/** Which history is asked for: as of and as known at which instants, and as recorded unless `view` says otherwise. */
export interface HistoryAsked extends Instants {
  readonly view?: HistoryView | undefined;
}

/**
 * The history of one mine as a viewer may see it, from all the facts of its stream. `knownAt` leaves out what was recorded later, `asOf` what
 * had not happened by then. In the view `recorded` each event stays as recorded, in that order, and shows its latest correction beside
 * it; `effective` is the effective history: events as corrected, in the order in which they happened, without those voided.
 */
export function describeHistory(facts: readonly Fact[], asked: HistoryAsked, viewer: Viewer): EventAnswer[] {
  const { asOf, knownAt, view = 'recorded' } = asked;
  const [first] = facts;
  if (!first || !maySeeMine(viewer, first.mineId)) return [];
  const known = visibleFacts(viewer, facts).filter(
    ({ recordedAt }) => knownAt === undefined || milliseconds(recordedAt) <= milliseconds(knownAt),
  );
  return view === 'effective' ? asItCounts(known, asOf, viewer) : asPutOnRecord(known, asOf, viewer);
}

function asPutOnRecord(known: readonly Fact[], asOf: string | undefined, viewer: Viewer): EventAnswer[] {
  const effective = new Map(effectiveHistory(known).map(({ fact }) => [fact.eventId, fact]));
  const corrections = known.filter((fact) => fact.type === 'FactCorrected');
  const shown = new Set(known.map(({ eventId }) => eventId));
  return known
    .filter((fact) => {
      const { occurredAt } = effective.get(fact.eventId) ?? fact;
      return asOf === undefined || isKnowledgeEvent(fact.type) || milliseconds(occurredAt) <= milliseconds(asOf);
    })
    .map((fact) => ({
      ...asTold(fact, viewer, shown),
      ...asCorrected(fact, corrections, viewer),
      ...asItStands(fact, effective.get(fact.eventId), viewer),
    }));
}

function asItCounts(known: readonly Fact[], asOf: string | undefined, viewer: Viewer): EventAnswer[] {
  const recorded = new Map(known.map((fact) => [fact.eventId, fact]));
  const corrections = known.filter((fact) => fact.type === 'FactCorrected');
  const shown = new Set(recorded.keys());
  return effectiveHistory(known, { asOf }).map(({ fact }) => ({
    ...asTold(fact, viewer, shown),
    ...asCorrected(recorded.get(fact.eventId) ?? fact, corrections, viewer),
  }));
}

/** A fact as a viewer may know it; `shown` are the events whose ids may be named. */
function asTold(fact: Fact, viewer: Viewer, shown: ReadonlySet<string>): EventAnswer {
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
export function jsonOf(data: object): JsonObject {
  return jsonObject.parse(JSON.parse(JSON.stringify(data)));
}
