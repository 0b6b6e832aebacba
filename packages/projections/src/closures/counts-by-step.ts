/** From so many different steps on, counts lie one behind the other. */
const MANY = 256;

/** How often each of many whole numbers from 0 came. */
export interface CountsByStep {
  add(step: number): void;
  /** Each number that came, with how often. */
  entries(): Iterable<readonly [step: number, count: number]>;
}

/** Counts by looking each number up while there are few different ones; of more each has a place, which is found in a fraction of the time. */
export function countsByStep(): CountsByStep {
  const few = new Map<number, number>();
  let places: Uint32Array | undefined;

  function place(step: number, count: number, into: Uint32Array): Uint32Array {
    const wide = step < into.length ? into : widened(into, step);
    wide[step] = (wide[step] ?? 0) + count;
    return wide;
  }

  return {
    add(step) {
      if (places) {
        places = place(step, 1, places);
        return;
      }
      few.set(step, (few.get(step) ?? 0) + 1);
      if (few.size < MANY) return;
      let into: Uint32Array = new Uint32Array(MANY);
      for (const [one, count] of few) into = place(one, count, into);
      places = into;
      few.clear();
    },
    *entries() {
      if (!places) return yield* few;
      for (let step = 0; step < places.length; step += 1) {
        const count = places[step] ?? 0;
        if (count > 0) yield [step, count];
      }
    },
  };
}

function widened(counts: Uint32Array, step: number): Uint32Array {
  const wide = new Uint32Array(Math.max(step + 1, counts.length * 2));
  wide.set(counts);
  return wide;
}
