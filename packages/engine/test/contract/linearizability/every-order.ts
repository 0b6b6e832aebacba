import type { Operation } from './history.ts';

/**
 * Whether some order of the operations, each at one instant within its time, gives their answers and this log: found by trying all. Only
 * for a handful of operations on one stream; it says what the quick judgement of long histories has to say.
 */
export function explainable(history: readonly Operation[], log: readonly string[]): boolean {
  return goesOn([], history, log);
}

function goesOn(stream: readonly string[], left: readonly Operation[], log: readonly string[]): boolean {
  if (left.every(mayNeverHappen) && equal(stream, log)) return true;
  return left.some((operation) => {
    const others = left.filter((other) => other !== operation);
    // One that ended before this one began has to come first; one without an answer has no end.
    if (others.some((other) => !mayNeverHappen(other) && other.end < operation.start)) return false;
    return outcomes(stream, operation).some((next) => goesOn(next, others, log));
  });
}

/** The streams that an operation may leave behind when it happens now; none when its answer would be wrong. */
function outcomes(stream: readonly string[], { did }: Operation): (readonly string[])[] {
  if (did.kind === 'read') {
    const seen = did.from + did.entries.length === stream.length && equal(stream.slice(did.from), did.entries);
    return seen ? [stream] : [];
  }
  const there = stream.indexOf(did.entries[0] ?? '');
  const appended = there === -1 ? [...stream, ...did.entries] : stream;
  switch (did.answer.kind) {
    case 'refused':
      return did.answer.length === undefined || did.answer.length === stream.length ? [stream] : [];
    case 'stored':
      return did.answer.firstRevision === (there === -1 ? stream.length : there) ? [appended] : [];
    case 'unknown':
      return [appended];
  }
}

function mayNeverHappen({ did }: Operation): boolean {
  return did.kind === 'append' && did.answer.kind === 'unknown';
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
