/** Gives what was made under a key before, or makes it. */
export type Keeping<T> = (key: string, make: () => Promise<T>) => Promise<T>;

/** Keeps so many of what was asked for last; what could not be made is not kept. */
export function keepingLast<T>(count: number): Keeping<T> {
  const kept = new Map<string, Promise<T>>();
  return (key, make) => {
    const made = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > count && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
