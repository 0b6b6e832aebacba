import type { EventStore, Position, Procedures, RecordedEvent } from '@rectify/engine';
import type { Logger } from 'pino';
import { writeLiveCursor } from './cursor.ts';
import type { Listener } from './listener.ts';
import { type News, newsIn } from './news.ts';

/** How often a quiet connection is told that it still stands, in milliseconds. */
const HEARTBEAT = 15_000;

/** How long events are held back for the read side, so that who is woken by one can read what it led to; in milliseconds. */
const READ_SIDE_PATIENCE = 2_000;

/** Somebody who follows the stream. */
export interface Follower {
  readonly listener: Listener;
  /** What they are told of some news, as text of the stream; empty where there is nothing for them. */
  tell(news: News): Promise<string>;
}

/** Sends what is appended to everyone who follows: one subscription for all, whole appends at a time. */
export interface LiveFeed {
  /** Catches up from after a position (undefined: from the beginning), then goes on live until the listener is gone or the feed closes. */
  follow(follower: Follower, after: Position | 'now' | undefined): Promise<void>;
  /** How many follow now. */
  count(): number;
  /** Ends all streams. */
  close(): Promise<void>;
}

/** What the feed needs; `folded` resolves when the read side has come to a position. */
export interface LiveFeedNeeds {
  readonly store: EventStore;
  readonly procedures: () => Promise<Procedures>;
  readonly folded: (position: Position, signal: AbortSignal) => Promise<void>;
  readonly log: Logger;
}

/** Starts the feed at the store's head. */
export async function startLiveFeed({ store, procedures, folded, log }: LiveFeedNeeds): Promise<LiveFeed> {
  /** All up to here was sent, or is being sent, to whoever is in `following`. */
  let delivered = await store.head();
  const closing = new AbortController();
  const streams = new Set<Listener>();
  /** Those who have caught up, each with the position up to which they were told everything. */
  const following = new Map<Follower, Position | undefined>();

  async function run(): Promise<void> {
    try {
      for await (const batch of store.subscribe({ after: delivered, signal: closing.signal })) await deliver(batch);
    } catch (error) {
      log.error({ err: error }, 'The live stream stopped.');
    }
    for (const stream of streams) stream.end();
  }

  async function deliver(batch: readonly RecordedEvent[]): Promise<void> {
    const [first] = batch;
    const last = batch.at(-1);
    if (!first || !last) return;
    await readSide(last.position);
    delivered = last.position;
    const known = await procedures();
    const all = newsIn(batch, known, log);
    await Promise.all(
      [...following].map(async ([follower, at]) => {
        // Catching up may have gone ahead of the feed.
        const isNew = isBefore(at, first.position);
        const news = isNew
          ? all
          : newsIn(
              batch.filter(({ position }) => isBefore(at, position)),
              known,
              log,
            );
        follower.listener.send(await toldTo(follower, news));
        if (following.has(follower) && isBefore(at, last.position)) following.set(follower, last.position);
      }),
    );
  }

  async function toldTo(follower: Follower, news: News): Promise<string> {
    try {
      return await follower.tell(news);
    } catch (error) {
      if (!closing.signal.aborted) log.error({ err: error }, 'A listener could not be told what happened and is cut.');
      following.delete(follower);
      follower.listener.end();
      return '';
    }
  }

  async function readSide(position: Position): Promise<void> {
    try {
      await folded(position, AbortSignal.any([closing.signal, AbortSignal.timeout(READ_SIDE_PATIENCE)]));
    } catch (error) {
      log.debug({ err: error }, 'The live stream goes ahead of the read side.');
    }
  }

  async function catchUp(follower: Follower, after: Position | undefined): Promise<Position | undefined> {
    let at = after;
    while (!follower.listener.gone && isBefore(at, delivered)) {
      for await (const batch of store.readAll(at === undefined ? {} : { after: at })) {
        await follower.listener.sendInTime(await toldTo(follower, newsIn(batch, await procedures(), log)));
        if (follower.listener.gone) return at;
        at = batch.at(-1)?.position ?? at;
      }
    }
    return at;
  }

  function isBefore(a: Position | undefined, b: Position | undefined): boolean {
    if (a === undefined || b === undefined) return b !== undefined;
    return store.compare(a, b) < 0;
  }

  const heartbeat = setInterval(() => {
    for (const [{ listener }, position] of following)
      listener.send(`: still here\nid: ${writeLiveCursor(store, position)}\n\n`);
  }, HEARTBEAT).unref();

  const running = run();

  return {
    async follow(follower, after) {
      const { listener } = follower;
      streams.add(listener);
      listener.onceGone(() => {
        streams.delete(listener);
        following.delete(follower);
      });
      const from = after === 'now' ? delivered : after;
      // An id without data dispatches nothing, but is where a client resumes from that was cut before its first event.
      listener.send(`retry: 2000\nid: ${writeLiveCursor(store, from)}\n\n`);
      const at = await catchUp(follower, from);
      if (closing.signal.aborted) listener.end();
      else if (!listener.gone) following.set(follower, at);
    },
    count: () => streams.size,
    async close() {
      clearInterval(heartbeat);
      closing.abort();
      await running;
    },
  };
}
