/** Values that texts stand for, each kept once and numbered from 0. */
export interface Interned<T> {
  readonly values: readonly T[];
  /** The number of what a text stands for. */
  numberOf(text: string): number;
}

/** Starts with no values; `made` makes one from a text that was not met before. */
export function interning<T>(made: (text: string) => T): Interned<T> {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, values.length);
      return values.push(made(text)) - 1;
    },
  };
}

/** Asks something of each numbered value once at most. */
export function askedOnce<T, A>({ values }: Pick<Interned<T>, 'values'>, ask: (value: T) => A): (number: number) => A {
  const answers: A[] = [];
  return (number) => {
    const known = answers[number];
    if (known !== undefined) return known;
    const value = values[number];
    if (value === undefined) throw new RangeError(`There is no value ${number}.`);
    const answer = ask(value);
    answers[number] = answer;
    return answer;
  };
}
