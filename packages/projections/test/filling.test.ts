import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { EventStore } from '@rectify/engine';
import { fillingOf } from '../src/bulk/filling.ts';
import { gatheredHistories } from '../src/bulk/histories.ts';
import { checkReadModels, NotFolding, readsOf, startProjector, startProjectorInThread } from '../src/index.ts';
import { createReadDatabase } from '../src/read-database.ts';
import { preparingBeside } from '../src/thread/preparing-beside.ts';
import { asOfficial, givenARegister, inAFolder, minesWith } from './given.ts';
import { digestsAnew, fifth, givenALongLog, openFile, running, writesNotes } from './given-log.ts';
import { foldUntilKilled } from './killed.ts';

/** Registers and closes so many mines, with so many notes that all together are more than are folded one by one. */
async function givenALongerLog(register: Awaited<ReturnType<typeof givenARegister>>, mines = 30): Promise<void> {
  for (let mine = 0; mine < mines; mine += 1) {
    await register.registers(`M-${mine}`);
    await register.closes(`M-${mine}`, fifth);
    await writesNotes(register, `M-${mine}`, Math.ceil(5_100 / mines));
  }
}

/** What a check against the log, folded event by event, finds wrong with a read database. */
async function faults(file: string, store: EventStore) {
  const { models } = await checkReadModels({ file, store });
  return models.filter(({ differs }) => differs !== undefined);
}

describe('many mines, folded by two threads', () => {
  /** The facts of so many mines, gathered and not folded yet. */
  async function givenFacts(file: string, mines: number) {
    const register = await givenARegister();
    await givenALongerLog(register, mines);
    const database = createReadDatabase(file, register.store.storeId);
    const filling = fillingOf(database);
    if (!filling) throw new Error('The read database is whole.');
    for await (const batch of register.store.readAll()) filling.gather(batch);
    filling.endGathering();
    const histories = gatheredHistories(database);
    const left = { after: '', facts: histories.countAfter('') };
    return { store: register.store, database, filling, histories, left };
  }

  test('come to the same as folded one by one, written in the order of their ids', async () => {
    await inAFolder(async (path) => {
      const { store, database, filling, histories, left } = await givenFacts(path('read.db'), 180);
      const foldedTo: (string | null)[] = [];
      const preparing = preparingBeside()(database);
      for await (const _facts of filling.foldMines(preparing.mines(histories, left)))
        foldedTo.push(database.foldedTo());
      await preparing.close();
      expect(foldedTo).toEqual(foldedTo.toSorted());
      database.close();
      expect(await faults(path('read.db'), store)).toEqual([]);
    });
  });

  test('are folded in one where the other cannot do it', async () => {
    await inAFolder(async (path) => {
      const { store, database, filling, histories, left } = await givenFacts(path('read.db'), 60);
      const withoutFacts = preparingBeside()({ ...database, file: path('nothing.db') });
      for await (const facts of filling.foldMines(withoutFacts.mines(histories, left)))
        expect(facts).toBeGreaterThan(0);
      await withoutFacts.close();
      database.close();
      expect(await faults(path('read.db'), store)).toEqual([]);
    });
  });
});

describe('an empty read side of a long log', () => {
  test.each([
    ['in this thread', async (store: EventStore, file: string) => startProjector({ store, file })],
    [
      'in a thread of its own',
      (store: EventStore, file: string) => startProjectorInThread({ store, file, address: { kind: 'memory' } }),
    ],
  ])('is filled beside, telling how far it is, and can be read when it is whole: %s', async (_where, start) => {
    await inAFolder(async (path) => {
      const register = await givenARegister();
      const { store } = register;
      await givenALongerLog(register);
      const head = await store.head();
      const projector = await start(store, path('read.db'));
      const early = projector.waitFor('1').then(() => projector.state().position);
      const shares: number[] = [];
      let isWhole = false;
      const whole = projector.caughtUp().then(() => {
        isWhole = true;
      });
      while (!isWhole) {
        const { rebuilding, position } = projector.state();
        if (rebuilding) shares.push(rebuilding.share);
        if (rebuilding) expect(position).toBe(null);
        await nextTurn();
      }
      await whole;
      expect(await early).toBe(head);
      expect(new Set(shares).size).toBeGreaterThan(3);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(projector.state()).toEqual({ state: 'running', position: head, folded: Number(head) });
      await register.registers('later');
      await projector.caughtUp();
      expect((await readsOf(projector).listMines(minesWith(), asOfficial)).total).toBe(31);
      await projector.close();
      expect(await faults(path('read.db'), store)).toEqual([]);
      expect(existsSync(path('read.db.rebuilding'))).toBe(false);
    });
  });

  test('is gone on with where it was cut off, by a kill or by the end of the projector', async () => {
    await inAFolder(async (path) => {
      await givenALongLog(path('events.db'));
      for (const commits of [3, 5])
        expect((await foldUntilKilled(path('events.db'), path('read.db'), commits, 'fill')).signal).toBe('SIGKILL');
      const store = await openFile(path('events.db'));
      const ended = startProjector({ store, file: path('read.db') });
      while (!ended.state().rebuilding) await nextTurn();
      const waiting = expect(ended.caughtUp()).rejects.toThrow(NotFolding);
      await ended.close();
      await waiting;
      await running(store, path('read.db'), async (projector) => {
        expect(projector.isRebuildCutOff()).toBe(false);
        await projector.caughtUp();
        expect(projector.state().folded).toBeLessThan(Number(await store.head()));
        expect(await readsOf(projector).digests()).toEqual(await digestsAnew(store));
      });
      await store.close();
    });
  });

  test('can be read up to an event that cannot be folded', async () => {
    const register = await givenARegister();
    const { store } = register;
    await givenALongerLog(register, 10);
    const last = await store.head();
    const poison = { eventId: '00000000-0000-4000-9000-000000000002', type: 'Exploded', data: {}, metadata: {} };
    await store.append('mine-Z', [poison], 'no-stream');
    await register.registers('after');
    await running(store, ':memory:', async (projector) => {
      await expect(projector.caughtUp()).rejects.toThrow(/Event 0 of mine-Z \(Exploded/);
      expect(projector.state()).toMatchObject({ state: 'stopped', position: last });
      expect((await readsOf(projector).listMines(minesWith(), asOfficial)).total).toBe(10);
    });
  });

  test('is filled once, whoever asks for a rebuild meanwhile', async () => {
    const register = await givenARegister();
    const { store } = register;
    await givenALongerLog(register);
    await running(store, ':memory:', async (projector) => {
      const events: number[] = [];
      await projector.rebuild((progress) => events.push(progress.events));
      expect(Math.max(...events)).toBe(Number(await store.head()));
      await projector.caughtUp();
      expect(projector.state().position).toBe(await store.head());
    });
  });
});
