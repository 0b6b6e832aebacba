import { existsSync, writeFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { openStore, type Position } from '@rectify/engine';
import { CannotFold, NotAReadDatabase, NotFolding, readsOf, startProjector } from '../src/index.ts';
import { createReadDatabase } from '../src/read-database.ts';
import { readModels } from '../src/read-models.ts';
import { asOfficial, givenARegister, inAFolder, minesWith } from './given.ts';
import { digestsAnew, fifth, givenALongLog, openFile, running, writesNotes } from './given-log.ts';
import { foldUntilKilled } from './killed.ts';

describe('folding the log', () => {
  test('a projector killed while it folds goes on from its checkpoint and neither skips nor doubles', async () => {
    await inAFolder(async (path) => {
      await givenALongLog(path('events.db'));
      for (const commits of [3, 5, 3])
        expect((await foldUntilKilled(path('events.db'), path('read.db'), commits)).signal).toBe('SIGKILL');

      const again = await openFile(path('events.db'));
      await running(again, path('read.db'), async (projector) => {
        const from = Number(projector.state().position);
        expect(from).toBeGreaterThan(0);
        expect(from).toBeLessThan(Number(await again.head()));
        await projector.caughtUp();
        expect(await readsOf(projector).digests()).toEqual(await digestsAnew(again));
      });
      await again.close();
    });
  });

  test('each commit ends with a whole append, and what it folded can be read when it is told', async () => {
    const register = await givenARegister();
    const { store } = register;
    const committed: Position[] = [];
    const projector = startProjector({ store, file: ':memory:', onCommit: ({ position }) => committed.push(position) });
    await register.registers('A');
    await register.closes('A', fifth);
    await writesNotes(register, 'A', 300);
    await projector.caughtUp();
    const ends = new Set<Position>();
    for await (const batch of store.readAll())
      for (const { position, append } of batch) if (append.index === append.size - 1) ends.add(position);
    expect(committed.filter((position) => !ends.has(position))).toEqual([]);
    expect(committed.at(-1)).toBe(await store.head());
    await projector.close();
  });

  test('a long log is folded in slices, and others have their turn between two of them', async () => {
    const register = await givenARegister();
    await register.registers('A');
    await register.closes('A', fifth);
    await writesNotes(register, 'A', 500);
    let turn = 0;
    let counting = true;
    const others = (async () => {
      for (; counting; turn++) await nextTurn();
    })();
    const turns: number[] = [];
    const projector = startProjector({
      store: register.store,
      file: ':memory:',
      onCommit: () => turns.push(turn),
    });
    await projector.caughtUp();
    counting = false;
    await others;
    expect(turns.length).toBeGreaterThan(3);
    expect(new Set(turns).size).toBe(turns.length);
    await projector.close();
  });

  test('whoever waits for a position is answered when it can be read, at the latest when the projector ends', async () => {
    const register = await givenARegister();
    await running(register.store, ':memory:', async (projector) => {
      const waits = projector.waitFor('3');
      await register.registers('A');
      await register.closes('A', fifth);
      await waits;
      expect((await readsOf(projector).listMines(minesWith(), asOfficial)).items).toMatchObject([{ status: 'closed' }]);
      const aborting = new AbortController();
      const impatient = expect(projector.waitFor('1000', aborting.signal)).rejects.toThrow('too late');
      aborting.abort(new Error('too late'));
      await impatient;
      const patient = expect(projector.waitFor('1000')).rejects.toThrow(NotFolding);
      await projector.close();
      await patient;
      await expect(projector.waitFor('1000')).rejects.toThrow(NotFolding);
    });
  });

  test('events of other streams move the position on and nothing else', async () => {
    const register = await givenARegister();
    const { store } = register;
    await register.registers('A');
    const other = { eventId: '00000000-0000-4000-9000-000000000001', type: 'Anything', data: {}, metadata: {} };
    await store.append('system-settings', [other], 'no-stream');
    await running(store, ':memory:', async (projector) => {
      await projector.caughtUp();
      expect(projector.state()).toMatchObject({ state: 'running', position: await store.head() });
      expect((await readsOf(projector).listMines(minesWith(), asOfficial)).position).toBe(await store.head());
    });
  });
});

describe('the read database', () => {
  test('one of another store, or a damaged one, is built anew', async () => {
    await inAFolder(async (path) => {
      const first = await givenARegister();
      await first.registers('A');
      await running(first.store, path('read.db'), (projector) => projector.caughtUp());
      const second = await givenARegister(await openStore('memory:', { newStoreId: () => 'store-2' }));
      await second.registers('B');
      for (const damage of [
        () => {},
        () => writeFileSync(path('read.db'), 'no database at all, but long enough to be read as one'),
      ]) {
        damage();
        await running(second.store, path('read.db'), async (projector) => {
          await projector.caughtUp();
          const { items } = await readsOf(projector).listMines(minesWith(), asOfficial);
          expect(items.map(({ mineId }) => mineId)).toEqual(['B']);
        });
      }
    });
  });

  test('the event store itself is never mistaken for it', async () => {
    await inAFolder(async (path) => {
      const store = await openFile(path('events.db'));
      const register = await givenARegister(store);
      await register.registers('A');
      expect(() => startProjector({ store, file: path('events.db') })).toThrow(NotAReadDatabase);
      await register.registers('B');
      await store.close();
    });
  });
});

test('every table of the read database belongs to a read model, so that it is digested and checked', () => {
  const { db } = createReadDatabase(':memory:', 'store-1');
  // The index of words is compared by the sequences that it shows, the ways to stand by how many mines stand so.
  const tables = db
    .prepare(
      "select name from sqlite_schema where type in ('table', 'view') and name not glob 'mine_words_index*' and name <> 'standings' order by name",
    )
    .all();
  const listed = readModels.flatMap(({ tables: own }) => own.map(({ table }) => table));
  expect(tables.map(({ name }) => name)).toEqual([...listed, 'checkpoint'].sort());
  db.close();
});

describe('rebuilding', () => {
  test('it is built beside the one in use, which goes on answering and folding, and takes its place', async () => {
    await inAFolder(async (path) => {
      const register = await givenARegister();
      const { store } = register;
      await register.registers('A');
      await register.closes('A', fifth);
      await writesNotes(register, 'A', 2000);
      const projector = startProjector({ store, file: path('read.db') });
      await projector.caughtUp();
      const reads = readsOf(projector);

      const shares: number[] = [];
      let rebuilt = false;
      const rebuilding = projector
        .rebuild(({ share }) => shares.push(share))
        .then(() => {
          rebuilt = true;
        });
      expect(projector.state()).toMatchObject({ rebuilding: { events: expect.any(Number) } });
      for (let round = 0; !rebuilt; round++) {
        await register.registers(`B${round}`);
        await projector.caughtUp();
        const { total } = await reads.listMines(minesWith(), asOfficial);
        expect(total).toBe(round + 2);
      }
      await rebuilding;
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
      await register.closes('B0', fifth);
      await projector.caughtUp();
      expect(await reads.digests()).toEqual(await digestsAnew(store));
      const before = await reads.digests();
      await projector.close();

      expect(existsSync(path('read.db.rebuilding'))).toBe(false);
      await running(store, path('read.db'), async (again) => {
        expect(again.state().position).toBe(await store.head());
        expect(await readsOf(again).digests()).toEqual(before);
      });
    });
  });

  test('a full disk holds the projector up; once there is room it goes on where it was', async () => {
    const register = await givenARegister();
    const { store } = register;
    await register.registers('A');
    await running(store, ':memory:', async (projector) => {
      await projector.caughtUp();
      const { db } = projector.database();
      db.exec('pragma max_page_count = 1');
      await writesNotes(register, 'A', 2000);
      while (!projector.state().error) await nextTurn();
      const held = projector.state();
      expect(held).toMatchObject({ state: 'running', error: { message: expect.stringContaining('disk is full') } });
      expect(held.folded).toBeLessThan(2002);

      db.exec('pragma max_page_count = 1000000');
      await projector.caughtUp();
      expect(projector.state()).toEqual({ state: 'running', position: await store.head(), folded: 2002 });
      expect(await readsOf(projector).digests()).toEqual(await digestsAnew(store));
    });
  });

  test('an event that cannot be folded stops the projector at it; what was folded before stays readable', async () => {
    const register = await givenARegister();
    const { store } = register;
    await register.registers('A');
    await register.registers('B');
    const poison = { eventId: '00000000-0000-4000-9000-000000000002', type: 'Exploded', data: {}, metadata: {} };
    await store.append('mine-A', [poison], 0);
    await register.registers('C');
    await running(store, ':memory:', async (projector) => {
      await expect(projector.caughtUp()).rejects.toThrow(/Event 1 of mine-A \(Exploded, position 3\) cannot be folded/);
      expect(projector.state()).toMatchObject({ state: 'stopped', position: '2', error: expect.any(CannotFold) });
      await expect(projector.waitFor('4')).rejects.toThrow(NotFolding);
      await projector.waitFor('2');
      const { items } = await readsOf(projector).listMines(minesWith(), asOfficial);
      expect(items.map(({ mineId }) => mineId)).toEqual(['A', 'B']);
      await expect(projector.rebuild()).rejects.toThrow(CannotFold);
      expect((await readsOf(projector).listMines(minesWith(), asOfficial)).total).toBe(2);
    });
  });
});
