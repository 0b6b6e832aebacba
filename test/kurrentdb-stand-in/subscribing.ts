import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { filterOf } from './filter.ts';
import type { LoggedEvent } from './log.ts';
import type { Node } from './node.ts';
import type { Source } from './source.ts';
import { dropped } from './statuses.ts';
import { eventResponse } from './wire.ts';

/** How many events a live subscription may lag before the server says that it fell behind. */
const LIVE_BUFFER = 32;

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** The subscriptions that are open, so that they can be ended on command. */
export class Subscriptions {
  readonly #open = new Map<Call, Node>();

  get count(): number {
    return this.#open.size;
  }

  /** Remembers a subscription until the returned function is called. */
  join(node: Node, call: Call): () => void {
    this.#open.set(call, node);
    return () => this.#open.delete(call);
  }

  /** Cuts the connections of all of them, or of those at one node. */
  cut(node: Node | undefined): void {
    for (const [call, at] of this.#at(node)) at.cut(call);
  }

  /** Ends all of them, or those at one node, with an error. */
  drop(node: Node | undefined): void {
    for (const [call] of this.#at(node)) call.emit('error', dropped);
  }

  #at(node: Node | undefined) {
    return [...this.#open].filter(([, at]) => node === undefined || at === node);
  }
}

/** What a subscription gets: its confirmation, what there is, that it has caught up, and what comes, until it is aborted. */
export async function* subscription(
  node: Node,
  source: Source,
  options: ReadReq.Options,
  signal: AbortSignal,
): AsyncGenerator<ReadResp> {
  const filter = filterOf(options);
  const structuredIds = options.getUuidOption()?.hasStructured() ?? false;
  yield new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
  );
  let live = false;
  let looked = 0;
  let index = source.subscribeFrom;
  let last = source.at(index - 1);
  while (!signal.aborted) {
    while (index < source.end() && !signal.aborted) {
      if (live && source.end() - index > LIVE_BUFFER) {
        live = false;
        yield new streams.ReadResp().setFellBehind(placed(new streams.ReadResp.FellBehind(), source, last));
      }
      last = source.at(index);
      if (last === undefined) return;
      index += 1;
      looked += 1;
      if (filter === undefined || filter.passes(last)) yield eventResponse(last, structuredIds);
      if (filter !== undefined && looked % filter.checkpointEvery === 0) yield checkpoint(last);
    }
    if (!live) {
      live = true;
      if (filter !== undefined && last !== undefined) yield checkpoint(last);
      yield new streams.ReadResp().setCaughtUp(placed(new streams.ReadResp.CaughtUp(), source, last));
    }
    if (index >= source.end()) await more(node, signal);
  }
}

function checkpoint(last: LoggedEvent): ReadResp {
  const position = last.position.toString();
  return new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint()
      .setCommitPosition(position)
      .setPreparePosition(position)
      .setTimestamp(timestamp.Timestamp.fromDate(new Date())),
  );
}

function placed<M extends ReadResp.CaughtUp | ReadResp.FellBehind>(
  message: M,
  source: Source,
  last: LoggedEvent | undefined,
): M {
  message.setTimestamp(timestamp.Timestamp.fromDate(new Date()));
  if (last === undefined) return message;
  const position = last.position.toString();
  if (source.stream !== undefined) message.setStreamRevision(last.revision.toString());
  else message.setPosition(new streams.ReadResp.Position().setCommitPosition(position).setPreparePosition(position));
  return message;
}

function more(node: Node, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      forget();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const forget = node.onShown(done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
