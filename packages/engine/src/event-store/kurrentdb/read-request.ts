import { BACKWARDS, END, type ReadAllOptions, type ReadStreamOptions, START } from '@kurrent/kurrentdb-client';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';

const { Options } = streams.ReadReq;

/** What the cluster is asked for to read one stream once; from its beginning, forwards and all of it unless told otherwise. */
export function streamRequest(name: string, read: ReadStreamOptions): ReadReq {
  const stream = new Options.StreamOptions();
  stream.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(name)));
  const { fromRevision = START } = read;
  if (fromRevision === START) stream.setStart(new shared.Empty());
  else if (fromRevision === END) stream.setEnd(new shared.Empty());
  else stream.setRevision(fromRevision.toString());
  return request(read, new Options().setStream(stream).setNoFilter(new shared.Empty()));
}

/** What the cluster is asked for to read all streams once, or those whose names begin as the filter says. */
export function allRequest(read: ReadAllOptions): ReadReq {
  const all = new Options.AllOptions();
  const { fromPosition = START, filter } = read;
  if (fromPosition === START) all.setStart(new shared.Empty());
  else if (fromPosition === END) all.setEnd(new shared.Empty());
  else all.setPosition(positionOf(fromPosition));
  const options = new Options().setAll(all);
  if (filter && 'prefixes' in filter) options.setFilter(prefixFilter(filter.prefixes));
  else options.setNoFilter(new shared.Empty());
  return request(read, options);
}

function request(
  { direction, maxCount = Number.MAX_SAFE_INTEGER }: Pick<ReadAllOptions, 'direction' | 'maxCount'>,
  options: ReadReq.Options,
): ReadReq {
  const { FORWARDS, BACKWARDS: NEWEST_FIRST } = Options.ReadDirection;
  options
    .setReadDirection(direction === BACKWARDS ? NEWEST_FIRST : FORWARDS)
    .setCount(maxCount.toString())
    .setUuidOption(new Options.UUIDOption().setString(new shared.Empty()));
  return new streams.ReadReq().setOptions(options);
}

function positionOf({ commit, prepare }: { readonly commit: bigint; readonly prepare: bigint }) {
  return new Options.Position().setCommitPosition(commit.toString()).setPreparePosition(prepare.toString());
}

function prefixFilter(prefixes: string[]) {
  const names = new Options.FilterOptions.Expression().setPrefixList(prefixes);
  return new Options.FilterOptions()
    .setStreamIdentifier(names)
    .setCount(new shared.Empty())
    .setCheckpointintervalmultiplier(1);
}
