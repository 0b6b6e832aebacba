import { setTimeout as later } from 'node:timers/promises';
import type { EventStore, Position, RecordedEvent } from '@rectify/engine';
import { appendsOf, CannotFold, foldEvents } from './fold-events.ts';
import { givingWay } from './giving-way.ts';
import { isNoRoom } from './no-room.ts';
import type { ReadDatabase } from './read-database.ts';
import { openLive, rebuildBeside, swapped } from './rebuild.ts';
import { NOTHING_YET, type RebuildProgress } from './rebuild-progress.ts';
import { waitingReaders } from './waiting-readers.ts';

/** How long a projector waits before it tries again to write to a full disk, in milliseconds. */
const UNTIL_ROOM = 500;

/** What a projector needs. */
export interface ProjectorNeeds {
  readonly store: EventStore;
  /** Where the read database is kept, or `:memory:`. */
  readonly file: string;
  /** Called after each commit, when what it folded can be read. It must not throw. */
  readonly onCommit?: (committed: { readonly position: Position }) => void;
  /** Whether nobody else needs the thread now, so that folding need not give way; somebody always does unless given. */
  readonly isAlone?: () => boolean;
}

/**
 * How a projector does. `stopped`: it cannot go on, for the reason given; what is folded so far stays readable. While it runs, `error` is what
 * holds it up.
 */
export interface ProjectorState {
  readonly state: 'running' | 'stopped' | 'closed';
  /** The position of the last event folded; null before the first. */
  readonly position: Position | null;
  /** Events folded since it started; those of a rebuild are not among them. */
  readonly folded: number;
  readonly error?: Error;
  /** How far a rebuild has come, while one runs. */
  readonly rebuilding?: RebuildProgress;
}

/** The projector stopped or was closed: what a reader waits for will not be folded. */
export class NotFolding extends Error {
  override readonly name = 'NotFolding';
}

/** Folds the log of a store into the read database for as long as it runs. */
export interface Projector {
  /** The read database in use; another one after a rebuild, so ask each time. */
  database(): ReadDatabase;
  state(): ProjectorState;
  /**
   * Resolves when the event at a position, and all before it, can be read.
   * @throws NotFolding when the projector stopped or closes before; the signal's reason when it aborts
   */
  waitFor(position: Position, signal?: AbortSignal): Promise<void>;
  /** Resolves when all that the store holds at this moment can be read. @throws as `waitFor` */
  caughtUp(signal?: AbortSignal): Promise<void>;
  /**
   * Builds the read database anew beside the one in use and swaps them when it has caught up; reads go on meanwhile. A projector that
   * had stopped goes on with the new one. One that was cut off is gone on with. Asked again while it runs, it answers the same rebuild.
   * @throws CannotFold and keeps the one in use then
   */
  rebuild(onProgress?: (progress: RebuildProgress) => void): Promise<void>;
  /** Whether there is the beginning of a rebuild that was cut off, which the next one goes on with. */
  isRebuildCutOff(): boolean;
  /** Stops folding and closes the read database. */
  close(): Promise<void>;
}

/**
 * Opens the read database and starts to fold what the store holds after its checkpoint, then what is appended. A slice of the log and its
 * checkpoint are one transaction, so that a projector which is killed goes on without skipping or doubling anything.
 * @throws NotAReadDatabase
 */
export function startProjector({ store, file, onCommit, isAlone }: ProjectorNeeds): Projector {
  let { live: current, isRebuildCutOff } = openLive(file, store);
  let position = current.position();
  let folded = 0;
  let state: ProjectorState['state'] = 'running';
  let failure: Error | undefined;
  let rebuilding: { readonly done: Promise<void>; progress: RebuildProgress } | undefined;
  const following = new Set<(progress: RebuildProgress) => void>();
  const closing = new AbortController();
  const slices = givingWay(isAlone);
  const waiting = waitingReaders(store.compare);
  let running = run();

  /** A full disk only holds it up: it tries again until there is room. */
  async function run(): Promise<void> {
    for (;;) {
      try {
        for await (const batch of store.subscribe({ after: position, signal: closing.signal })) await foldBatch(batch);
        if (!closing.signal.aborted) stop(new NotFolding('The event store was closed.'));
        return;
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error));
        if (!isNoRoom(error)) return stop(failure);
      }
      await later(UNTIL_ROOM, undefined, { signal: closing.signal }).catch(() => {});
    }
  }

  async function foldBatch(batch: readonly RecordedEvent[]): Promise<void> {
    for await (const slice of slices(batch)) {
      if (closing.signal.aborted) return;
      foldSlice(slice.filter(isNew));
    }
  }

  /** Folds a slice at once; if that fails, append by append up to the one that cannot be folded. */
  function foldSlice(slice: readonly RecordedEvent[]): void {
    try {
      fold(slice);
    } catch (error) {
      if (!(error instanceof CannotFold)) throw error;
      for (const append of appendsOf(slice)) fold(append);
    }
  }

  function fold(events: readonly RecordedEvent[]): void {
    foldEvents(current, events);
    folded += events.length;
    committed();
  }

  /** After a rebuild the subscription may deliver what the new database already holds. */
  function isNew(event: RecordedEvent): boolean {
    return position === undefined || store.compare(event.position, position) > 0;
  }

  function committed(): void {
    position = current.position();
    failure = undefined;
    if (position === undefined) return;
    waiting.reached(position);
    onCommit?.({ position });
  }

  function stop(error: Error): void {
    state = 'stopped';
    failure = error;
    waiting.letGo(new NotFolding(`The read side stopped. ${error.message}`, { cause: error }));
  }

  async function waitFor(wanted: Position, signal?: AbortSignal): Promise<void> {
    if (position !== undefined && store.compare(wanted, position) <= 0) return;
    if (state !== 'running') {
      throw new NotFolding(`The read side is ${state}. ${failure?.message ?? ''}`.trim(), { cause: failure });
    }
    await waiting.wait(wanted, signal);
  }

  async function rebuild(report: (progress: RebuildProgress) => void): Promise<void> {
    isRebuildCutOff = false;
    await rebuildBeside({ store, live: () => current, signal: closing.signal, isAlone, report }, (built) => {
      current = swapped(current, built);
      committed();
    });
    if (state !== 'stopped') return;
    state = 'running';
    failure = undefined;
    running = run();
  }

  return {
    database: () => current,
    state: () => ({
      state,
      position: position ?? null,
      folded,
      ...(failure && { error: failure }),
      ...(rebuilding && { rebuilding: rebuilding.progress }),
    }),
    waitFor,
    async caughtUp(signal) {
      const head = await store.head();
      if (head !== undefined) await waitFor(head, signal);
    },
    rebuild(onProgress) {
      if (onProgress) following.add(onProgress);
      if (rebuilding) return rebuilding.done;
      const report = (progress: RebuildProgress) => {
        if (rebuilding) rebuilding.progress = progress;
        for (const follow of following) follow(progress);
      };
      const done = rebuild(report).finally(() => {
        rebuilding = undefined;
        following.clear();
      });
      rebuilding = { done, progress: NOTHING_YET };
      return done;
    },
    isRebuildCutOff: () => isRebuildCutOff,
    async close() {
      closing.abort(new NotFolding('The read side was closed.'));
      await Promise.allSettled([running, rebuilding?.done]);
      if (state === 'closed') return;
      state = 'closed';
      waiting.letGo(new NotFolding('The read side was closed.'));
      current.close();
    },
  };
}
