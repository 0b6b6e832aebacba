import TinyQueue from 'tinyqueue';
import { inLogOrder, type TimedAppend } from './appends.ts';

/** Merges what comes in the order of the log from several sources into one that does; one append of each is in memory at a time. */
export function* merged(sources: readonly Iterable<TimedAppend>[]): Generator<TimedAppend, void, undefined> {
  const heads = new TinyQueue<{ head: TimedAppend; rest: Iterator<TimedAppend> }>([], (a, b) =>
    inLogOrder(a.head, b.head),
  );
  for (const source of sources) {
    const rest = source[Symbol.iterator]();
    const { value, done } = rest.next();
    if (!done) heads.push({ head: value, rest });
  }
  for (let first = heads.pop(); first; first = heads.pop()) {
    const { head, rest } = first;
    yield head;
    const { value, done } = rest.next();
    if (!done) heads.push({ head: value, rest });
  }
}
