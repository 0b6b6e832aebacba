import { createServer, type RequestListener } from 'node:http';
import { createApp, createFillingApp } from './app.ts';
import type { AppNeeds } from './app-needs.ts';
import type { Config } from './config.ts';
import { healthOf, type WatchedStore } from './health.ts';
import { lagOf, secondsBehind } from './lag.ts';
import { listen } from './listening.ts';
import type { MailCounts } from './mail/sender.ts';
import { createMetrics } from './metrics.ts';

/** How long closing waits for requests under way, in milliseconds. */
const CLOSING_PATIENCE = 8_000;

/** How long a quiet connection is kept for the next request, in milliseconds: longer than the proxies in front of it keep theirs. */
const KEEP_ALIVE = 65_000;

/** What of a node answers stand on from the first. */
export interface AnsweringFrom
  extends WatchedStore,
    Pick<AppNeeds, 'projector' | 'clock' | 'newId' | 'instance' | 'log'> {
  readonly config: Pick<Config, 'host' | 'port'>;
}

/** What is told of a node once all of it has started. */
export interface Told {
  /** How many follow the live stream now. */
  readonly listeners: () => number;
  /** How e-mails go; undefined where none are sent. */
  readonly mails: () => MailCounts | undefined;
}

/** A node that answers. */
export interface Answering extends Pick<AppNeeds, 'lag'> {
  /** For instance `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Everything is answered from now on. */
  everything(needs: AppNeeds, told: Told): void;
  /** Takes no more connections, and waits for requests under way. */
  stop(): Promise<void>;
}

/**
 * Listens, and answers how the node is, and nothing else yet: its read side may have to be filled first.
 * @throws CannotListen
 */
export async function startAnswering({
  config,
  store,
  failing,
  projector,
  clock,
  newId,
  instance,
  log,
}: AnsweringFrom): Promise<Answering> {
  let told: Told = { listeners: () => 0, mails: () => undefined };
  const lag = lagOf({ store, projector, clock });
  const health = healthOf({ store, failing }, projector, lag, () => told.mails());
  const metrics = createMetrics({
    listeners: () => told.listeners(),
    folded: () => projector.state().folded,
    lag: () => secondsBehind(lag, clock),
    rebuilding: () => projector.state().rebuilding,
    mails: () => told.mails(),
  });
  let answer: RequestListener = createFillingApp({ newId, log, instance }, health, metrics);
  const server = createServer((request, response) => answer(request, response));
  server.keepAliveTimeout = KEEP_ALIVE;
  const { address, stop } = await listen(server, config);
  return {
    address,
    lag,
    everything(needs, all) {
      told = all;
      answer = createApp(needs, health, metrics);
    },
    stop: () => stop(CLOSING_PATIENCE),
  };
}
