import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { RecordedEvent } from '@rectify/engine';

/** How long folding keeps the thread to itself, in milliseconds: about as long as a request does. */
const SLICE = 4;

/** How long one of two foldings in a thread of their own keeps it to itself, in milliseconds. */
const TURN = 20;

/** How long whole mines may be folded before others get the thread, in milliseconds: where they need it, where only folding goes on in it, and where nobody else needs it. */
export const TURNS = { shared: 20, own: 50, alone: 500 };

/** Cuts a batch into slices for somebody who works on each at once when it comes. */
export type Slices = (batch: readonly RecordedEvent[]) => AsyncIterable<readonly RecordedEvent[]>;

/**
 * Makes slices that take about {@link SLICE} milliseconds, judged by how long the last one took. Between two of one batch the thread is left
 * to others for as long as the one before took. A slice ends with a whole append. While nobody else needs the thread, a batch is one slice.
 */
export function givingWay(isAlone: () => boolean): Slices {
  return slicesOf(SLICE, isAlone, pause);
}

/** Makes slices for a thread in which nothing but folding goes on: of about {@link TURN} milliseconds, with one turn for others between two of a batch. */
export function takingTurns(): Slices {
  return slicesOf(TURN, () => false, nextTurn);
}

function slicesOf(length: number, isAlone: () => boolean, leave: (took: number) => Promise<unknown>): Slices {
  let wanted = 1;
  return async function* slices(batch) {
    let took = 0;
    for (let rest = batch; rest.length > 0; ) {
      if (took > 0 && !isAlone()) await leave(took);
      const slice = isAlone() ? rest : wholeAppends(rest, wanted);
      rest = rest.slice(slice.length);
      const began = performance.now();
      yield slice;
      took = performance.now() - began;
      wanted = Math.min(slice.length * 2, Math.round((slice.length * length) / took));
    }
  };
}

/** The first appends of a batch, with at least so many events while there are. */
function wholeAppends(batch: readonly RecordedEvent[], wanted: number): readonly RecordedEvent[] {
  const last = batch.findIndex(({ append }, index) => index + 1 >= wanted && append.index === append.size - 1);
  return last === -1 ? batch : batch.slice(0, last + 1);
}
