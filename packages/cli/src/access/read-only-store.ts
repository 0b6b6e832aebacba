import { type EventReader, type EventStore, StoreUnavailable } from '@rectify/engine';

/** A store opened for reading as a projector takes it: a subscription catches up with what is stored, then stays quiet. */
export function asReadOnlyStore(reader: EventReader): EventStore {
  return {
    ...reader,
    append: () => Promise.reject(new StoreUnavailable('The store is open for reading only.')),
    async *subscribe({ after, signal }) {
      yield* reader.readAll({ ...(after !== undefined && { after }) });
      await aborted(signal);
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
