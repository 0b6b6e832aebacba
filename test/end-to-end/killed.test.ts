import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { storedAnswer } from '@rectify/api';
import { openStore } from '@rectify/engine';
import { readsOf, startProjector } from '@rectify/projections';
import { closureList, mineCounts, mineList } from '@rectify/projections/answers';
import fc from 'fast-check';
import { type MineAtServer, mineAt, note, onTheWayTo, peopleAt, registered } from '../course.ts';
import { type Server, startServer, temporaryFolder } from '../server.ts';

const seed = Number(process.env.RECTIFY_KILL_SEED ?? 20_181_111);
const rounds = Number(process.env.RECTIFY_KILL_ROUNDS ?? 3);
const SENDERS = 16;
/** In each round the server is killed after so many answers. */
const answersBefore = fc.sample(fc.integer({ min: SENDERS, max: 250 }), { seed, numRuns: rounds });

const data = temporaryFolder();
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** An event that was acknowledged. */
interface Acknowledged {
  readonly mineId: string;
  readonly key: string;
  readonly eventId: string;
  readonly revision: number;
}

/** What senders know of when the server is gone: what was acknowledged, and what may or may not be stored. */
interface Load {
  readonly acknowledged: Acknowledged[];
  readonly unknown: { readonly mine: MineAtServer; readonly key: string }[];
}

test(
  `what was acknowledged outlives a server that is killed under load (RECTIFY_KILL_SEED=${seed} RECTIFY_KILL_ROUNDS=${rounds})`,
  async () => {
    const acknowledged: Acknowledged[] = [];
    let server = await startServer({ data });
    const mineIds = await givenMines(server);
    for (const [round, enough] of answersBefore.entries()) {
      const load = await killedUnderLoad(server, { round, enough, mineIds });
      acknowledged.push(...load.acknowledged);
      await expectSameAsRebuilt();

      server = await startServer({ data });
      const mines = await minesAt(server, mineIds);
      await expectKeptOnce(mines, acknowledged);
      const again = await Promise.all(load.unknown.map(({ mine, key }) => sent(mines[mine.mineId] ?? mine, key)));
      acknowledged.push(...again);
      await expectKeptOnce(mines, acknowledged);
    }
    const before = await listsOf(server);
    expect(await server.rectify(['rebuild'])).toMatchObject({ code: 0 });
    expect(await listsOf(server)).toEqual(before);
    expect(await server.stop()).toMatchObject({ code: 0 });
  },
  60_000 + rounds * 20_000,
);

async function givenMines(server: Server): Promise<string[]> {
  const people = await peopleAt(server);
  const mineIds = ['XJ-9001', 'XJ-9002', 'XJ-9003'];
  const [first] = await Promise.all(mineIds.map((mineId) => registered(server, people, { mineId })));
  if (first) await onTheWayTo('reopened', first);
  return mineIds;
}

async function minesAt(server: Server, mineIds: readonly string[]): Promise<Record<string, MineAtServer>> {
  const people = await peopleAt(server);
  return Object.fromEntries(mineIds.map((mineId) => [mineId, mineAt(mineId, people, server.nobody)]));
}

/** Sixteen send notes, one after the other each, until the server is gone; it is killed after enough answers. */
async function killedUnderLoad(
  server: Server,
  { round, enough, mineIds }: { readonly round: number; readonly enough: number; readonly mineIds: readonly string[] },
): Promise<Load> {
  const mines = Object.values(await minesAt(server, mineIds));
  const load: Load = { acknowledged: [], unknown: [] };
  let killing: Promise<unknown> | undefined;
  await Promise.all(
    Array.from({ length: SENDERS }, async (_, sender) => {
      for (let number = 0; ; number += 1) {
        const mine = mines[(sender + number) % mines.length];
        const key = `round-${round}-sender-${sender}-${number}`;
        if (!mine) return;
        try {
          load.acknowledged.push(await sent(mine, key));
        } catch {
          load.unknown.push({ mine, key });
          return;
        }
        if (load.acknowledged.length >= enough) killing ??= server.kill();
      }
    }),
  );
  expect(await killing).toMatchObject({ signal: 'SIGKILL' });
  return load;
}

async function sent(mine: MineAtServer, key: string): Promise<Acknowledged> {
  const answer = await mine.send(mine.people.inspector, 'NoteAdded', { ...note, text: key }, { key });
  const { eventId, revision } = answer.as(storedAnswer).event;
  return { mineId: mine.mineId, key, eventId, revision };
}

async function expectKeptOnce(
  mines: Readonly<Record<string, MineAtServer>>,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  for (const mine of Object.values(mines)) {
    const history = await mine.history();
    expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => index));
    const kept = history.filter(({ type }) => type === 'NoteAdded');
    expect(new Set(kept.map(({ commandId }) => commandId)).size).toBe(kept.length);
    const byKey = new Map(kept.map((event) => [event.commandId, event]));
    for (const { key, eventId, revision } of acknowledged.filter(({ mineId }) => mineId === mine.mineId)) {
      expect(byKey.get(key)).toMatchObject({ eventId, revision, data: { text: key } });
    }
  }
}

/** What the killed server had folded, folded on from there, says the same as all of it folded anew. */
async function expectSameAsRebuilt(): Promise<void> {
  const onFatal = (error: Error) => {
    throw error;
  };
  const store = await openStore(`sqlite:${join(data, 'events.db')}`, { newStoreId: randomUUID, onFatal });
  const [left, fresh] = [join(data, 'read.db'), ':memory:'].map((file) => startProjector({ store, file }));
  try {
    await Promise.all([left?.caughtUp(), fresh?.caughtUp()]);
    expect(left && (await readsOf(left).digests())).toEqual(fresh && (await readsOf(fresh).digests()));
  } finally {
    await left?.close();
    await fresh?.close();
    await store.close();
  }
}

/** What the lists say, apart from when they were asked. No mine is shut, so that no duration grows. */
async function listsOf(server: Server): Promise<unknown> {
  const analyst = await server.as({ role: 'analyst' });
  const then = { asOf: '', knownAt: '' };
  const mines = (await analyst.get('/v1/mines')).as(mineList);
  return [
    { ...mines, ...then, items: mines.items.map((mine) => ({ ...mine, ...then })) },
    { ...(await analyst.get('/v1/mine-counts')).as(mineCounts), ...then },
    { ...(await analyst.get('/v1/closures')).as(closureList), ...then },
  ];
}
