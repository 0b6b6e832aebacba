import type { EventType } from './events/events.ts';
import type { Fact } from './fact.ts';
import { effectiveHistory } from './history.ts';

const internalToTheAuthority: ReadonlySet<EventType> = new Set<EventType>([
  'CaseAssigned',
  'CaseHandedOver',
  'ApprovalRequested',
  'ApprovalGranted',
  'ApprovalDeclined',
  'ApprovalWithdrawn',
]);

/**
 * Whether an owner may see a fact of their mine: domain.md, "Who may do and see what". Internal notes and documents, who has the
 * case, and requests before they take effect are the authority's alone; a granted request shows as its effect.
 */
function isVisibleToOwner(fact: Fact): boolean {
  if (fact.type === 'NoteAdded' || fact.type === 'DocumentAttached') return fact.data.visibility === 'owner';
  return !internalToTheAuthority.has(fact.type);
}

/**
 * The facts of a mine that its owner may see. A fact counts by what it says as recorded and as corrected: both must be for the
 * owner. Of a correction only the parts about such facts remain.
 */
export function factsVisibleToOwner(facts: readonly Fact[]): Fact[] {
  const asItStands = effectiveHistory(facts).map(({ fact }) => fact);
  const hidden = new Set(
    [...facts, ...asItStands].filter((fact) => !isVisibleToOwner(fact)).map(({ eventId }) => eventId),
  );
  return facts.flatMap((fact): Fact[] => {
    if (hidden.has(fact.eventId)) return [];
    if (fact.type !== 'FactCorrected') return [fact];
    const corrections = fact.data.corrections.filter(({ eventId }) => !hidden.has(eventId));
    return corrections.length === 0 ? [] : [{ ...fact, data: { ...fact.data, corrections } }];
  });
}
