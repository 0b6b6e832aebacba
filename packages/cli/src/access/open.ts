import { existsSync } from 'node:fs';
import { callerOf, findServer, mintToken, readDatabaseOf, signingKey } from '@rectify/api';
import { openReader, openStore, type StoreAddress, storeAddress } from '@rectify/engine';
import { z } from 'zod';
import { CannotBeDone } from '../failures.ts';
import type { Place } from '../options/place.ts';
import type { Reading, Writing } from './access.ts';
import { outside } from './outside.ts';
import { readingStore } from './reading-store.ts';
import { type Server, throughServer } from './through-server.ts';
import { writingStore } from './writing-store.ts';

/**
 * Opens what a place holds for reading: through the server that runs there, else the store itself, read-only.
 * @throws CannotBeDone, StoreUnusable, StoreUnavailable
 */
export async function openReading(place: Place): Promise<Reading> {
  const server = await serverAt(place);
  if (server) return throughServer(server);
  const address = storeAddress(place.store);
  if (address.kind === 'memory') throw inMemoryOnly();
  mustBeThere(address);
  return readingStore(await openReader(place.store), outside);
}

/**
 * Opens what a place holds for writing: through the server that runs there, else the store itself; a file is then this process's alone.
 * @throws StoreLocked, StoreUnusable, StoreUnavailable
 * @throws CannotBeDone for a store in memory, which would be gone at once, and where there is none unless it may be new
 */
export async function openWriting(place: Place, { mayBeNew }: { readonly mayBeNew: boolean }): Promise<Writing> {
  const server = await serverAt(place);
  if (server) return throughServer(server);
  const address = storeAddress(place.store);
  if (address.kind === 'memory') throw inMemoryOnly();
  if (!mayBeNew) mustBeThere(address);
  const store = await openStore(place.store, { newStoreId: outside.newId, onFatal: endAtOnce });
  return writingStore(
    store,
    { readDatabase: readDatabaseOf(place), signingKey: () => signingKey(place.data) },
    outside,
  );
}

/**
 * The URL of the store that a place holds, to be read beside whatever server runs there.
 * @throws CannotBeDone where there is none, and for a store in memory, which nobody but its server can read
 */
export function storeToRead({ store }: Place): string {
  const address = storeAddress(store);
  if (address.kind === 'memory')
    throw new CannotBeDone('A `memory:` store can be read by its server alone, and is gone with it.');
  mustBeThere(address);
  return store;
}

function inMemoryOnly(): CannotBeDone {
  return new CannotBeDone('A `memory:` store exists only while its server runs: start one with `rectify serve`.');
}

/** A cluster is asked when it is opened. */
function mustBeThere(address: StoreAddress): void {
  if (address.kind !== 'sqlite' || existsSync(address.file)) return;
  throw new CannotBeDone(
    `There is no event store at ${address.file}. Name another with --data or --store; \`rectify serve\` or \`rectify register\` make a new one.`,
  );
}

/** After an I/O error nothing more can be promised. */
function endAtOnce(error: Error): void {
  process.stderr.write(
    `${error.message}\nWhat was sent may or may not have been stored: send it again with the same --key.\n`,
  );
  process.exit(1);
}

/** The server that runs on a place's data folder, unless `--store` names another store than it has. */
async function serverAt(place: Place): Promise<Server | undefined> {
  const server = await findServer(place.data);
  if (!server || (place.storeGiven && !(await hasStore(server.address, place.store)))) return undefined;
  const key = signingKey(place.data);
  return {
    address: server.address,
    tokenFor: (caller) => mintToken(key, caller, { now: outside.clock() }),
    reader: callerOf({ role: 'supervisor', actor: 'rectify-cli' }),
  };
}

async function hasStore(address: string, url: string): Promise<boolean> {
  const wanted = storeAddress(url);
  if (wanted.kind === 'memory' || (wanted.kind === 'sqlite' && !existsSync(wanted.file))) return false;
  const reader = await openReader(url);
  try {
    const response = await fetch(new URL('/v1/system', address));
    const system = z.object({ storeId: z.string() }).safeParse(await response.json());
    return system.data?.storeId === reader.storeId;
  } finally {
    await reader.close();
  }
}
