/** What a record holds under a key of its own: an id such as `constructor` finds nothing that JavaScript put there. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
