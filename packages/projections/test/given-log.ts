import { randomUUID } from 'node:crypto';
import { type EventStore, openStore } from '@rectify/engine';
import { type Projector, startProjector } from '../src/index.ts';
import { givenARegister, inspector, type Register, reading } from './given.ts';

/** When the mines of these tests are closed. */
export const fifth = '2018-11-05T00:00:00+08:00';

/** So many notes on a mine, a hundred to an append; written to the store directly, as copies of one that was sent. */
export async function writesNotes({ does, store }: Register, mineId: string, count: number): Promise<void> {
  const data = { text: 'The meter was read', visibility: 'internal' } as const;
  const [note] = await does(mineId, inspector, 'NoteAdded', data, '2018-11-06T00:00:00+08:00');
  if (!note) throw new Error('no note');
  let revision = note.revision;
  for await (const [{ type, metadata } = { type: '', metadata: {} }] of store.read(`mine-${mineId}`, {
    from: revision,
  })) {
    for (let written = 0; written < count; written += 100) {
      const copies = Array.from({ length: 100 }, () => ({ eventId: randomUUID(), type, data, metadata }));
      revision = (await store.append(`mine-${mineId}`, copies, revision)).lastRevision;
    }
  }
}

/** Opens a store on disk, a new one with an id of its own. */
export const openFile = (file: string, storeId = 'store-1') =>
  openStore(`sqlite:${file}`, { newStoreId: () => storeId });

/** The digests of all of a store, folded in memory. */
export async function digestsAnew(store: EventStore) {
  let digests: unknown;
  await reading(store, async (reads) => {
    digests = await reads.digests();
  });
  return digests;
}

/** Fifteen mines with a hundred notes each. */
export async function givenALongLog(file: string): Promise<void> {
  const store = await openFile(file);
  const register = await givenARegister(store);
  for (let mine = 0; mine < 15; mine += 1) {
    const mineId = `M-${mine}`;
    await register.registers(mineId);
    await register.closes(mineId, fifth);
    await writesNotes(register, mineId, 100);
  }
  await store.close();
}

/** Runs something with a projector, which is closed after it. */
export async function running(
  store: EventStore,
  file: string,
  then: (projector: Projector) => Promise<void>,
): Promise<void> {
  const projector = startProjector({ store, file });
  try {
    await then(projector);
  } finally {
    await projector.close();
  }
}
