import { createHmac, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createEngine, type EventStore, lockForWriting, openStore, storeAddress } from '@rectify/engine';
import { readsOf, startProjector, viewerOf } from '@rectify/projections';
import { type Logger, pino } from 'pino';
import { z } from 'zod';
import { createApp } from './app.ts';
import type { AppNeeds, Demonstration } from './app-needs.ts';
import { signingKey } from './auth/signing-key.ts';
import type { Config } from './config.ts';
import { removeServerFile, writeServerFile } from './data-folder.ts';
import { healthOf, watched } from './health.ts';
import { listen, stopListening } from './listening.ts';
import { startLiveFeed } from './live/feed.ts';

/** How long closing waits for requests under way, in milliseconds. */
const CLOSING_PATIENCE = 8_000;

/** How to start a server. */
export interface ServerOptions {
  readonly config: Config;
  /** The folder of the built page; without one only the API is served. */
  readonly page?: string;
  /** Called with the store before anything else is: it may fill a new one, and says which demonstration the store holds. */
  readonly prepare?: (store: EventStore) => Promise<Demonstration | undefined>;
  /** The instant now, as ISO 8601; the machine's clock unless given. */
  readonly clock?: () => string;
  /** Called once when the store can promise nothing any more: the owner should end the process at once. */
  readonly onFatal: (error: Error) => void;
}

/** A server that listens. */
export interface RunningServer {
  /** For instance `http://127.0.0.1:3000`. */
  readonly address: string;
  readonly demonstration: Demonstration | undefined;
  /**
   * Ends in order: live streams end, requests under way finish, read side and store close. Takes ten seconds at most; asked again it
   * answers the same ending.
   */
  close(): Promise<void>;
}

/**
 * Opens the store and the read side in the data folder, listens, and says so in the folder's `server.json`.
 * @throws CannotListen, SigningKeyUnusable
 * @throws StoreLocked when another server uses the data folder or the store; UnknownStoreUrl, StoreUnusable
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const open = new AsyncDisposableStack();
  try {
    const { address, demonstration } = await start(options, open);
    let ended: Promise<void> | undefined;
    return {
      address,
      demonstration,
      close() {
        ended ??= open.disposeAsync();
        return ended;
      },
    };
  } catch (error) {
    await open.disposeAsync();
    throw error;
  }
}

async function start({ config, page, prepare, clock = now, onFatal }: ServerOptions, open: AsyncDisposableStack) {
  const log = pino({ level: config.log }, pino.destination({ dest: 2, sync: true }));
  mkdirSync(config.data, { recursive: true });
  const lock = lockForWriting(join(config.data, 'server'));
  open.defer(() => lock.release());

  const opened = await openStore(config.store, { newStoreId: randomUUID, onFatal: loudly(log, onFatal) });
  open.defer(() => opened.close());
  const { store, failing } = watched(opened);
  const demonstration = await prepare?.(store);

  const projector = startProjector({ store, file: readDatabaseOf(config) });
  open.defer(() => projector.close());
  const feed = await startLiveFeed({ store, folded: projector.waitFor, log });
  open.defer(() => feed.close());

  const instance = randomUUID();
  const needs: AppNeeds = {
    engine: createEngine({ store, clock, newId: randomUUID }),
    store,
    projector,
    reads: readsOf(projector),
    feed,
    clock,
    newId: randomUUID,
    ...identities(config),
    demonstration,
    version,
    instance,
    page,
    rateLimit: config.rateLimit,
    log,
  };
  const server = createServer(createApp(needs, healthOf({ failing }, projector)));
  const address = await listen(server, config);
  open.defer(async () => {
    const stopped = stopListening(server, CLOSING_PATIENCE);
    await feed.close();
    await stopped;
  });
  writeServerFile(config.data, { address, pid: process.pid, instance });
  open.defer(() => removeServerFile(config.data));
  return { address, demonstration };
}

/** Who may sign in, and how people are shown: pseudonyms stay the same for a data folder. */
function identities({ data, auth }: Config): Pick<AppNeeds, 'tokenKey' | 'dev' | 'viewerOf'> {
  const tokenKey = signingKey(data);
  const pseudonymKey = createHmac('sha256', tokenKey).update('pseudonyms').digest('hex');
  return { tokenKey, dev: auth === 'dev', viewerOf: (caller) => viewerOf(caller, pseudonymKey) };
}

/** The read database is disposable; that of a store in memory ends with it. */
function readDatabaseOf({ data, store }: Config): string {
  return storeAddress(store).kind === 'memory' ? ':memory:' : join(data, 'read.db');
}

function loudly(log: Logger, onFatal: (error: Error) => void): (error: Error) => void {
  return (error) => {
    log.fatal({ err: error }, 'The event store can promise nothing any more.');
    onFatal(error);
  };
}

function now(): string {
  return new Date().toISOString();
}

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));
