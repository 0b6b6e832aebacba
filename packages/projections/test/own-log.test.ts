import { describe, expect, test } from '@jest/globals';
import { type EventStore, type Procedure, procedureName, sendProcedureEvent, strict1 } from '@rectify/engine';
import { type Projector, readsOf, startProjectorInThread } from '../src/index.ts';
import { asOfficial, givenARegister, inAFolder, minesWith, NOW, supervisor } from './given.ts';
import { digestsAnew, fifth, openFile, writesNotes } from './given-log.ts';

const publisher = { id: 'admin-1', role: 'admin', office: 'administration', regions: 'all', mines: [] } as const;
const strict2: Procedure = { ...strict1, version: 2 };

/** A store on disk with more events than are folded one by one; in the middle a procedure is published that a mine then goes by. */
async function givenALogOnDisk(file: string): Promise<EventStore> {
  const store = await openFile(file);
  const register = await givenARegister(store);
  for (const mineId of ['A', 'B', 'C']) {
    await register.registers(mineId);
    await register.closes(mineId, fifth);
    await writesNotes(register, mineId, 1_000);
  }
  await sendProcedureEvent(
    { store, clock: () => NOW, newId: () => '00000000-0000-4000-9000-000000000003' },
    { person: publisher, type: 'ProcedurePublished', data: { procedure: strict2 }, commandId: 'publishing' },
  );
  const migrated = { procedure: procedureName(strict2), reason: 'new rules' };
  await register.does('A', supervisor, 'ProcedureMigrated', migrated, NOW);
  await writesNotes(register, 'A', 3_000);
  return store;
}

/** The same store, counting the events that are read of all of it through this object. */
function counting(store: EventStore) {
  let read = 0;
  const counted: EventStore = {
    ...store,
    async *readAll(options) {
      for await (const batch of store.readAll(options)) {
        read += batch.length;
        yield batch;
      }
    },
  };
  return { store: counted, eventsRead: () => read };
}

/** Builds the read side of a store anew in a thread, which is told that the log is kept in a file. */
async function rebuilt(store: EventStore, path: (name: string) => string, log: string) {
  const { store: counted, eventsRead } = counting(store);
  const address = { kind: 'sqlite', file: path(log) } as const;
  const projector = await startProjectorInThread({ store: counted, file: path('read.db'), address });
  try {
    await projector.caughtUp();
    const before = eventsRead();
    await projector.rebuild();
    return { digests: await readsOf(projector).digests(), readByWhoServes: eventsRead() - before };
  } finally {
    await projector.close();
  }
}

async function listed(projector: Projector): Promise<number | null> {
  return (await readsOf(projector).listMines(minesWith(), asOfficial)).total;
}

describe('the log of a SQLite store, when its read side is built anew', () => {
  test('is read by the threads that fold, and not by the one that serves', async () => {
    await inAFolder(async (path) => {
      const store = await givenALogOnDisk(path('events.db'));
      expect(await rebuilt(store, path, 'events.db')).toEqual({
        digests: await digestsAnew(store),
        readByWhoServes: 0,
      });
      await store.close();
    });
  });

  test.each([
    ['is not there', async () => {}],
    ['is that of another store', async (file: string) => (await openFile(file, 'store-2')).close()],
  ])('is asked of the thread that serves where the file %s', async (_what, make) => {
    await inAFolder(async (path) => {
      const store = await givenALogOnDisk(path('events.db'));
      await make(path('other.db'));
      const { digests, readByWhoServes } = await rebuilt(store, path, 'other.db');
      expect(digests).toEqual(await digestsAnew(store));
      expect(readByWhoServes).toBe(Number(await store.head()));
      await store.close();
    });
  });

  test('names an event in it that cannot be folded, and what there was stays', async () => {
    await inAFolder(async (path) => {
      const store = await givenALogOnDisk(path('events.db'));
      const address = { kind: 'sqlite', file: path('events.db') } as const;
      const projector = await startProjectorInThread({ store, file: path('read.db'), address });
      await projector.caughtUp();
      const poison = { eventId: '00000000-0000-4000-9000-000000000002', type: 'Exploded', data: {}, metadata: {} };
      await store.append('mine-Z', [poison], 'no-stream');
      await expect(projector.rebuild()).rejects.toThrow(
        /Event 0 of mine-Z \(Exploded, position \d+\) cannot be folded/,
      );
      expect(await listed(projector)).toBe(3);
      await projector.close();
      await store.close();
    });
  });
});
