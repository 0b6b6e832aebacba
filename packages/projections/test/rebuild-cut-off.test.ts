import { closeSync, existsSync, openSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { NotFolding, readsOf, startProjector } from '../src/index.ts';
import { createReadDatabase } from '../src/read-database.ts';
import { givenARegister, inAFolder } from './given.ts';
import { digestsAnew, givenALongLog, openFile, running } from './given-log.ts';
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
  }, 60_000);

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
