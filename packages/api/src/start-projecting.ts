import { join } from 'node:path';
import { storeAddress } from '@rectify/engine';
import { type Projector, type ProjectorNeeds, startProjector, startProjectorInThread } from '@rectify/projections';
import type { Config } from './config.ts';

/** Folds in a thread of its own; what is in memory can only be read by the thread that folds. */
export async function startProjecting(
  config: Pick<Config, 'data' | 'store'>,
  { store, onStop, isAlone }: Omit<ProjectorNeeds, 'file' | 'onCommit'>,
): Promise<Projector> {
  const file = readDatabaseOf(config);
  const told = onStop && { onStop };
  if (file === ':memory:') return startProjector({ store, file, ...told, isAlone });
  return startProjectorInThread({ store, file, address: storeAddress(config.store), onStop });
}

/** Where a data folder's read database is. It is disposable; that of a store in memory ends with it. */
export function readDatabaseOf({ data, store }: Pick<Config, 'data' | 'store'>): string {
  return storeAddress(store).kind === 'memory' ? ':memory:' : join(data, 'read.db');
}
