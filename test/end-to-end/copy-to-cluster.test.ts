import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type StandInProcess, startStandInProcess } from '../kurrentdb-process.ts';
import { runRectify, startServer, temporaryFolder } from '../server.ts';

const checked = z.object({ events: z.number(), digest: z.string(), faults: z.int() });

const folder = temporaryFolder();
let cluster: StandInProcess;
beforeAll(async () => {
  cluster = await startStandInProcess({ nodes: 1 });
});
afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function succeeds(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await runRectify(words, {});
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const check = async (store: string) =>
  checked.parse(JSON.parse(await succeeds('store', 'check', '--store', store, '--json')));

test('the demonstration copied into a cluster and back is the same history, event by event', async () => {
  const server = await startServer({ data: join(folder, 'data'), variables: { RECTIFY_SCENARIO: 'november-2018' } });
  await server.stop();
  const [first, last] = [`sqlite:${join(folder, 'data', 'events.db')}`, `sqlite:${join(folder, 'copied.db')}`];
  await succeeds('copy', '--from', first, '--to', cluster.url);
  await succeeds('copy', '--from', cluster.url, '--to', last);
  const before = await check(first);
  expect(before.events).toBeGreaterThan(100);
  expect(before.faults).toBe(0);
  expect(await check(cluster.url)).toMatchObject({ events: before.events, digest: before.digest, faults: 0 });
  expect(await check(last)).toMatchObject({ events: before.events, digest: before.digest, faults: 0 });
});
