/** So many answers are kept; then all are forgotten at once, and those that are asked for again are made again. */
const MOST_REMEMBERED = 10_000;

/** Keeps what was made for a key, for answers that take long and never change. */
export function remembered<T>(known: Map<string, T>, key: string, made: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const answer = made();
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, answer);
  return answer;
}
