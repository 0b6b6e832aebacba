import type { RecordedEvent, StreamName } from '../event-store/event-store.ts';

/** Something in a store that no store would have written. */
export interface StoreFault {
  /**
   * `file`: the database itself is damaged; `position`: the order of all events has a hole; `revision`: a stream has a hole, or
   * a number twice; `append`: a part of an append is missing; `event`: an event cannot be read; `document`: a document that came is missing, or
   * was changed.
   */
  readonly what: 'file' | 'position' | 'revision' | 'append' | 'event' | 'document';
  /** A sentence that names the place. */
  readonly detail: string;
}

/** Looks for faults in a log, event by event in the order of the log. Keeps a number per stream in memory. */
export interface FaultFinder {
  look(event: Pick<RecordedEvent, 'stream' | 'revision' | 'append' | 'position'>): void;
  /** Nothing comes any more. */
  end(): void;
  /** How many streams were seen. */
  streams(): number;
}

/** Begins to look; `onFault` is called with every fault as it is found. */
export function faultFinder(onFault: (fault: StoreFault) => void): FaultFinder {
  const lastRevisions = new Map<StreamName, number>();
  let unfinished: Pick<RecordedEvent, 'stream' | 'append' | 'position'> | undefined;

  function endAppend(): void {
    if (!unfinished) return;
    const { stream, append, position } = unfinished;
    onFault({
      what: 'append',
      detail: `The append that ends at position ${position} (stream ${JSON.stringify(stream)}) breaks off after event ${append.index + 1} of ${append.size}.`,
    });
    unfinished = undefined;
  }

  function lookAtAppend({ stream, append, position }: Pick<RecordedEvent, 'stream' | 'append' | 'position'>): void {
    const goesOn =
      unfinished?.stream === stream &&
      unfinished.append.size === append.size &&
      unfinished.append.index + 1 === append.index;
    if (!goesOn) endAppend();
    if (append.index >= append.size || (append.index > 0 && !goesOn)) {
      onFault({
        what: 'append',
        detail: `Position ${position} (stream ${JSON.stringify(stream)}) says it is event ${append.index + 1} of ${append.size} of its append, but does not follow the one before.`,
      });
    }
    unfinished = append.index + 1 < append.size ? { stream, append, position } : undefined;
  }

  return {
    look(event) {
      lookAtAppend(event);
      const { stream, revision, position } = event;
      const last = lastRevisions.get(stream) ?? -1;
      if (revision !== last + 1) {
        const wrong =
          revision > last
            ? `${missing(last + 1, revision - 1)} missing before position ${position}.`
            : `revision ${revision} at position ${position} comes after revision ${last}.`;
        onFault({ what: 'revision', detail: `Stream ${JSON.stringify(stream)}: ${wrong}` });
      }
      lastRevisions.set(stream, Math.max(last, revision));
    },
    end: endAppend,
    streams: () => lastRevisions.size,
  };
}

function missing(first: number, last: number): string {
  return first === last ? `revision ${first} is` : `revisions ${first} to ${last} are`;
}
