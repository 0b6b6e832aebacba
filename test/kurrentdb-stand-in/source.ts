import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { LoggedEvent } from './log.ts';
import type { Node } from './node.ts';
import { streamName } from './wire.ts';

/** A row of events that grows while it is read: one stream or all, as far as a node sees them. */
export interface Source {
  /** Of the stream; undefined for all. */
  readonly stream: string | undefined;
  /** How many there are now. */
  end(): number;
  at(index: number): LoggedEvent | undefined;
  /** Where reading begins: forwards with the event that the request names, backwards with it in a stream and before it in all. */
  readonly readFrom: number;
  /** Where a subscription begins: after the event that the request names. */
  readonly subscribeFrom: number;
}

/** What a request reads; undefined when it names nothing. */
export function sourceOf(node: Node, options: ReadReq.Options): Source | undefined {
  const ofStream = options.getStream();
  if (ofStream !== undefined) return oneStream(node, ofStream, isBackwards(options));
  const ofAll = options.getAll();
  return ofAll && all(node, ofAll, isBackwards(options));
}

/** Whether a request reads from the end. */
export function isBackwards(options: ReadReq.Options): boolean {
  return options.getReadDirection() === 1;
}

function oneStream(node: Node, options: ReadReq.Options.StreamOptions, backwards: boolean): Source {
  const stream = streamName(options.getStreamIdentifier());
  const end = () => node.endOf(stream);
  const named = options.hasEnd() ? end() - 1 : options.hasRevision() ? Number(options.getRevision()) : 0;
  return {
    stream,
    end,
    at: (index) => node.log.stream(stream)[index],
    readFrom: backwards ? Math.min(named, end() - 1) : named,
    subscribeFrom: options.hasStart() ? 0 : named + 1,
  };
}

function all(node: Node, options: ReadReq.Options.AllOptions, backwards: boolean): Source {
  const position = BigInt(options.getPosition()?.getCommitPosition() ?? 0);
  const named = options.hasEnd() ? node.end : options.hasPosition() ? node.log.before(position) : 0;
  const isThere = options.hasPosition() && node.log.at(named)?.position === position;
  return {
    stream: undefined,
    end: () => node.end,
    at: (index) => node.log.at(index),
    readFrom: backwards ? Math.min(named, node.end) - 1 : named,
    subscribeFrom: isThere ? named + 1 : named,
  };
}
