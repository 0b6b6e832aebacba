import { type OperationState, operationState } from '@rectify/engine/rectification';
import { type CountedAt, OF_COUNTED } from './columns/count-at.ts';
import { tallyClosure } from './columns/tally-closure.ts';
import type { Tallying } from './tallying.ts';

/** An uninterrupted time in one state: domain.md, "Measures". Instants in milliseconds. */
export interface Stay {
  readonly state: OperationState;
  readonly since: number;
  /** When it was over, or how far it was watched. */
  readonly until: number;
  readonly goesOn: boolean;
}

/** Gives the stays of one of the closures of an instant, by its row, oldest first: those that were not over by the beginning of the window, in milliseconds. */
export function staysAt(counted: CountedAt, window: number): (row: number) => Stay[] {
  const tally = tallyClosure(counted);
  return (row) => {
    const collecting = collectingStays(window);
    tally(row, collecting);
    return collecting.stays();
  };
}

/** Collects the stays that {@link Tallying} counts: whatever follows each other in one state is one. */
function collectingStays(window: number): Omit<Tallying, 'tally'> & { stays(): Stay[] } {
  const stays: Stay[] = [];
  const closure = { until: 0, now: -1 };
  let current = { state: -1, since: 0, until: 0 };

  function leave(): void {
    const { state, since, until } = current;
    const name = operationState.options[state];
    if (name === undefined || until <= window) return;
    stays.push({ state: name, since, until, goesOn: closure.now === state && until === closure.until });
  }

  return {
    begin(_since, until, outcome, state) {
      closure.until = until;
      closure.now = outcome === -1 ? state : -1;
    },
    stretch(state, _waitingOn, from, to) {
      if (state === current.state) {
        current.until = to;
        return;
      }
      leave();
      current = { state, since: from, until: to };
    },
    late() {
      // Deadlines are no part of a stay.
    },
    end: leave,
    stays: () => stays,
  };
}

/** The closures that are counted, by their rows, in the order of mines and cycles. */
export function rowsInOrder({ columns, closures }: CountedAt): number[] {
  const mineIds = columns.mineIds;
  const mineOf = (row: number) => closures.get(row, OF_COUNTED.mine);
  return Array.from({ length: closures.length }, (_, row) => row).sort((a, b) => {
    const [mine, other] = [mineOf(a), mineOf(b)];
    if (mine === other) return a - b;
    return (mineIds[mine] ?? '') < (mineIds[other] ?? '') ? -1 : 1;
  });
}
