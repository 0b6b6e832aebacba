import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { type EventStore, type Procedure, procedureName, sendProcedureEvent, strict1 } from '@rectify/engine';
import { z } from 'zod';
import { NotAReadDatabase, NotFolding, type Projector, readsOf, startProjectorInThread } from '../src/index.ts';
import { asOfficial, givenARegister, inAFolder, minesWith, NOW, supervisor } from './given.ts';
import { digestsAnew, fifth, openFile, writesNotes } from './given-log.ts';

/** Starts a projector and answers it with its thread, as Node tells of every thread that starts. */
async function startedWithItsThread(needs: Parameters<typeof startProjectorInThread>[0]) {
  const threads: Worker[] = [];
  const started = (message: unknown) => threads.push(z.object({ worker: z.instanceof(Worker) }).parse(message).worker);
  subscribe('worker_threads', started);
  const projector = await startProjectorInThread(needs);
  unsubscribe('worker_threads', started);
  const [thread] = threads;
  if (!thread) throw new Error('No thread was started.');
  return { projector, thread };
}

const publisher = { id: 'admin-1', role: 'admin', office: 'administration', regions: 'all', mines: [] } as const;

async function inAThread(store: EventStore, file: string, then: (projector: Projector) => Promise<void>) {
  const projector = await startProjectorInThread({ store, file, address: { kind: 'memory' } });
  try {
    await then(projector);
  } finally {
    await projector.close();
  }
}

describe('a projector in a thread of its own', () => {
  test('folds the same as one that shares the thread, and goes on where it stopped', async () => {
    await inAFolder(async (path) => {
      const register = await givenARegister();
      const { store } = register;
      await register.registers('A');
      await register.closes('A', fifth);
      await inAThread(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        expect(projector.state()).toEqual({ state: 'running', position: await store.head(), folded: 4 });
      });
      await writesNotes(register, 'A', 1500);
      await inAThread(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        expect(projector.state()).toEqual({ state: 'running', position: await store.head(), folded: 1501 });
        expect(await readsOf(projector).digests()).toEqual(await digestsAnew(store));
      });
    });
  });

  test('what was waited for can be read, and what is asked in one turn is answered for one moment', async () => {
    await inAFolder(async (path) => {
      const register = await givenARegister();
      const { store } = register;
      await inAThread(store, path('read.db'), async (projector) => {
        const reads = readsOf(projector);
        for (let mine = 1; mine <= 40; mine += 1) {
          const before = projector.database().position();
          await register.registers(`M-${mine}`);
          await projector.waitFor(String(mine));
          const list = await reads.listMines(minesWith(), asOfficial);
          expect([list.total, list.position]).toEqual([mine, String(mine)]);
          expect(before).not.toBe(String(mine));
        }
      });
    });
  });

  test('it knows a procedure that was published after it was first asked', async () => {
    await inAFolder(async (path) => {
      const register = await givenARegister();
      const { store } = register;
      const strict2: Procedure = { ...strict1, version: 2 };
      await register.registers('A');
      await register.closes('A', fifth);
      await inAThread(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        const reads = readsOf(projector);
        expect((await reads.listMines(minesWith(), asOfficial)).total).toBe(1);
        await sendProcedureEvent(
          { store, clock: () => NOW, newId: () => '00000000-0000-4000-9000-000000000003' },
          { person: publisher, type: 'ProcedurePublished', data: { procedure: strict2 }, commandId: 'publishing' },
        );
        const procedure = procedureName(strict2);
        await register.does('A', supervisor, 'ProcedureMigrated', { procedure, reason: 'new rules' }, NOW);
        await projector.caughtUp();
        expect(await reads.mine('A', {}, asOfficial)).toMatchObject({ procedure });
      });
    });
  });

  test('an event that cannot be folded stops it there, with the reason; what was folded stays readable', async () => {
    await inAFolder(async (path) => {
      const register = await givenARegister();
      const { store } = register;
      await register.registers('A');
      const poison = { eventId: '00000000-0000-4000-9000-000000000002', type: 'Exploded', data: {}, metadata: {} };
      await store.append('mine-A', [poison], 0);
      await register.registers('B');
      await inAThread(store, path('read.db'), async (projector) => {
        const why = 'Event 1 of mine-A (Exploded, position 2) cannot be folded';
        await expect(projector.caughtUp()).rejects.toThrow(why);
        await expect(projector.caughtUp()).rejects.toThrow(NotFolding);
        const error = { name: 'CannotFold', message: expect.stringContaining(why) };
        expect(projector.state()).toMatchObject({ state: 'stopped', position: '1', error });
        expect((await readsOf(projector).listMines(minesWith(), asOfficial)).total).toBe(1);
        await expect(projector.rebuild()).rejects.toMatchObject(error);
        expect((await readsOf(projector).listMines(minesWith(), asOfficial)).total).toBe(1);
      });
    });
  });

  test('it is built anew beside while reads and writes go on, and none of them meets a gap or goes back', async () => {
    await inAFolder(async (path) => {
      const register = await givenARegister();
      const { store } = register;
      await register.registers('A');
      await register.closes('A', fifth);
      await writesNotes(register, 'A', 3000);
      await inAThread(store, path('read.db'), async (projector) => {
        await projector.caughtUp();
        const reads = readsOf(projector);
        let rebuilt = false;
        const shares: number[] = [];
        const rebuilding = projector
          .rebuild(({ share }) => shares.push(share))
          .then(() => {
            rebuilt = true;
          });
        for (let round = 0; !rebuilt; round += 1) {
          await register.registers(`B${round}`);
          await projector.caughtUp();
          expect((await reads.listMines(minesWith(), asOfficial)).total).toBe(round + 2);
          await nextTurn();
        }
        await rebuilding;
        expect(shares.at(-1)).toBe(1);
        await register.closes('B0', fifth);
        await projector.caughtUp();
        expect(await reads.digests()).toEqual(await digestsAnew(store));
        expect(existsSync(path('read.db.rebuilding'))).toBe(false);
      });
    });
  });

  test.each([
    ['is ended', (thread: Worker) => thread.terminate(), /^The thread that folds ended\.$/],
    [
      'fails in a way that nobody foresaw',
      (thread: Worker) => thread.postMessage('nonsense'),
      /^The thread that folds ended: ./,
    ],
  ])(
    'when its thread %s, the projector stopped: lists stay, whoever waits is told, it goes on when started again',
    async (_how, kill, why) => {
      await inAFolder(async (path) => {
        const register = await givenARegister();
        const { store } = register;
        await register.registers('A');
        const stops: Error[] = [];
        const needs = {
          store,
          file: path('read.db'),
          address: { kind: 'memory' },
          onStop: (reason: Error) => stops.push(reason),
        } as const;
        const { projector, thread } = await startedWithItsThread(needs);
        await projector.caughtUp();
        const patient = expect(projector.waitFor('1000')).rejects.toThrow(NotFolding);
        await kill(thread);
        await patient;
        expect(projector.state()).toMatchObject({
          state: 'stopped',
          position: '1',
          error: { message: expect.stringMatching(why) },
        });
        expect(stops).toMatchObject([{ name: 'NotFolding' }]);
        await register.registers('B');
        await expect(projector.caughtUp()).rejects.toThrow(NotFolding);
        await expect(projector.rebuild()).rejects.toThrow(NotFolding);
        expect((await readsOf(projector).listMines(minesWith(), asOfficial)).total).toBe(1);
        await projector.close();

        await inAThread(store, path('read.db'), async (again) => {
          await again.caughtUp();
          expect(again.state()).toEqual({ state: 'running', position: '2', folded: 1 });
          expect(await readsOf(again).digests()).toEqual(await digestsAnew(store));
        });
      });
    },
  );

  test('whoever waits is told when it closes', async () => {
    await inAFolder(async (path) => {
      const { store } = await givenARegister();
      await inAThread(store, path('read.db'), async (projector) => {
        const patient = expect(projector.waitFor('1000')).rejects.toThrow(NotFolding);
        await projector.close();
        await patient;
        expect(projector.state().state).toBe('closed');
      });
    });
  });

  test('the event store itself is never mistaken for its read database', async () => {
    await inAFolder(async (path) => {
      const store = await openFile(path('events.db'));
      const starting = startProjectorInThread({
        store,
        file: path('events.db'),
        address: { kind: 'sqlite', file: path('events.db') },
      });
      await expect(starting).rejects.toThrow(NotAReadDatabase);
      await store.close();
    });
  });
});
