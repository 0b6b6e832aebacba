import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type EventStore, type Procedure, procedureName, sendProcedureEvent, strict1 } from '@rectify/engine';
import { foldingHere } from '../src/bulk/mine-folder.ts';
import { type Folding, startFolding } from '../src/folding.ts';
import { takingTurns } from '../src/giving-way.ts';
import { type Projector, readsOf, startProjectorInThread } from '../src/index.ts';
import { swapped } from '../src/rebuild.ts';
import { preparingBeside } from '../src/thread/preparing-beside.ts';
import { asOfficial, givenARegister, inAFolder, minesWith, NOW, supervisor } from './given.ts';
import { digestsAnew, fifth, openFile, running, writesNotes } from './given-log.ts';

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

/** A store on disk with more events than are folded one by one, of thirty mines. */
async function givenManyMinesOnDisk(file: string): Promise<EventStore> {
  const store = await openFile(file);
  const register = await givenARegister(store);
  for (let mine = 0; mine < 30; mine += 1) {
    await register.registers(`M-${mine}`);
    await register.closes(`M-${mine}`, fifth);
    await writesNotes(register, `M-${mine}`, 200);
  }
  return store;
}

/** Begins to fill a read side from the log, ten mines at a time; told when the first of them are written. */
function fillingTenByTen(store: EventStore, path: (name: string) => string, tenAreThere: () => void): Folding {
  let isTold = false;
  const folding = startFolding({
    log: store,
    file: path('read.db'),
    slices: takingTurns,
    prepare: (of) => ({
      ...preparingBeside(path('events.db'))(of),
      mines: (histories, { after }) => foldingHere({ of, histories, after, turn: () => 0 }),
    }),
    changed() {
      if (isTold || !folding.state().filling?.share) return;
      isTold = true;
      tenAreThere();
    },
    swap: swapped,
  });
  return folding;
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

describe('a read side that is filled from the log of a SQLite store', () => {
  test.each([
    ['goes on with the mines that are missing', 'events.db', 'fewer'],
    ['is begun anew from what who serves reads, if the log cannot be read any more', 'gone.db', 'all'],
  ])('and was cut off %s', async (_what, log, folded) => {
    await inAFolder(async (path) => {
      const store = await givenManyMinesOnDisk(path('events.db'));
      const cutOff = Promise.withResolvers<void>();
      const folding = fillingTenByTen(store, path, () => cutOff.resolve(folding.close()));
      await cutOff.promise;
      expect(existsSync(path('read.db.rebuilding'))).toBe(true);
      const address = { kind: 'sqlite', file: path(log) } as const;
      const projector = await startProjectorInThread({ store, file: path('read.db'), address });
      await projector.caughtUp();
      const all = Number(await store.head());
      expect(projector.state().folded === all ? 'all' : 'fewer').toBe(folded);
      expect(await readsOf(projector).digests()).toEqual(await digestsAnew(store));
      await projector.close();
      await store.close();
    });
  });

  test('holds what comes meanwhile too, of mines that are there and of new ones', async () => {
    await inAFolder(async (path) => {
      const store = await givenManyMinesOnDisk(path('events.db'));
      const register = await givenARegister(store);
      const come = Promise.withResolvers<void>();
      const folding = fillingTenByTen(store, path, () =>
        come.resolve(register.registers('M-00').then(() => writesNotes(register, 'M-7', 100))),
      );
      await come.promise;
      await folding.rebuild(() => {});
      await folding.close();
      await running(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        expect(await listed(projector)).toBe(31);
        expect(await readsOf(projector).digests()).toEqual(await digestsAnew(store));
      });
      await store.close();
    });
  });
});
