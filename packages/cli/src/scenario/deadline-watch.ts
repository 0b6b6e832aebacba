import { type Deadline, deadlinesOf, type EventData, type FoldedMine, isOverdue } from '@rectify/engine';

/** A deadline that passed, as the system puts it on the file. */
export interface Passed {
  readonly mineId: string;
  /** Tells this deadline from every other of the mine. */
  readonly key: string;
  readonly data: EventData<'DeadlinePassed'>;
}

/**
 * Finds deadlines in the first minutes after their day has passed, each once. The owner's right to appeal is none that somebody
 * fails to meet, and an order that is not served is flagged by itself: neither is put on the file.
 */
export function deadlineWatch() {
  const seen = new Set<string>();
  return (mines: Iterable<FoldedMine>, now: string): Passed[] =>
    [...mines].flatMap((folded) => {
      const { mineId, procedure } = folded.mine;
      return deadlinesOf(folded)
        .filter(({ rule }) => rule !== 'appeal' && rule !== 'service')
        .filter((deadline) => isOverdue(deadline, now, procedure.zone))
        .map((deadline) => passed(mineId, deadline))
        .filter(({ key }) => {
          const isNew = !seen.has(`${mineId} ${key}`);
          seen.add(`${mineId} ${key}`);
          return isNew;
        });
    });
}

function passed(mineId: string, { rule, dueOn, subject, office, party }: Deadline): Passed {
  const data = { rule, dueOn, who: office ?? party, ...(subject === null ? {} : { subject }) };
  return { mineId, key: [rule, subject, dueOn].filter((part) => part !== null).join('/'), data };
}
