import { setMaxListeners } from 'node:events';
import { StoreClosed, StoreUnusable } from './errors.ts';
import type { EventReader, EventStore } from './event-store.ts';
import { inMessages, type KurrentdbAddress } from './kurrentdb/address.ts';
import { storeAppend } from './kurrentdb/appending.ts';
import { comparingClocks } from './kurrentdb/clock.ts';
import { type Connection, connectionTo } from './kurrentdb/connection.ts';
import { type Contact, contactFor } from './kurrentdb/contact.ts';
import { createLanes } from './kurrentdb/lanes.ts';
import { type Pages, pagesOf } from './kurrentdb/pages.ts';
import type { PatienceOptions } from './kurrentdb/patience.ts';
import { readingOf } from './kurrentdb/reading.ts';
import { giveName, readName } from './kurrentdb/store-id.ts';
import { type Waking, wakingBy } from './kurrentdb/waking.ts';
import { prepareAppend } from './prepared-append.ts';

/** Where the cluster is, and what the store needs from outside. */
export interface KurrentdbStoreOptions {
  readonly address: KurrentdbAddress;
  /** Names a new store. */
  readonly newStoreId: () => string;
  /** Makes ids for the cluster, new UUIDs. */
  readonly newId: () => string;
  /** A number from 0 up to 1, for the jitter of pauses between attempts. */
  readonly random: () => number;
  /** The clock by which events are given their times, in milliseconds of the epoch; the machine's unless given. */
  readonly now?: () => number;
  /** Told in a sentence, without its password, what an operator wants to know: the cluster is lost and found again, another node leads. */
  readonly onNotice?: (notice: string) => void;
}

/**
 * Opens the streams of one Rectify in a KurrentDB or EventStoreDB cluster as event store; any number of processes may do so. Appends are
 * durable when answered: a majority of the nodes has them. Calls are tried again for as long as three times `defaultDeadline`.
 * @throws StoreUnusable, StoreUnavailable
 */
export async function openKurrentdbStore({
  newStoreId,
  newId,
  now = Date.now,
  ...outside
}: KurrentdbStoreOptions): Promise<EventStore> {
  const cluster = clusterAt(outside);
  const { waking, closing } = cluster;
  const { storeId, beginning } = await orClose(cluster, giveName(cluster, newStoreId, newId));
  const lanes = createLanes();
  const clocks = comparingClocks({ ...cluster, now, newId });
  const appending = { ...cluster, clocks, newId };
  return {
    storeId,
    async append(stream, events, expected) {
      if (closing.signal.aborted) throw new StoreClosed();
      const prepared = prepareAppend(stream, events, expected);
      const appended = await lanes.run(prepared, () => storeAppend(prepared, appending));
      if (!appended.duplicate) waking.wake();
      return appended;
    },
    ...readingOf({ ...cluster, beginning }),
    clockError: clocks.error,
    async close() {
      closing.abort();
      await lanes.idle();
      await cluster.connection.close();
    },
  };
}

/**
 * Opens the streams of one Rectify in a cluster for reading only.
 * @throws StoreUnusable also when there are none
 * @throws StoreUnavailable
 */
export async function openKurrentdbReader(
  outside: Pick<KurrentdbStoreOptions, 'address' | 'random' | 'onNotice'>,
): Promise<EventReader> {
  const cluster = clusterAt(outside);
  const named = await orClose(cluster, readName(cluster));
  if (!named) {
    await closeReader(cluster);
    throw new StoreUnusable(`There is no event store in ${inMessages(outside.address)}.`);
  }
  const { storeId, beginning } = named;
  const { read, readAll, head, compare } = readingOf({ ...cluster, beginning });
  return { storeId, read, readAll, head, compare, close: () => closeReader(cluster) };
}

interface Cluster {
  readonly connection: Connection;
  /** What the names of the store's streams begin with in the cluster. */
  readonly prefix: string;
  /** The stream that names the store; no reader of the store sees it. */
  readonly identity: string;
  readonly pages: Pages;
  readonly waking: Waking;
  readonly appends: Contact;
  readonly options: PatienceOptions;
  readonly closing: AbortController;
}

function clusterAt({
  address,
  random,
  onNotice = () => {},
}: Pick<KurrentdbStoreOptions, 'address' | 'random' | 'onNotice'>): Cluster {
  const store = inMessages(address);
  const connection = connectionTo(address, (node) => onNotice(`Another node of ${store} leads now: ${node}.`));
  const closing = new AbortController();
  // Of every read there may be a listener, and there may be many at once.
  setMaxListeners(0, closing.signal);
  const prefix = `${address.prefix}-`;
  const telling = { onNotice, closing: closing.signal };
  return {
    connection,
    prefix,
    identity: `${address.prefix}.store`,
    pages: pagesOf(connection, prefix),
    waking: wakingBy(connection, { prefix, store, ...telling, random }),
    appends: contactFor(`Appending to ${store}`, telling),
    options: {
      store,
      attempt: address.defaultDeadline,
      random,
      reads: contactFor(`Reading from ${store}`, telling),
      closing: closing.signal,
    },
    closing,
  };
}

async function closeReader({ closing, connection }: Cluster): Promise<void> {
  closing.abort();
  await connection.close();
}

async function orClose<T>(cluster: Cluster, opened: Promise<T>): Promise<T> {
  try {
    return await opened;
  } catch (error) {
    await closeReader(cluster);
    throw error;
  }
}
