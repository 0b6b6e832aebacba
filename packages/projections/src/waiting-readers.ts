import type { Position } from '@rectify/engine';

/** Readers that wait until the log has been folded up to a position. */
export interface WaitingReaders {
  /** Resolves once `reached` is told that position or a later one; rejects with the signal's reason, or when all are let go. */
  wait(position: Position, signal?: AbortSignal): Promise<void>;
  /** The log is folded up to here. */
  reached(position: Position): void;
  /** Nothing will be folded any more: whoever waits is told why. */
  letGo(why: Error): void;
}

/** Starts with nobody waiting; `compare` orders positions. */
export function waitingReaders(compare: (a: Position, b: Position) => number): WaitingReaders {
  const waiting = new Set<{
    readonly position: Position;
    readonly resolve: () => void;
    readonly reject: (why: unknown) => void;
  }>();
  return {
    wait(position, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const onAbort = () => leave(() => reject(signal?.reason));
        const reader = {
          position,
          resolve: () => leave(resolve),
          reject: (why: unknown) => leave(() => reject(why)),
        };
        function leave(answer: () => void): void {
          waiting.delete(reader);
          signal?.removeEventListener('abort', onAbort);
          answer();
        }
        waiting.add(reader);
        signal?.addEventListener('abort', onAbort);
      });
    },
    reached(position) {
      for (const reader of waiting) if (compare(reader.position, position) <= 0) reader.resolve();
    },
    letGo(why) {
      for (const reader of waiting) reader.reject(why);
    },
  };
}
