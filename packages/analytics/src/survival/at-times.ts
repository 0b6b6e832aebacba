interface Step {
  readonly time: number;
}

/** A time that somebody asked for, among the steps of a curve. */
export interface AtTime<S extends Step> {
  readonly time: number;
  /** The last step up to this time; undefined before the first. */
  readonly last: S | undefined;
  /** The steps after the time before in the list, up to this one. */
  readonly since: readonly S[];
  /** Whether this is after the last step of all. */
  readonly beyond: boolean;
}

/** Goes through the steps of a curve by the times asked for, each once and in order. */
export function atTimes<S extends Step>(steps: readonly S[], times: readonly number[]): AtTime<S>[] {
  const end = steps.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
  let passed = 0;
  return [...new Set(times)]
    .sort((first, second) => first - second)
    .map((time) => {
      const from = passed;
      while (passed < steps.length && (steps[passed]?.time ?? 0) <= time) passed += 1;
      return { time, last: steps[passed - 1], since: steps.slice(from, passed), beyond: time > end };
    });
}
