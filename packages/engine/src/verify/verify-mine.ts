import type { RecordedEvent } from '../event-store/event-store.ts';
import { type KnownMine, withFacts } from '../known-mine.ts';
import type { ProcedureShelf } from '../known-procedures.ts';
import type { Fact } from '../rectification/fact.ts';
import { type Difference, differencesOf } from './difference.ts';
import { proceduresThen } from './procedures-then.ts';
import { readHistory } from './read-history.ts';
import { type VerifiedCommand, verifyCommand } from './verify-command.ts';

/**
 * Decides a mine's whole stored history again, by XState, each event on the history as it was known then, and answers every
 * difference, in the order of revisions; none if all is as it was decided. Pure. `events` are all of the mine's stream, in order.
 *
 * Each event is judged on what is stored before it, as folding takes it: an event that differs does not make all later ones differ.
 * Not verified is what depended on circumstances that are not stored: the regions in which an official acts, the mines that an
 * owner has, the revision that a sender expected, and whether events of one batch were sent together.
 */
export function verifyMine(mineId: string, events: readonly RecordedEvent[], shelf: ProcedureShelf): Difference[] {
  const { facts, differences } = readHistory(mineId, events, shelf.procedures);
  return [...differences, ...decidedDifferently(facts, shelf)].toSorted((a, b) => a.revision - b.revision);
}

function decidedDifferently(facts: readonly Fact[], shelf: ProcedureShelf): Difference[] {
  const differences: Difference[] = [];
  let mine: KnownMine | undefined;
  let rest = facts;
  for (let [fact, ...following] = rest; fact; [fact, ...following] = rest) {
    const different = differencesOf(fact);
    if (!mine && fact.type !== 'MineRegistered')
      return [different('acceptance', 'MineRegistered comes first', fact.type)];
    const verified = verifiedAsThen([fact, ...following], mine, shelf);
    differences.push(...verified.differences);
    try {
      mine = withFacts(mine, rest.slice(0, verified.count));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return [...differences, different('unreadable', 'an event that can be folded', why)];
    }
    rest = rest.slice(verified.count);
  }
  return differences;
}

/** What was published about the time of an event was perhaps known to who decided it, and perhaps not: either is right. */
function verifiedAsThen(
  stored: readonly [Fact, ...Fact[]],
  mine: KnownMine | undefined,
  shelf: ProcedureShelf,
): VerifiedCommand {
  const [likeliest, ...others] = proceduresThen(shelf, stored[0].recordedAt);
  const verified = verifyCommand(stored, mine, likeliest);
  if (verified.differences.length === 0) return verified;
  return (
    others
      .map((procedures) => verifyCommand(stored, mine, procedures))
      .find(({ differences }) => differences.length === 0) ?? verified
  );
}
