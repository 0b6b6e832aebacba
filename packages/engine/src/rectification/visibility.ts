import type { EventType } from './events/events.ts';
import type { Fact } from './fact.ts';

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
export function isVisibleToOwner(fact: Fact): boolean {
  if (fact.type === 'NoteAdded' || fact.type === 'DocumentAttached') return fact.data.visibility === 'owner';
  return !internalToTheAuthority.has(fact.type);
}
