import { milliseconds } from './calendar.ts';
import { isKnowledgeEvent } from './catalogue.ts';
import type { Transition } from './chart-value.ts';
import { eventSchemas } from './events/events.ts';
import type { Correction } from './events/record.ts';
import { type Fact, withData } from './fact.ts';

/** The instants of a bitemporal question; both inclusive; an absent one means unbounded. */
export interface Instants {
  /** What was true on this instant. */
  readonly asOf?: string | undefined;
  /** What was known at this instant. */
  readonly knownAt?: string | undefined;
}

/** A fact as it stands in the effective history: possibly corrected, possibly with another transition. */
export interface EffectiveFact {
  readonly fact: Fact;
  /** The id of the correction that applies to it, if one does. */
  readonly correctedBy: string | null;
}

/**
 * The effective history: facts recorded until `knownAt`, the latest correction of each applied, in the order
 * (`occurredAt`, `revision`), those that occurred until `asOf`. statechart.md, "Time and corrections": there is no other definition.
 */
export function effectiveHistory(facts: readonly Fact[], { asOf, knownAt }: Instants = {}): EffectiveFact[] {
  const known =
    knownAt === undefined ? facts : facts.filter(({ recordedAt }) => milliseconds(recordedAt) <= milliseconds(knownAt));
  const corrections = latestCorrections(known);
  const transitions = latestTransitions(known);
  return known
    .flatMap((fact): EffectiveFact[] => {
      const correction = corrections.get(fact.eventId);
      if (!correction) {
        const transition = transitions.get(fact.eventId);
        return [{ fact: transition ? { ...fact, transition } : fact, correctedBy: null }];
      }
      if ('void' in correction.correction) return [];
      const patched = patchedFact(fact, correction.correction.patch);
      return [
        {
          fact: { ...patched, transition: transitions.get(fact.eventId) ?? fact.transition },
          correctedBy: correction.by,
        },
      ];
    })
    .sort(
      (a, b) => milliseconds(a.fact.occurredAt) - milliseconds(b.fact.occurredAt) || a.fact.revision - b.fact.revision,
    )
    .filter(
      ({ fact }) =>
        asOf === undefined || isKnowledgeEvent(fact.type) || milliseconds(fact.occurredAt) <= milliseconds(asOf),
    );
}

function latestCorrections(facts: readonly Fact[]): Map<string, { by: string; correction: Correction }> {
  return new Map(
    facts.flatMap((fact) =>
      fact.type === 'FactCorrected'
        ? fact.data.corrections.map((correction) => [correction.eventId, { by: fact.eventId, correction }] as const)
        : [],
    ),
  );
}

function latestTransitions(facts: readonly Fact[]): Map<string, Transition> {
  return new Map(
    facts.flatMap(({ retransitions }) =>
      (retransitions ?? []).map(({ eventId, from, to }) => [eventId, { from, to }] as const),
    ),
  );
}

/** A fact with new values for some of its data; a null value removes an optional one (RFC 7396, at the top level). @throws ZodError when the data would no longer fit its schema */
export function patchedFact(fact: Fact, patch: Extract<Correction, { patch: unknown }>['patch']): Fact {
  const { occurredAt, occurredAtPrecision, ...changes } = patch;
  const merged = Object.fromEntries(Object.entries({ ...fact.data, ...changes }).filter(([, value]) => value !== null));
  return withData(
    {
      ...fact,
      occurredAt: occurredAt ?? fact.occurredAt,
      occurredAtPrecision: occurredAtPrecision ?? fact.occurredAtPrecision,
    },
    eventSchemas[fact.type].parse(merged),
  );
}
