import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Cluster } from './cluster.ts';
import { filterOf } from './filter.ts';
import type { Node } from './node.ts';
import { type Users, whyNotIn } from './security.ts';
import { isBackwards, type Source, sourceOf } from './source.ts';
import { invalidArgument, notLeader, notReady, timedOut } from './statuses.ts';
import { subscription } from './subscribing.ts';
import type { Subscriptions } from './subscriptions.ts';
import { eventResponse, streamIdentifier } from './wire.ts';

type Call = ServerWritableStream<ReadReq, ReadResp>;

interface Serving {
  readonly cluster: Cluster;
  readonly subscriptions: Subscriptions;
  readonly users: Users;
}

/** `Read`: one stream or all, once or as a subscription. */
export function reading(node: Node, serving: Serving): handleServerStreamingCall<ReadReq, ReadResp> {
  return (call) => {
    void answer(call, node, serving);
  };
}

async function answer(call: Call, node: Node, { cluster, subscriptions, users }: Serving): Promise<void> {
  const { faults, leader } = cluster;
  const unknown = whyNotIn(users, call.metadata);
  if (unknown !== undefined) {
    call.emit('error', unknown);
    return;
  }
  const options = call.request.getOptions();
  const source = options && sourceOf(node, options);
  if (options === undefined || source === undefined) {
    call.emit('error', invalidArgument('The request names neither a stream nor all.'));
    return;
  }
  if (node !== leader && call.metadata.get('requires-leader')[0] === 'true') {
    call.emit('error', notLeader(leader.address));
    return;
  }
  const isSubscription = options.hasSubscription();
  const fault = faults.strike(isSubscription ? 'subscribe' : 'read', node.index);
  if (fault?.how === 'refuse') call.emit('error', notReady);
  else if (fault?.how === 'not-leader') call.emit('error', notLeader(leader.address));
  else if (fault?.how === 'time-out') call.emit('error', timedOut);
  else if (fault?.how === 'cut-before') node.cut(call);
  else {
    await faults.mayAnswer(fault);
    const cutAfter = fault?.how === 'cut-after' ? () => node.cut(call) : undefined;
    if (!isSubscription) return await pump(call, read(source, options), cutAfter);
    const cancelled = new AbortController();
    call.once('close', () => cancelled.abort());
    const place = { index: source.subscribeFrom, live: false };
    const behind = () => (place.live && call.writableNeedDrain ? source.end() - place.index : 0);
    const leave = subscriptions.join({ node, call, behind });
    await pump(call, subscription(node, source, options, place, cancelled.signal), cutAfter);
    leave();
  }
}

function* read(source: Source, options: ReadReq.Options): Generator<ReadResp> {
  if (source.stream !== undefined && source.end() === 0) {
    const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(source.stream));
    yield new streams.ReadResp().setStreamNotFound(notFound);
    return;
  }
  const filter = filterOf(options);
  const structuredIds = options.getUuidOption()?.hasStructured() ?? false;
  const step = isBackwards(options) ? -1 : 1;
  let left = Number(options.getCount());
  for (let index = source.readFrom; left > 0 && index >= 0 && index < source.end(); index += step) {
    const event = source.at(index);
    if (event === undefined) return;
    if (filter !== undefined && !filter.passes(event)) continue;
    left -= 1;
    yield eventResponse(event, structuredIds);
  }
  if ((options.getControlOption()?.getCompatibility() ?? 0) < 1) return;
  if (source.stream === undefined) {
    const position = (source.at(source.end() - 1)?.position ?? 0n).toString();
    yield new streams.ReadResp().setLastAllStreamPosition(
      new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position),
    );
    return;
  }
  yield new streams.ReadResp().setFirstStreamPosition('0');
  yield new streams.ReadResp().setLastStreamPosition((source.end() - 1).toString());
}

/** Sends at the reader's pace until there is no more or the reader has gone. */
async function pump(
  call: Call,
  responses: Iterable<ReadResp> | AsyncIterable<ReadResp>,
  cutAfterFirstEvent: (() => void) | undefined,
): Promise<void> {
  for await (const response of responses) {
    if (!call.writable) return;
    const hasRoom = call.write(response, () => {
      if (response.hasEvent()) cutAfterFirstEvent?.();
    });
    if (!hasRoom) await roomOrEnd(call);
  }
  call.end();
}

function roomOrEnd(call: Call): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      call.off('drain', done).off('close', done);
      resolve();
    };
    call.on('drain', done).on('close', done);
  });
}
