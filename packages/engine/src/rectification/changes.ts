import { milliseconds } from './calendar.ts';
import { isKnowledgeEvent } from './catalogue.ts';
import { sameTransition } from './chart-value.ts';
import type { EventType } from './events/events.ts';
import type { Fact } from './fact.ts';
import { effectiveHistory } from './history.ts';

/** How one event of an effective history changes. */
export interface Change {
  readonly eventId: string;
  readonly type: EventType;
  /**
   * `added`: it is new; `voided`: it was never true; `restored`: its voiding is taken back; `corrected`: it says something else, or
   * happened at another time; `led-elsewhere`: it says the same and changes the mine's state differently.
   */
  readonly kind: 'added' | 'voided' | 'restored' | 'corrected' | 'led-elsewhere';
  /** The event as it stands before and after; null where it does not. */
  readonly before: Fact | null;
  readonly after: Fact | null;
}

/**
 * How the effective history changes from one set of a mine's facts to another that holds more: what happened or was never true, what
 * says something else, what leads elsewhere; in the order of the history. Events about what became known or was asked are left out.
 */
export function changesBetween(before: readonly Fact[], after: readonly Fact[]): Change[] {
  const recorded = new Set(before.map(({ eventId }) => eventId));
  const stood = new Map(standing(before).map((fact) => [fact.eventId, fact]));
  const stands = new Map(standing(after).map((fact) => [fact.eventId, fact]));
  const changes = [...new Set([...stood.keys(), ...stands.keys()])].flatMap((eventId): Change[] => {
    const was = stood.get(eventId) ?? null;
    const is = stands.get(eventId) ?? null;
    const kind = kindOf(was, is, recorded.has(eventId));
    const type = (is ?? was)?.type;
    return kind && type ? [{ eventId, type, kind, before: was, after: is }] : [];
  });
  const at = ({ before: was, after: is }: Change) => is ?? was;
  return changes.sort((a, b) => inOrder(at(a), at(b)));
}

function standing(facts: readonly Fact[]): Fact[] {
  return effectiveHistory(facts)
    .map(({ fact }) => fact)
    .filter(({ type }) => !isKnowledgeEvent(type));
}

function kindOf(was: Fact | null, is: Fact | null, recorded: boolean): Change['kind'] | null {
  if (!was) return recorded ? 'restored' : 'added';
  if (!is) return 'voided';
  if (!saysTheSame(was, is)) return 'corrected';
  return sameTransition(was.transition, is.transition) ? null : 'led-elsewhere';
}

function saysTheSame(was: Fact, is: Fact): boolean {
  return (
    was.occurredAt === is.occurredAt &&
    was.occurredAtPrecision === is.occurredAtPrecision &&
    JSON.stringify(was.data) === JSON.stringify(is.data)
  );
}

function inOrder(a: Fact | null, b: Fact | null): number {
  if (!a || !b) return 0;
  return milliseconds(a.occurredAt) - milliseconds(b.occurredAt) || a.revision - b.revision;
}
