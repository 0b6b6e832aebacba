import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { startedAnswer } from '@rectify/api';
import { createEngine, type EventStore, factOf, isMineStream, openStore, readProcedures } from '@rectify/engine';
import fc from 'fast-check';
import { doneSoFar, path, previewedToken, reportedCases } from '../closing-campaign.ts';
import { type Server, startServer, temporaryFolder } from '../server.ts';

const MINES = 2_000;
const seed = Number(process.env.RECTIFY_KILL_SEED ?? 20_181_105);
const kills = Number(process.env.RECTIFY_CAMPAIGN_KILLS ?? 2);
/** The server is killed when so many cases are done; the first time perhaps before it has answered that it begins. */
const doneBefore = fc.sample(fc.integer({ min: 0, max: MINES - 200 }), { seed, numRuns: kills }).sort((a, b) => a - b);

const data = temporaryFolder();
afterAll(() => rmSync(data, { recursive: true, force: true }));

const mineIds = Array.from({ length: MINES }, (_, number) => `XJ-${String(number).padStart(4, '0')}`);
const nameOf = (mineId: string) => `Mine ${mineId}`;

test(
  `a campaign over ${MINES} mines whose server is killed on the way asks once for each closing and reports every case (RECTIFY_KILL_SEED=${seed} RECTIFY_CAMPAIGN_KILLS=${kills}: after ${doneBefore.join(', ')})`,
  async () => {
    await inTheStore(register);
    let server = await startServer({ data });
    const token = await previewedToken(await supervisorAt(server), { mines: MINES });
    for (const [round, enough] of doneBefore.entries()) {
      await killedAfter(server, enough, round === 0 ? token : undefined);
      server = await startServer({ data });
    }
    const supervisor = await supervisorAt(server);
    const started = (await supervisor.post(`${path}/runs`, { token })).as(startedAnswer);
    const { runId } = started.run;
    const cases = await reportedCases(supervisor, runId);
    expect(await server.stop()).toMatchObject({ code: 0 });

    expect(cases.map(({ mineId }) => mineId)).toEqual(mineIds);
    const requests = await inTheStore(requestsByMine);
    const asked = mineIds.map((mineId) => ({
      mineId,
      name: nameOf(mineId),
      outcome: 'requested',
      approvalId: requests.get(mineId)?.[0],
    }));
    expect([...requests.values()].filter((ids) => ids.length !== 1)).toEqual([]);
    expect(cases).toEqual(asked);
  },
  600_000 + kills * 20_000,
);

/** Works on the store of the folder while no server does. */
async function inTheStore<T>(work: (store: EventStore) => Promise<T>): Promise<T> {
  const onFatal = (error: Error) => {
    throw error;
  };
  const store = await openStore(`sqlite:${join(data, 'events.db')}`, { newStoreId: randomUUID, onFatal });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function register(store: EventStore): Promise<void> {
  const engine = createEngine({ store, clock: () => new Date().toISOString(), newId: randomUUID });
  const person = { id: 'inspector-1', role: 'inspector', office: 'tax', regions: 'all', mines: [] } as const;
  const operator = { id: 'example', name: 'Example Computing' };
  const about = { region: 'CN-XJ', operator, capacity: { amount: 5, unit: 'MW' } };
  await Promise.all(
    mineIds.map((mineId) =>
      engine.register({ person, commandId: mineId, data: { mineId, name: nameOf(mineId), ...about } }),
    ),
  );
}

async function requestsByMine(store: EventStore): Promise<ReadonlyMap<string, string[]>> {
  const requests = new Map<string, string[]>();
  const procedures = await readProcedures(store);
  for await (const batch of store.readAll()) {
    for (const event of batch.filter(({ stream }) => isMineStream(stream))) {
      const fact = factOf(event, procedures);
      if (fact.type !== 'ApprovalRequested') continue;
      requests.set(fact.mineId, [...(requests.get(fact.mineId) ?? []), fact.data.approvalId]);
    }
  }
  return requests;
}

const supervisorAt = (server: Server) => server.as({ role: 'supervisor', actor: 'supervisor-1' });

/** Kills the server when so many cases of its run are done. With a token the run is started first, and its answer not waited for. */
async function killedAfter(server: Server, enough: number, token: string | undefined): Promise<void> {
  const supervisor = await supervisorAt(server);
  const starting = token === undefined ? undefined : supervisor.post(`${path}/runs`, { token }).catch(() => undefined);
  while ((await doneSoFar(supervisor)) < enough);
  expect(await server.kill()).toMatchObject({ signal: 'SIGKILL' });
  await starting;
}
