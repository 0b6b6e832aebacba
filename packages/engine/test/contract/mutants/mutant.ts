import { randomUUID } from 'node:crypto';
import type { EventStore, RecordedEvent } from '../../../src/event-store/event-store.ts';
import { openMemoryStore } from '../../../src/event-store/memory.ts';
import type { OpenStore, Suite } from '../check.ts';

/** A store that is broken on purpose, and the suites that have to notice. */
export interface Mutant {
  /** What it does wrong, after "a store that". */
  readonly name: string;
  readonly caughtBy: readonly Suite[];
  /** Set when it shows by no answer: then a second is waited for one. */
  readonly silent?: true;
  /** What a sound store does instead of its own. */
  readonly spoil: (sound: EventStore) => Partial<EventStore>;
}

/** Opens a store in memory, broken in one way. */
export function opening({ spoil, silent }: Mutant): OpenStore {
  return async () => {
    const sound = openMemoryStore({ storeId: randomUUID() });
    return { store: { ...sound, ...spoil(sound) }, ...(silent && { deadline: 1000 }), cleanup: () => sound.close() };
  };
}

/** Says yes at every so many-th question. */
export function every(times: number): () => boolean {
  let asked = 0;
  return () => ++asked % times === 0;
}

/** The same ways of reading, each batch changed before it is delivered; what changes to nothing is not. */
export function changedBatches(
  sound: EventStore,
  ways: readonly ('read' | 'readAll' | 'subscribe')[],
  change: (batch: RecordedEvent[]) => RecordedEvent[],
): Partial<EventStore> {
  async function* changed(batches: AsyncIterable<RecordedEvent[]>): AsyncGenerator<RecordedEvent[]> {
    for await (const batch of batches) {
      const delivered = change(batch);
      if (delivered.length > 0) yield delivered;
    }
  }
  return {
    ...(ways.includes('read') && { read: (stream, options) => changed(sound.read(stream, options)) }),
    ...(ways.includes('readAll') && { readAll: (options) => changed(sound.readAll(options)) }),
    ...(ways.includes('subscribe') && { subscribe: (options) => changed(sound.subscribe(options)) }),
  };
}
