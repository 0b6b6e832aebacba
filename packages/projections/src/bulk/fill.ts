import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Position, RecordedEvent } from '@rectify/engine';
import type { StreamsOfLog } from '@rectify/engine/folding';
import type { ReadDatabase } from '../read-database.ts';
import type { Filling } from './filling.ts';
import { gatheredHistories, type Histories, loggedHistories } from './histories.ts';
import type { Preparing } from './preparing.ts';

/** How much of the work of filling a read database is gathering facts: roughly, so that what is told of its progress is steady. */
const OF_GATHERING = 0.3;

/** How far it is filled: events folded since it began or was gone on with, and how much of all the work is done, from 0 to 1. */
export interface Filled {
  readonly events: number;
  readonly share: number;
}

/** What a read database is filled from. */
export interface FilledWith {
  readonly preparing: Preparing;
  /** Where the log ended at the beginning. */
  readonly head: Position | undefined;
  /** The log behind what the read database holds, some whole appends at a time. */
  readonly rest: () => AsyncIterable<readonly RecordedEvent[]>;
  /** How much of the log the read database holds, from 0 to 1. */
  readonly gathered: () => number;
}

/**
 * Fills a read database, or goes on, mine by mine: from the log itself where that can be read so, otherwise from facts that are gathered first. Tells how far it is, at once and after each
 * transaction.
 * @throws CannotFold
 */
export async function* fill(
  into: ReadDatabase,
  filling: Filling,
  { preparing, head, rest, gathered }: FilledWith,
): AsyncIterable<Filled> {
  /** Events by how much of the work that they make is done. */
  let done = 0;

  async function* gather(): AsyncIterable<Filled> {
    const far = () => ({ events: Math.round(done), share: gathered() * OF_GATHERING });
    yield far();
    for await (const slice of rest()) {
      filling.gather(slice);
      done += slice.length * OF_GATHERING;
      yield far();
    }
  }

  async function* fold(histories: Histories, before: number): AsyncIterable<Filled> {
    const after = into.foldedTo() ?? '';
    const facts = histories.countAfter(after);
    const all = after === '' ? facts : histories.countAfter('');
    let left = facts;
    const far = () => ({
      events: Math.round(done),
      share: all === 0 ? 1 : before + (1 - before) * (1 - left / all),
    });
    yield far();
    for await (const folded of filling.foldMines(preparing.mines(histories, { after, facts }))) {
      done += folded * (1 - before);
      left -= folded;
      yield far();
      await nextTurn();
    }
  }

  const log = logFor(into, preparing, head);
  if (!log) {
    if (filling.isOpen()) yield* gather();
    filling.endGathering();
    return yield* fold(gatheredHistories(into), OF_GATHERING);
  }
  try {
    if (into.position() === undefined) done = filling.takeOthers(log);
    yield* fold(loggedHistories(log, into), 0);
  } finally {
    log.close();
  }
}

/** Whether a read database that is filled can be gone on with: one that was filled from the log itself only where that can still be read so. */
export function canBeGoneOnWith(building: ReadDatabase, preparing: Preparing): boolean {
  if (building.foldedTo() === null || building.filledFrom() !== 'log') return true;
  const log = logFor(building, preparing, undefined);
  log?.close();
  return log !== undefined;
}

/** The log up to where a read database is filled, or is to be; undefined where its events are taken as they come. */
function logFor(into: ReadDatabase, preparing: Preparing, head: Position | undefined): StreamsOfLog | undefined {
  const upTo = into.position() ?? head;
  return upTo === undefined || into.filledFrom() === 'facts' ? undefined : preparing.log(upTo);
}
