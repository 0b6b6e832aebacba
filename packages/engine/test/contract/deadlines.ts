import type { EventStore } from '../../src/event-store/event-store.ts';

/** A store did not answer in time. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  constructor(call: string, milliseconds: number) {
    super(`The store gave no answer to ${call} within ${milliseconds} ms.`);
  }
}

/**
 * Waits for an answer, but not for ever.
 * @throws Unanswered after so many milliseconds
 */
export async function within<T>(milliseconds: number, call: string, answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Unanswered(call, milliseconds)), milliseconds);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The same store, on which no call and no wait for a batch lasts longer than so many milliseconds: it fails with Unanswered
 * instead. What waits for a batch in a suite waits for one that is on its way, or for its own end.
 */
export function withDeadlines(store: EventStore, milliseconds: number): EventStore {
  function timed<T>(call: string, answer: Promise<T>): Promise<T> {
    return within(milliseconds, call, answer);
  }

  function timedBatches<T>(call: string, batches: AsyncIterable<T>): AsyncIterable<T> {
    return {
      [Symbol.asyncIterator]() {
        const iterator = batches[Symbol.asyncIterator]();
        return {
          next: () => timed(`the next batch of ${call}`, iterator.next()),
          return: async () => (await timed(`ending ${call}`, Promise.resolve(iterator.return?.()))) ?? ended,
        };
      },
    };
  }

  return {
    storeId: store.storeId,
    append: (stream, events, expected) => timed('an append', store.append(stream, events, expected)),
    read: (stream, options) => timedBatches('a read', store.read(stream, options)),
    readAll: (options) => timedBatches('reading all', store.readAll(options)),
    subscribe: (options) => timedBatches('a subscription', store.subscribe(options)),
    head: () => timed('the head', store.head()),
    compare: (a, b) => store.compare(a, b),
    close: () => timed('closing', store.close()),
  };
}

const ended = { done: true, value: undefined } as const;
