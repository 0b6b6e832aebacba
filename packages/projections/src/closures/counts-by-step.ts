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
  let places = new Uint32Array();

  function addTo(step: number, count: number): void {
    if (step >= places.length) places = widened(places, step);
    places[step] = (places[step] ?? 0) + count;
  }

  return {
    add(step) {
      if (step < places.length) places[step] = (places[step] ?? 0) + 1;
      else if (places.length > 0) addTo(step, 1);
      else {
        few.set(step, (few.get(step) ?? 0) + 1);
        if (few.size < MANY) return;
        for (const [one, count] of few) addTo(one, count);
        few.clear();
      }
    },
    *entries() {
      yield* few;
      for (let step = 0; step < places.length; step += 1) {
        const count = places[step] ?? 0;
        if (count > 0) yield [step, count];
      }
    },
  };
}

function widened(counts: Uint32Array<ArrayBuffer>, step: number): Uint32Array<ArrayBuffer> {
  const wide = new Uint32Array(Math.max(MANY, step + 1, counts.length * 2));
  wide.set(counts);
  return wide;
}
