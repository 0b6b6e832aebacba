import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EventStore, openStore } from '@rectify/engine';

const rectify = fileURLToPath(new URL('../packages/cli/bin/rectify.mjs', import.meta.url));

/** The last instant that the demonstration tells of. */
export const DEMONSTRATION_ENDS = '2018-12-31T23:59:59+08:00';

/** Opens a store with the demonstration of November 2018, which a server puts into a new data folder. */
export async function openDemonstration(folder: string): Promise<EventStore> {
  const variables = { ...process.env, PORT: '0', RECTIFY_DATA: folder, RECTIFY_SCENARIO: 'november-2018' };
  const flags = ['--disable-warning=ExperimentalWarning', rectify, 'serve'];
  const server = spawn(process.execPath, flags, { env: variables, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  let said = '';
  for await (const text of server.stdout.setEncoding('utf8')) {
    said += text;
    if (said.includes('http://')) break;
  }
  server.kill('SIGTERM');
  await ended;
  return openStore(`sqlite:${join(folder, 'events.db')}`, { newStoreId: randomUUID });
}

/** The ids of all mines in a store. */
export async function mineIdsIn(store: EventStore): Promise<readonly string[]> {
  const mineIds: string[] = [];
  for await (const batch of store.readAll())
    for (const { type, data } of batch) if (type === 'MineRegistered') mineIds.push(String(data.mineId));
  return mineIds;
}
