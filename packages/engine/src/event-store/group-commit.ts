import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from './errors.ts';
import type { Appended } from './event-store.ts';
import type { PreparedAppend } from './prepared-append.ts';
import { failureOf, isDiskFull, messageOf } from './sqlite-failure.ts';
import { createWaitingRoom } from './waiting-room.ts';

/** At most so many appends share one COMMIT, so that the event loop turns in between. */
const GROUP = 256;

/** The one way into a database: appends queue, and those that wait together are committed together, with one sync of the disk. */
export interface GroupCommit {
  /**
   * Answers after COMMIT, refusals and duplicates included: each may rest on what the same group wrote.
   * @throws StoreOverloaded at once, when more waits than is kept in memory
   * @throws StoreUnavailable when the group could not be committed, and always after a fatal error
   */
  submit(append: PreparedAppend): Promise<Appended>;
  /** Refuses every later append with this error, and what waits, and calls `onFatal`; only the first time. */
  breakOff(error: StoreUnavailable): void;
  /** Commits what still waits, and looks a last time whether all of it lasts. */
  finish(): void;
}

interface Waiting {
  readonly append: PreparedAppend;
  readonly answer: PromiseWithResolvers<Appended>;
}

type Outcome = { readonly appended: Appended } | { readonly refusal: unknown };

/**
 * Commits appends in groups, each of several events under its own savepoint, so that one that fails takes nothing with it.
 *
 * A full disk rolls the group back and the next append tries again. An I/O error, a broken file or any other failed COMMIT leaves the
 * outcome unknown: no later append is accepted, `onFatal` is called once, and nothing is synced a second time.
 *
 * @param write stores one append on `db` without committing; it throws what the caller of `submit` gets to see
 * @param requireInPlace asked after every COMMIT, before anything is acknowledged; when it throws, that is fatal
 */
export function groupCommit(options: {
  readonly db: DatabaseSync;
  readonly write: (append: PreparedAppend) => Appended;
  readonly requireInPlace: () => void;
  readonly onCommitted: () => void;
  readonly onFatal: (error: Error) => void;
}): GroupCommit {
  const { db, write, requireInPlace, onCommitted, onFatal } = options;
  const begin = db.prepare('begin immediate');
  const savepoint = db.prepare('savepoint one_append');
  const release = db.prepare('release one_append');
  const commit = db.prepare('commit');
  const room = createWaitingRoom();
  let queue: Waiting[] = [];
  let scheduled = false;
  let broken: StoreUnavailable | undefined;

  /** An append of one row needs no savepoint: SQLite stores it or does not. */
  function writeOne(append: PreparedAppend): Outcome {
    const several = append.events.length > 1;
    if (several) savepoint.run();
    try {
      const appended = write(append);
      if (several) release.run();
      return { appended };
    } catch (error) {
      if (failureOf(error) !== 'append' || !db.isTransaction) throw error;
      if (several) db.exec('rollback to one_append; release one_append');
      return { refusal: error };
    }
  }

  function commitGroup(group: readonly Waiting[]): Outcome[] {
    let committing = false;
    try {
      begin.run();
      const outcomes = group.map(({ append }) => writeOne(append));
      committing = true;
      commit.run();
      requireInPlace();
      return outcomes;
    } catch (error) {
      const unknown = failureOf(error) === 'fatal' || (committing && !isDiskFull(error));
      const refusal = unavailable(error);
      if (unknown || !rolledBack()) breakOff(refusal);
      return group.map(() => ({ refusal }));
    }
  }

  function breakOff(error: StoreUnavailable): void {
    if (broken) return;
    broken = error;
    onFatal(error);
  }

  function rolledBack(): boolean {
    try {
      if (db.isTransaction) db.exec('rollback');
      return true;
    } catch {
      return false;
    }
  }

  function flush(): void {
    const group = queue.slice(0, GROUP);
    queue = queue.slice(GROUP);
    for (const { append } of group) room.leave(append.bytes);
    const refusal = broken;
    const outcomes = refusal ? group.map(() => ({ refusal })) : commitGroup(group);
    for (const [index, { answer }] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome && 'appended' in outcome) answer.resolve(outcome.appended);
      else answer.reject(outcome?.refusal);
    }
    if (outcomes.some((outcome) => 'appended' in outcome)) onCommitted();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      if (queue.length > 0) flush();
      if (queue.length > 0) schedule();
    });
  }

  return {
    async submit(append) {
      if (broken) throw broken;
      room.enter(append.bytes);
      const answer = Promise.withResolvers<Appended>();
      queue.push({ append, answer });
      schedule();
      return answer.promise;
    },
    breakOff,
    finish() {
      while (queue.length > 0) flush();
      if (broken) return;
      try {
        requireInPlace();
      } catch (error) {
        breakOff(unavailable(error));
      }
    },
  };
}

function unavailable(error: unknown): StoreUnavailable {
  return new StoreUnavailable(`Nothing can be stored now: ${messageOf(error)}.`, { cause: error });
}
