import { type ClosureOutcome, everyClosure, type FoldedMine } from '@rectify/engine/rectification';
import type { Recording } from '../timeline/recording.ts';
import { type ChangeKind, changeKind } from './change-kind.ts';

/**
 * How a mine changed from one fold of it to another, with what was put on record between them where that is what differs. This is what
 * `changed-mines.ts` finds in tables.
 */
export function kindsOf(
  before: FoldedMine | undefined,
  after: FoldedMine,
  learnt: readonly Recording[],
): readonly ChangeKind[] {
  const operationBefore = before?.value.operation;
  const operation = after.value.operation;
  const ended = (outcome: ClosureOutcome) => {
    const had = endedIn(before, outcome);
    return [...endedIn(after, outcome)].some((id) => !had.has(id));
  };
  const had = new Set(closuresIn(before).map(({ eventId }) => eventId));
  const holds: Readonly<Record<Exclude<ChangeKind, 'other'>, boolean>> = {
    registered: before === undefined,
    closed: closuresIn(after).some(({ eventId }) => !had.has(eventId)),
    reopened: ended('reopened'),
    withdrawn: ended('withdrawn'),
    quashed: ended('quashed'),
    decommissioned: operation === 'decommissioned' && operationBefore !== 'decommissioned',
    moved: operationBefore !== undefined && operation !== operationBefore,
    corrected: learnt.some(({ amends }) => amends === 'corrected'),
    backdated: learnt.some(({ amends }) => amends === 'backdated'),
  };
  const found = changeKind.options.filter((kind) => kind !== 'other' && holds[kind]);
  return found.length > 0 ? found : ['other'];
}

function closuresIn(folded: FoldedMine | undefined) {
  return folded ? everyClosure(folded.mine) : [];
}

function endedIn(folded: FoldedMine | undefined, outcome: ClosureOutcome): ReadonlySet<string> {
  return new Set(closuresIn(folded).flatMap((one) => (one.outcome === outcome ? [one.eventId] : [])));
}
