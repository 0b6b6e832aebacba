import type { EventStore, Position } from '@rectify/engine';
import { preparingHere } from './bulk/preparing.ts';
import { type Folding, type FoldingState, startFolding } from './folding.ts';
import { givingWay, TURNS } from './giving-way.ts';
import { NotFolding } from './not-folding.ts';
import type { ReadDatabase } from './read-database.ts';
import { swapped } from './rebuild.ts';
import { NOTHING_YET, type RebuildProgress } from './rebuild-progress.ts';
import { waitingReaders } from './waiting-readers.ts';

/** What a projector needs. */
export interface ProjectorNeeds {
  readonly store: EventStore;
  /** Where the read database is kept, or `:memory:`. */
  readonly file: string;
  /** Called after each commit, when what it folded can be read. It must not throw. */
  readonly onCommit?: (committed: { readonly position: Position }) => void;
  /** Called when it stopped, with the reason. It must not throw. */
  readonly onStop?: (reason: Error) => void;
  /** Whether nobody else needs the thread now, so that folding need not give way; somebody always does unless given. */
  readonly isAlone?: () => boolean;
}

/** How a projector does. */
export interface ProjectorState extends Omit<FoldingState, 'filling'> {
  /** How far a rebuild has come, while one runs, or the filling of a read database that was empty. */
  readonly rebuilding?: RebuildProgress;
}

/** Folds the log of a store into the read database for as long as it runs. */
export interface Projector {
  /** The read database in use; another one after a rebuild, so ask each time, and again after anything was awaited. */
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
   * @throws CannotFold, CannotReplace, and keeps the one in use then
   * @throws NotFolding when the projector closes before, or its thread ended
   */
  rebuild(onProgress?: (progress: RebuildProgress) => void): Promise<void>;
  /** Whether there is the beginning of a rebuild that was cut off, which the next one goes on with. */
  isRebuildCutOff(): boolean;
  /** Stops folding and closes the read database. */
  close(): Promise<void>;
}

/**
 * Opens the read database and starts to fold, in this thread, what the store holds after its checkpoint, then what is appended.
 * @throws NotAReadDatabase
 */
export function startProjector({ store, file, isAlone = () => false, ...told }: ProjectorNeeds): Projector {
  const readers = readersOf(store, told);
  const folding = startFolding({
    log: store,
    file,
    slices: () => givingWay(isAlone),
    prepare: preparingHere(() => (isAlone() ? TURNS.alone : TURNS.shared)),
    changed: () => readers.changed(folding.state()),
    swap: swapped,
  });
  return readers.of(folding);
}

/** Those who wait for what a folding does, which does not run yet. */
export interface Readers {
  /** To be called when the state of the folding is another. */
  changed(state: FoldingState): void;
  /** The projector of a folding that runs. */
  of(folding: Folding): Projector;
}

/** Starts with nobody waiting. */
export function readersOf(
  store: Pick<EventStore, 'compare' | 'head'>,
  { onCommit = () => {}, onStop = () => {} }: Pick<ProjectorNeeds, 'onCommit' | 'onStop'>,
): Readers {
  const waiting = waitingReaders(store.compare);

  return {
    changed({ state, position, error }) {
      if (state === 'closed') return waiting.letGo(new NotFolding('The read side was closed.'));
      if (state === 'stopped') {
        const reason = new NotFolding(`The read side stopped. ${error?.message ?? ''}`.trim(), { cause: error });
        waiting.letGo(reason);
        return onStop(reason);
      }
      if (position === null || error) return;
      waiting.reached(position);
      onCommit({ position });
    },

    of(folding) {
      let rebuilding: { readonly done: Promise<void>; progress: RebuildProgress } | undefined;
      const following = new Set<(progress: RebuildProgress) => void>();

      async function waitFor(wanted: Position, signal?: AbortSignal): Promise<void> {
        const { state, position, error } = folding.state();
        if (position !== null && store.compare(wanted, position) <= 0) return;
        if (state !== 'running') {
          throw new NotFolding(`The read side is ${state}. ${error?.message ?? ''}`.trim(), { cause: error });
        }
        await waiting.wait(wanted, signal);
      }

      return {
        database: folding.database,
        state() {
          const { filling, ...state } = folding.state();
          const progress = filling ?? rebuilding?.progress;
          return { ...state, ...(progress && { rebuilding: progress }) };
        },
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
          const done = folding.rebuild(report).finally(() => {
            rebuilding = undefined;
            following.clear();
          });
          rebuilding = { done, progress: NOTHING_YET };
          return done;
        },
        isRebuildCutOff: folding.isRebuildCutOff,
        close: folding.close,
      };
    },
  };
}
