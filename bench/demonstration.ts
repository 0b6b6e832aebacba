import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type EventStore, openStore } from '@rectify/engine';
import { serve } from './serving.ts';

/** The last instant that the demonstration tells of. */
export const DEMONSTRATION_ENDS = '2018-12-31T23:59:59+08:00';

/** Opens a store with the demonstration of November 2018, which a server puts into a new data folder. */
export async function openDemonstration(folder: string): Promise<EventStore> {
  const server = await serve(folder, 'november-2018');
  await server.stop();
  return openStore(`sqlite:${join(folder, 'events.db')}`, { newStoreId: randomUUID });
}

/** The ids of all mines in a store. */
export async function mineIdsIn(store: EventStore): Promise<readonly string[]> {
  const mineIds: string[] = [];
  for await (const batch of store.readAll())
    for (const { type, data } of batch) if (type === 'MineRegistered') mineIds.push(String(data.mineId));
  return mineIds;
}
