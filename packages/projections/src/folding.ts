import { setTimeout as later } from 'node:timers/promises';
import type { Position, RecordedEvent } from '@rectify/engine';
import type { MakePreparing } from './bulk/preparing.ts';
import { appendsOf, CannotFold, foldEvents } from './fold-events.ts';
import type { Slices } from './giving-way.ts';
import { holdsMoreThan, type Log } from './log.ts';
import { isNoRoom } from './no-room.ts';
import { NotFolding } from './not-folding.ts';
import { openReadDatabase, type ReadDatabase } from './read-database.ts';
import { openLive, rebuildBeside } from './rebuild.ts';
import type { RebuildProgress } from './rebuild-progress.ts';

/** How many events are folded into an empty read database one by one at most: of more it takes longer than to fill it as a rebuild does. */
const FEW = 5_000;

/** How long folding waits before it tries again to write to a full disk, in milliseconds. */
const UNTIL_ROOM = 500;

/**
 * How folding does. `stopped`: it cannot go on, for the reason given; what is folded so far stays readable. While it runs, `error` is what
 * holds it up.
 */
export interface FoldingState {
  readonly state: 'running' | 'stopped' | 'closed';
  /** The position of the last event folded; null before the first. */
  readonly position: Position | null;
  /** Events folded since it started; those of a rebuild are not among them. */
  readonly folded: number;
  /** How far a read database that was empty is filled, while it is; until then nothing of it can be read. */
  readonly filling?: RebuildProgress;
  readonly error?: Error;
}

/** What folds a log into a read database, in this thread or in another. */
export interface Folding {
  /** The read database in use; another one after a rebuild, so ask each time, and again after anything was awaited. */
  database(): ReadDatabase;
  state(): FoldingState;
  /**
   * Builds the read database anew beside the one in use and swaps them when it has caught up. It runs once at a time.
   * @throws CannotFold, CannotReplace, and keeps the one in use then
   */
  rebuild(report: (progress: RebuildProgress) => void): Promise<void>;
  /** Whether there is the beginning of a rebuild that was cut off, which the next one goes on with. */
  isRebuildCutOff(): boolean;
  /** Stops folding and closes the read database. */
  close(): Promise<void>;
}

/** What folding in this thread needs. */
export interface FoldingNeeds {
  readonly log: Log;
  /** Where the read database is kept, or `:memory:`. */
  readonly file: string;
  /** Makes slices for one loop that folds; there are two while a rebuild runs. */
  readonly slices: () => Slices;
  readonly prepare: MakePreparing;
  /** Called when its state is another, after each commit for instance. */
  readonly changed: () => void;
  /** Puts what was built beside the live one in its place, at once, and closes that; both when it fails. @throws CannotReplace */
  readonly swap: (live: ReadDatabase, built: ReadDatabase) => ReadDatabase;
}

/**
 * Opens the read database and starts to fold what the log holds after its checkpoint, then what is appended. A slice of the log and its
 * checkpoint are one transaction, so that one which is killed goes on without skipping or doubling anything. One that is empty is filled from a long log as a
 * rebuild does, beside; only where an event cannot be folded, one by one up to that.
 * @throws NotAReadDatabase
 */
export function startFolding({ log, file, slices, prepare, changed, swap }: FoldingNeeds): Folding {
  const opened = openLive(file, log);
  let current = opened.live;
  let position = current.position();
  const isFillingCutOff = opened.isRebuildCutOff && position === undefined;
  let isRebuildCutOff = opened.isRebuildCutOff && !isFillingCutOff;
  let canBeFilled = true;
  let filling: RebuildProgress | undefined;
  let folded = 0;
  let state: FoldingState['state'] = 'running';
  let failure: Error | undefined;
  let rebuilding: Promise<void> | undefined;
  const following = new Set<(progress: RebuildProgress) => void>();
  const closing = new AbortController();
  const slicesOf = slices();
  let running = Promise.resolve().then(run);

  /** A full disk only holds it up: it tries again until there is room. */
  async function run(): Promise<void> {
    for (;;) {
      try {
        if (await isToBeFilled()) await fill();
        for await (const batch of log.subscribe({ after: position, signal: closing.signal })) await foldBatch(batch);
        if (!closing.signal.aborted) become('stopped', new NotFolding('The event store was closed.'));
        return;
      } catch (error) {
        if (closing.signal.aborted) return;
        const reason = error instanceof Error ? error : new Error(String(error));
        if (!isNoRoom(error)) return become('stopped', reason);
        become('running', reason);
      }
      await later(UNTIL_ROOM, undefined, { signal: closing.signal }).catch(() => {});
    }
  }

  async function isToBeFilled(): Promise<boolean> {
    if (position !== undefined || !canBeFilled) return false;
    return isFillingCutOff || rebuilding !== undefined || (await holdsMoreThan(FEW, log));
  }

  async function fill(): Promise<void> {
    try {
      await rebuild((progress) => {
        filling = progress;
        changed();
      });
    } catch (error) {
      if (!(error instanceof CannotFold)) throw error;
      canBeFilled = false;
    } finally {
      filling = undefined;
    }
  }

  async function foldBatch(batch: readonly RecordedEvent[]): Promise<void> {
    for await (const slice of slicesOf(batch)) {
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
    return position === undefined || log.compare(event.position, position) > 0;
  }

  function committed(): void {
    position = current.position();
    become(state, undefined);
  }

  function become(next: FoldingState['state'], error: Error | undefined): void {
    state = next;
    failure = error;
    changed();
  }

  function rebuild(report: (progress: RebuildProgress) => void): Promise<void> {
    following.add(report);
    rebuilding ??= build().finally(() => {
      rebuilding = undefined;
      following.clear();
    });
    return rebuilding;
  }

  async function build(): Promise<void> {
    isRebuildCutOff = false;
    const report = (progress: RebuildProgress) => {
      for (const follow of following) follow(progress);
    };
    const keeps = (error: unknown) => position === undefined && isNoRoom(error);
    const work = { store: log, live: () => current, signal: closing.signal, slices: slices(), prepare, report, keeps };
    await rebuildBeside(work, (built) => {
      try {
        current = swap(current, built);
      } catch (error) {
        current = openReadDatabase(file, log.storeId);
        throw error;
      }
      position = current.position();
      folded += filling?.events ?? 0;
      filling = undefined;
      const wasStopped = state === 'stopped';
      become('running', undefined);
      if (wasStopped) running = run();
    });
  }

  return {
    database: () => current,
    state: () => ({
      state,
      position: position ?? null,
      folded,
      ...(filling && { filling }),
      ...(failure && { error: failure }),
    }),
    rebuild,
    isRebuildCutOff: () => isRebuildCutOff,
    async close() {
      closing.abort(new NotFolding('The read side was closed.'));
      await Promise.allSettled([running, rebuilding]);
      if (state === 'closed') return;
      become('closed', undefined);
      current.close();
    },
  };
}
