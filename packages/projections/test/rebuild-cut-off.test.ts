import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import type { EventStore } from '@rectify/engine';
import { NotFolding, readsOf, startProjector, startProjectorInThread } from '../src/index.ts';
import { createReadDatabase } from '../src/read-database.ts';
import { asOfficial, givenARegister, inAFolder, minesWith } from './given.ts';
import { digestsAnew, fifth, givenALongLog, openFile, running, writesNotes } from './given-log.ts';
import { foldUntilKilled } from './killed.ts';

describe('a rebuild that was cut off', () => {
  test('one that is killed is gone on with where it stopped, and neither skips nor doubles', async () => {
    await inAFolder(async (path) => {
      await givenALongLog(path('events.db'));
      await folded(path('events.db'), path('read.db'));

      let built = 0;
      for (const commits of [3, 5, 3]) {
        const killed = await foldUntilKilled(path('events.db'), path('read.db'), commits, 'rebuild');
        expect(killed.signal).toBe('SIGKILL');
        built += killed.far;
      }
      const store = await openFile(path('events.db'));
      await running(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        expect(projector.isRebuildCutOff()).toBe(true);
        const events: number[] = [];
        await projector.rebuild((progress) => events.push(progress.events));
        const left = Number(await store.head()) - built;
        expect(events.at(-1)).toBeLessThanOrEqual(left);
        expect(events.at(-1)).toBeGreaterThan(0);
        expect(projector.isRebuildCutOff()).toBe(false);
        expect(await readsOf(projector).digests()).toEqual(await digestsAnew(store));
      });
      await store.close();
    });
  });

  test('one that is cut off by closing the projector is gone on with as well', async () => {
    await inAFolder(async (path) => {
      await givenALongLog(path('events.db'));
      const store = await openFile(path('events.db'));
      await running(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        let closing: Promise<void> | undefined;
        await expect(
          projector.rebuild(() => {
            closing ??= projector.close();
          }),
        ).rejects.toThrow(NotFolding);
        await closing;
      });
      await running(store, path('read.db'), async (projector) => {
        expect(projector.isRebuildCutOff()).toBe(true);
        await projector.rebuild();
        expect(await readsOf(projector).digests()).toEqual(await digestsAnew(store));
      });
      await store.close();
    });
  });

  test.each([
    ['of another store', (file: string) => createReadDatabase(file, 'store-2').close()],
    ['no database', (file: string) => writeFileSync(file, 'no database at all, but long enough to be read as one')],
  ])('what is built beside is not gone on with when it is %s', async (_what, put) => {
    await inAFolder(async (path) => {
      const { store, registers } = await givenARegister();
      await registers('A');
      put(path('read.db.rebuilding'));
      await running(store, path('read.db'), async (projector) => {
        expect(projector.isRebuildCutOff()).toBe(false);
        expect(existsSync(path('read.db.rebuilding'))).toBe(false);
        await projector.caughtUp();
      });
    });
  });

  test('what is built beside is begun anew when it is damaged in the middle', async () => {
    await inAFolder(async (path) => {
      await givenALongLog(path('events.db'));
      await folded(path('events.db'), path('read.db'));
      await foldUntilKilled(path('events.db'), path('read.db'), 6, 'rebuild');
      damage(path('read.db.rebuilding'));
      const store = await openFile(path('events.db'));
      await running(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        const events: number[] = [];
        await projector.rebuild((progress) => events.push(progress.events));
        expect(events.at(-1)).toBe(Number(await store.head()));
        expect(await readsOf(projector).digests()).toEqual(await digestsAnew(store));
      });
      await store.close();
    });
  });

  test('one that was killed as it took its place takes it at the next start', async () => {
    await inAFolder(async (path) => {
      const { store, registers } = await givenARegister();
      await registers('A');
      let digests: unknown;
      await running(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        digests = await readsOf(projector).digests();
      });
      renameSync(path('read.db'), path('read.db.rebuilding'));
      const projector = startProjector({ store, file: path('read.db') });
      expect(projector.state().position).toBe('1');
      expect(await readsOf(projector).digests()).toEqual(digests);
      await projector.close();
      expect(existsSync(path('read.db.rebuilding'))).toBe(false);
    });
  });
});

describe('what was built but cannot take its place', () => {
  test.each([
    ['in this thread', async (store: EventStore, file: string) => startProjector({ store, file })],
    [
      'in a thread of its own',
      (store: EventStore, file: string) => startProjectorInThread({ store, file, address: { kind: 'memory' } }),
    ],
  ])('only the rebuild fails, and says why; the one in use goes on: %s', async (_where, start) => {
    await inAFolder(async (path) => {
      const register = await givenARegister();
      const { store } = register;
      await register.registers('A');
      await register.closes('A', fifth);
      await writesNotes(register, 'A', 100);
      const projector = await start(store, path('read.db'));
      await projector.caughtUp();
      const reads = readsOf(projector);
      const before = await reads.digests();
      const where = path('read.db.replaced');
      mkdirSync(where);
      await expect(projector.rebuild()).rejects.toMatchObject({
        name: 'CannotReplace',
        message: expect.stringMatching(
          /could not be put in the place of .*read\.db, which stays in use: .*read\.db\.replaced/,
        ),
      });
      expect(await reads.digests()).toEqual(before);

      await register.registers('B');
      await projector.caughtUp();
      expect((await reads.listMines(minesWith(), asOfficial)).total).toBe(2);

      rmdirSync(where);
      await projector.rebuild();
      expect(await reads.digests()).toEqual(await digestsAnew(store));
      await projector.close();
    });
  });

  test('a node starts with the one in use, and with one that is gone the rebuild fails as well', async () => {
    await inAFolder(async (path) => {
      const register = await givenARegister();
      const { store } = register;
      await register.registers('A');
      await running(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        const lost = expect(projector.rebuild(() => rmSync(path('read.db.rebuilding'), { force: true }))).rejects;
        await lost.toThrow(/stays in use: .*ENOENT/);
        expect((await readsOf(projector).listMines(minesWith(), asOfficial)).total).toBe(1);
        mkdirSync(path('read.db.replaced'));
        await expect(projector.rebuild()).rejects.toThrow('stays in use');
      });
      await running(store, path('read.db'), async (projector) => {
        expect((await readsOf(projector).listMines(minesWith(), asOfficial)).total).toBe(1);
        expect(projector.isRebuildCutOff()).toBe(true);
        rmdirSync(path('read.db.replaced'));
        await projector.rebuild();
        expect(projector.isRebuildCutOff()).toBe(false);
      });
    });
  });
});

/** Folds a store on disk to its end. */
async function folded(storeFile: string, readFile: string): Promise<void> {
  const store = await openFile(storeFile);
  await running(store, readFile, (projector) => projector.caughtUp());
  await store.close();
}

/** Overwrites every page of a database but the first two, which tell of its tables. */
function damage(file: string): void {
  const db = new DatabaseSync(file);
  db.exec('pragma wal_checkpoint(truncate)');
  db.close();
  const { size } = statSync(file);
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(size - 4096, 0x5a), 0, size - 4096, 4096);
  closeSync(descriptor);
}
