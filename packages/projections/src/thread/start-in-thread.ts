import { Worker } from 'node:worker_threads';
import type { StoreAddress } from '@rectify/engine';
import type { Folding, FoldingState } from '../folding.ts';
import { NotFolding } from '../not-folding.ts';
import { type Projector, type ProjectorNeeds, readersOf } from '../projector.ts';
import { NotAReadDatabase } from '../read-database.ts';
import { putInPlace } from '../rebuild.ts';
import type { RebuildProgress } from '../rebuild-progress.ts';
import { environment } from './environment.ts';
import { logForThread } from './log-for-thread.ts';
import { type Assignment, fromFailure, said, type Told } from './messages.ts';
import { type ReadingConnection, readingConnection } from './reading-connection.ts';

/** What a projector in a thread needs. */
export interface ThreadedProjectorNeeds extends Pick<ProjectorNeeds, 'store' | 'onCommit' | 'onStop'> {
  /** Where the read database is kept. */
  readonly file: string;
  /** Where the store is: the thread orders its positions, and reads a long log of a SQLite store itself. */
  readonly address: StoreAddress;
}

/** A rebuild that runs in the thread. */
interface Rebuilding {
  readonly report: (progress: RebuildProgress) => void;
  readonly done: PromiseWithResolvers<void>;
}

/**
 * Starts a projector whose folding goes on in a thread of its own, and resolves when what was folded before can be read. This thread reads the
 * log for it, and has a connection of its own to the read database. A thread that fails is a projector that stopped.
 * @throws NotAReadDatabase
 */
export async function startProjectorInThread({
  store,
  file,
  address,
  ...told
}: ThreadedProjectorNeeds): Promise<Projector> {
  const readers = readersOf(store, told);
  const swapped = new Int32Array(new SharedArrayBuffer(4));
  const head = await store.head().catch(() => undefined);
  const workerData: Assignment = {
    file,
    storeId: store.storeId,
    ...(head && { head }),
    positions: address.kind,
    ...(address.kind === 'sqlite' && { log: address.file }),
    swapped,
  };
  const worker = new Worker(new URL('./projector-thread.ts', import.meta.url), { workerData, env: environment() });
  const tell = (message: Told) => worker.postMessage(message);
  const log = logForThread(store, tell);
  const opened = Promise.withResolvers<boolean>();
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  let state: FoldingState = { state: 'running', position: null, folded: 0 };
  let rebuilding: Rebuilding | undefined;
  let connection: ReadingConnection | undefined;
  let closed: Promise<void> | undefined;
  let ending: NotFolding | undefined;
  let notReplaced: Error | undefined;

  worker.on('message', (posted) => {
    const message = said.parse(posted);
    switch (message.kind) {
      case 'opened':
        return opened.resolve(message.isRebuildCutOff);
      case 'changed': {
        const { kind: _, error, ...next } = message;
        return become({ ...next, ...(error && { error: fromFailure(error) }) });
      }
      case 'progress':
        return rebuilding?.report(message.progress);
      case 'swap':
        return swap();
      case 'rebuilt':
        return message.error
          ? rebuilding?.done.reject(notReplaced ?? fromFailure(message.error))
          : rebuilding?.done.resolve();
      case 'failed':
        return opened.reject(
          message.error.name === 'NotAReadDatabase' ? new NotAReadDatabase(file) : fromFailure(message.error),
        );
      default:
        return log.take(message);
    }
  });
  worker.on('error', (error) => gone(error));
  worker.on('exit', () => gone());

  function become(next: FoldingState): void {
    state = next;
    connection?.refresh();
    readers.changed(state);
  }

  /** The thread ended, as it was told, or because something failed that nobody caught. */
  function gone(failure?: unknown): void {
    // Of some errors only the name comes from thread to thread.
    const why = failure instanceof Error ? failure.message || failure.name : failure;
    ending ??= new NotFolding(`The thread that folds ended${why === undefined ? '' : `: ${why}`}.`, { cause: failure });
    log.close();
    opened.reject(failure ?? ending);
    rebuilding?.done.reject(ending);
    if (state.state === 'running') become({ ...state, state: 'stopped', error: ending });
  }

  function swap(): void {
    notReplaced = undefined;
    let outcome = 2;
    try {
      if (connection) connection.exchange(() => putInPlace(file));
      else putInPlace(file);
      outcome = 1;
    } catch (error) {
      notReplaced = error instanceof Error ? error : new Error(String(error));
    } finally {
      Atomics.store(swapped, 0, outcome);
      Atomics.notify(swapped, 0);
    }
  }

  async function close(): Promise<void> {
    tell({ kind: 'close' });
    await ended;
    if (state.state !== 'closed') become({ ...state, state: 'closed' });
    connection?.close();
  }

  let isRebuildCutOff = await opened.promise;
  const reading = readingConnection(file, store.storeId);
  connection = reading;
  const folding: Folding = {
    database: reading.database,
    state: () => state,
    async rebuild(report) {
      isRebuildCutOff = false;
      if (ending) throw ending;
      if (closed !== undefined) throw new NotFolding('The read side was closed.');
      notReplaced = undefined;
      rebuilding = { report, done: Promise.withResolvers() };
      tell({ kind: 'rebuild' });
      try {
        await rebuilding.done.promise;
      } finally {
        rebuilding = undefined;
      }
    },
    isRebuildCutOff: () => isRebuildCutOff,
    close() {
      closed ??= close();
      return closed;
    },
  };
  return readers.of(folding);
}
