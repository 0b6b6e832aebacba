import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createEngine,
  documentFolder,
  type EventStore,
  lockForWriting,
  openStore,
  removeUnfinishedDocuments,
} from '@rectify/engine';
import {
  analysisReadsOf,
  campaignReadsOf,
  citationReadsOf,
  type RebuildProgress,
  readsOf,
  timeReadsOf,
} from '@rectify/projections';
import { type Logger, pino } from 'pino';
import { z } from 'zod';
import type { AppNeeds, Demonstration } from './app-needs.ts';
import { identities } from './auth/identities.ts';
import { startRunner } from './campaigns/runner.ts';
import { caughtUp } from './caught-up.ts';
import type { Config } from './config.ts';
import { removeServerFile, writeServerFile } from './data-folder.ts';
import { watched } from './health.ts';
import { startLiveFeed } from './live/feed.ts';
import type { MailSender } from './mail/sender.ts';
import { peopleIn } from './notifications/people.ts';
import { seenIn } from './notifications/seen.ts';
import { rebuildsOf } from './rebuilds.ts';
import { readSideOf } from './requests/read-side.ts';
import { startRounds } from './rounds.ts';
import { startProjecting } from './start-projecting.ts';

/** How to start a server. */
export interface ServerOptions {
  readonly config: Config;
  /** The folder of the built page; without one only the API is served. */
  readonly page?: string;
  /** Opens the store that the configuration names; the engine's `openStore` unless given. */
  readonly open?: typeof openStore;
  /** Called with the store before anything else is: it may fill a new one, and says which demonstration the store holds. */
  readonly prepare?: (store: EventStore) => Promise<Demonstration | undefined>;
  /** Called now and then while the read side is filled, which comes first: at the address health and figures are answered meanwhile. */
  readonly onFilling?: (filling: { readonly address: string; readonly progress: RebuildProgress }) => void;
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
  const resources = new AsyncDisposableStack();
  try {
    const { address, demonstration } = await start(options, resources);
    let ended: Promise<void> | undefined;
    return {
      address,
      demonstration,
      close() {
        ended ??= resources.disposeAsync();
        return ended;
      },
    };
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}

async function start(
  { config, page, open = openStore, prepare, onFilling = () => {}, clock = now, onFatal }: ServerOptions,
  resources: AsyncDisposableStack,
) {
  const log = pino({ level: config.log }, pino.destination({ dest: 2, sync: true }));
  mkdirSync(config.data, { recursive: true });
  const lock = lockForWriting(join(config.data, 'server'));
  resources.defer(() => lock.release());
  removeUnfinishedDocuments(config.data);

  const opened = await open(config.store, {
    newStoreId: randomUUID,
    onFatal: loudly(log, onFatal),
    now: () => Date.parse(clock()),
    onNotice: (notice) => log.warn(notice),
  });
  resources.defer(() => opened.close());
  const { store, failing } = watched(opened);
  const demonstration = await prepare?.(store);

  let isUp = false;
  // Loaded when it is needed: whoever only looks for a server, or signs a token, begins in half the time.
  const answeringModule = import('./answering.ts');
  const onStop = (reason: Error) => log.error({ err: reason }, 'The read side stands still.');
  const projector = await startProjecting(config, { store, onStop, isAlone: () => !isUp });
  resources.defer(() => projector.close());
  const newId = randomUUID;
  const instance = newId();
  const { startAnswering } = await answeringModule;
  const answering = await startAnswering({ config, store, failing, projector, clock, newId, instance, log });
  const { address, lag } = answering;
  resources.defer(() => answering.stop());
  await caughtUp(projector, (progress) => {
    log.info(progress, 'The read side is filled.');
    onFilling({ address, progress });
  });

  const engine = createEngine({ store, clock, newId });
  const reads = readsOf(projector);
  const campaigns = campaignReadsOf(projector);
  const time = timeReadsOf(projector);
  const people = peopleIn(config.data, newId);
  const whoever = identities(config);
  const seconds = config.deadlines;
  const runner = startRunner({ store, engine, projector, campaigns, clock, newId, log, seconds });
  resources.defer(() => runner.close());
  const feed = await startLiveFeed({ store, procedures: engine.procedures, folded: projector.waitFor, log });
  resources.defer(() => feed.close());
  // A demonstration tells its story to its end and no further.
  if (!demonstration && seconds > 0) {
    const rounds = startRounds({ engine, candidates: reads.wokenMines, clock, log, seconds });
    resources.defer(() => rounds.end());
  }
  const mails = await mailing();
  const rebuilds = rebuildsOf(projector, log);
  if (projector.isRebuildCutOff()) rebuilds.begin();

  const needs: AppNeeds = {
    engine,
    store,
    projector,
    lag,
    readSide: readSideOf({ projector, storeId: store.storeId, lag, clock }),
    analysis: analysisReadsOf(projector),
    time,
    citations: citationReadsOf({ projector, reads, time, compare: store.compare }),
    rebuilds,
    reads,
    campaigns,
    runner,
    feed,
    documents: { folder: documentFolder(config.data), limit: config.documentLimit },
    people,
    seen: seenIn(config.data, newId),
    mailIsSent: config.mail !== undefined,
    clock,
    newId,
    ...whoever,
    demonstration,
    version,
    instance,
    page,
    rateLimit: config.rateLimit,
    log,
  };
  answering.everything(needs, { listeners: feed.count, mails: () => mails?.counts() });
  isUp = true;
  resources.defer(async () => {
    const stopped = answering.stop();
    await feed.close();
    await stopped;
  });
  writeServerFile(config.data, { address, pid: process.pid, instance });
  resources.defer(() => removeServerFile(config.data));
  void runner.goOnWithWhatWasLeft();
  return { address, demonstration };

  async function mailing(): Promise<MailSender | undefined> {
    if (!config.mail) return undefined;
    const { startMailing } = await import('./mail/start-mailing.ts');
    const { viewerOf } = whoever;
    const isDemonstration = demonstration !== undefined;
    const around = { store, engine, reads, projector, people, viewerOf, clock, newId, log, isDemonstration };
    const sender = await startMailing(config.mail, config.data, around);
    resources.defer(() => sender.close());
    return sender;
  }
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
