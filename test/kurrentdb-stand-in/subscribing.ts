import { randomUUID } from 'node:crypto';
import type { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { filterOf } from './filter.ts';
import type { LoggedEvent } from './log.ts';
import type { Node } from './node.ts';
import type { Source } from './source.ts';
import { eventResponse } from './wire.ts';

/** How many events a live subscription may lag before the server says that it fell behind. */
const LIVE_BUFFER = 32;

/** How far a subscription is. */
export interface Place {
  /** Of the next event to look at. */
  index: number;
  /** Whether it has caught up. */
  live: boolean;
}

/** What a subscription gets: its confirmation, what there is, that it has caught up, and what comes, until it is aborted; `place` goes along. */
export async function* subscription(
  node: Node,
  source: Source,
  options: ReadReq.Options,
  place: Place,
  signal: AbortSignal,
): AsyncGenerator<ReadResp> {
  const filter = filterOf(options);
  const structuredIds = options.getUuidOption()?.hasStructured() ?? false;
  yield new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
  );
  let looked = 0;
  let last = source.at(place.index - 1);
  while (!signal.aborted) {
    while (place.index < source.end() && !signal.aborted) {
      if (place.live && source.end() - place.index > LIVE_BUFFER) {
        place.live = false;
        yield new streams.ReadResp().setFellBehind(placed(new streams.ReadResp.FellBehind(), source, last));
      }
      last = source.at(place.index);
      if (last === undefined) return;
      place.index += 1;
      looked += 1;
      if (filter === undefined || filter.passes(last)) yield eventResponse(last, structuredIds);
      if (filter !== undefined && looked % filter.checkpointEvery === 0) yield checkpoint(last);
    }
    if (!place.live) {
      place.live = true;
      if (filter !== undefined && last !== undefined) yield checkpoint(last);
      yield new streams.ReadResp().setCaughtUp(placed(new streams.ReadResp.CaughtUp(), source, last));
    }
    if (place.index >= source.end()) await more(node, signal);
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
