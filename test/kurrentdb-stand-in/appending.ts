import type { handleClientStreamingCall } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type { AppendReq, AppendResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Expected, ProposedEvent, Written } from './log.ts';
import type { Node } from './node.ts';
import { type Users, whyNotIn } from './security.ts';
import { invalidArgument, timedOut, tooLarge } from './statuses.ts';
import { proposedEvent, streamName } from './wire.ts';
import type { Writer } from './writing.ts';

/** `Append`: one append in one call. */
export function appending(node: Node, writer: Writer, users: Users): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, callback) => {
    const events: ProposedEvent[] = [];
    let options: AppendReq.Options | undefined;
    call.on('data', (request: AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message !== undefined) events.push(proposedEvent(message));
    });
    call.on('end', () => {
      const unknown = whyNotIn(users, call.metadata);
      if (unknown !== undefined) {
        callback(unknown);
        return;
      }
      const expected = options && expectedOf(options);
      if (options === undefined || expected === undefined) {
        callback(invalidArgument('The options are missing, or what is expected of the stream.'));
        return;
      }
      const append = { stream: streamName(options.getStreamIdentifier()), expected, events };
      const requiresLeader = call.metadata.get('requires-leader')[0] === 'true';
      void writer.append(node, requiresLeader, append, {
        written: (written) => callback(null, response(written, expected)),
        tooLarge: (maximum) => callback(tooLarge(maximum)),
        timedOut: () => callback(timedOut),
        refused: (refusal) => callback(refusal),
        cut: () => node.cut(call),
      });
    });
  };
}

function expectedOf(options: AppendReq.Options): Expected | undefined {
  if (options.hasRevision()) return BigInt(options.getRevision());
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream-exists' : undefined;
}

function response(written: Written, expected: Expected): AppendResp {
  const { current } = written;
  if (written.kind === 'wrong-expected-version') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (current === undefined) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(current.toString());
    if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
    else if (expected === 'no-stream') wrong.setExpectedNoStream(new shared.Empty());
    else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new shared.Empty());
    else wrong.setExpectedRevision(expected.toString());
    return new streams.AppendResp().setWrongExpectedVersion(wrong);
  }
  const success = new streams.AppendResp.Success();
  if (current === undefined) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(current.toString());
  const position = written.last?.position.toString();
  if (position === undefined) success.setNoPosition(new shared.Empty());
  else {
    success.setPosition(new streams.AppendResp.Position().setCommitPosition(position).setPreparePosition(position));
  }
  return new streams.AppendResp().setSuccess(success);
}
