import { milliseconds } from './calendar.ts';
import type { EventType } from './events/events.ts';
import type { Fact } from './fact.ts';
import { type FoldedMine, fold } from './fold.ts';
import { effectiveHistory, type Instants } from './history.ts';
import { factsOfTenure, inTenure, tenureOf } from './tenure.ts';

const internalToTheAuthority: ReadonlySet<EventType> = new Set<EventType>([
  'CaseAssigned',
  'CaseHandedOver',
  'ApprovalRequested',
  'ApprovalGranted',
  'ApprovalDeclined',
  'ApprovalWithdrawn',
]);

/** Whether events of a type are the authority's alone: who has the case, and requests before they take effect. */
export function isInternalToTheAuthority(type: EventType): boolean {
  return internalToTheAuthority.has(type);
}

/**
 * Whether an owner may see a fact of their mine: domain.md, "Who may do and see what". Internal notes and documents, who has the
 * case, and requests before they take effect are the authority's alone; a granted request shows as its effect.
 */
function isVisibleToOwner(fact: Fact): boolean {
  // A request is the authority's alone, and with it that it waits too long.
  if (fact.type === 'DeadlinePassed') return fact.data.rule !== 'approval-answer';
  if (fact.type === 'NoteAdded' || fact.type === 'DocumentAttached') return fact.data.visibility === 'owner';
  return !isInternalToTheAuthority(fact.type);
}

/**
 * The facts of a mine that its owner may see. A fact counts by what it says as recorded and as corrected: both must be for the
 * owner. Of a correction only the parts about such facts remain. `operator`: for whom they act, the present operator unless named;
 * each operator sees their own time (see {@link factsOfTenure}).
 */
export function factsVisibleToOwner(facts: readonly Fact[], operator?: string): Fact[] {
  return visibleAmong(facts, factsOfTenure(facts, operator));
}

/**
 * A mine as its owner may know it, as of and as known at instants: folded from what owners may see. To the present operator without what was
 * over before their time; to a former one as it was at the end of theirs; undefined to whoever never operated it.
 */
export function foldForOwner(
  facts: readonly Fact[],
  operator: string | undefined,
  instants: Instants = {},
): FoldedMine | undefined {
  const tenure = tenureOf(facts, operator);
  if (!tenure) return undefined;
  const visible = visibleAmong(facts, facts);
  if (tenure.until === null) {
    const folded = fold(visible, instants);
    return folded && inTenure(folded, facts);
  }
  return fold(visible, { ...instants, asOf: endOfTenure(tenure.until, instants.asOf) });
}

/** The last instant that a former operator may know of, no later than the one asked for. */
export function endOfTenure(until: string, asOf: string | undefined): string {
  const end = milliseconds(until) - 1;
  return asOf !== undefined && milliseconds(asOf) <= end ? asOf : new Date(end).toISOString();
}

function visibleAmong(all: readonly Fact[], theirs: readonly Fact[]): Fact[] {
  const asItStands = effectiveHistory(all).map(({ fact }) => fact);
  const shown = new Set(theirs.map(({ eventId }) => eventId));
  const hidden = new Set(
    [...all, ...asItStands]
      .filter((fact) => !shown.has(fact.eventId) || !isVisibleToOwner(fact))
      .map(({ eventId }) => eventId),
  );
  return theirs.flatMap((fact): Fact[] => {
    if (hidden.has(fact.eventId)) return [];
    if (fact.type !== 'FactCorrected') return [fact];
    const corrections = fact.data.corrections.filter(({ eventId }) => !hidden.has(eventId));
    return corrections.length === 0 ? [] : [{ ...fact, data: { ...fact.data, corrections } }];
  });
}
