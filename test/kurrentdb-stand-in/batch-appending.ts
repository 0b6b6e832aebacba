import type { handleBidiStreamingCall } from '@grpc/grpc-js';
import code from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import status from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import protobufAny from 'google-protobuf/google/protobuf/any_pb.js';
import protobufEmpty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Expected, ProposedEvent, Written } from './log.ts';
import type { Node } from './node.ts';
import { type Users, whyNotIn } from './security.ts';
import { proposedEvent, streamIdentifier, streamName, uuid } from './wire.ts';
import type { Append, Writer } from './writing.ts';

interface Growing extends Append {
  readonly events: ProposedEvent[];
}

/** `BatchAppend`: many appends in one call that stays open, each answered by its correlation id. */
export function batchAppending(
  node: Node,
  writer: Writer,
  users: Users,
): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    const unknown = whyNotIn(users, call.metadata);
    if (unknown !== undefined) {
      call.emit('error', unknown);
      return;
    }
    const growing = new Map<string, Growing>();
    const requiresLeader = call.metadata.get('requires-leader')[0] === 'true';
    let open = 0;
    let ended = false;
    const endWhenDone = () => {
      if (ended && open === 0) call.end();
    };
    call.on('data', (request: BatchAppendReq) => {
      const correlation = uuid(request.getCorrelationId());
      const options = request.getOptions();
      const begun = growing.get(correlation) ?? (options && begin(options));
      if (begun === undefined) return;
      growing.set(correlation, begun);
      begun.events.push(...request.getProposedMessagesList().map(proposedEvent));
      if (!request.getIsFinal()) return;
      growing.delete(correlation);
      open += 1;
      const answer = (fill: (response: BatchAppendResp) => void) => {
        open -= 1;
        const response = new streams.BatchAppendResp()
          .setCorrelationId(request.getCorrelationId())
          .setStreamIdentifier(streamIdentifier(begun.stream));
        fill(response);
        if (call.writable) call.write(response);
        endWhenDone();
      };
      void writer.append(node, requiresLeader, begun, {
        written: (written) => answer((response) => fillIn(response, written, begun.expected)),
        tooLarge: (maximum) => answer((response) => response.setError(tooLarge(maximum))),
        timedOut: () => answer((response) => response.setError(timedOut())),
        refused: (refusal) => call.emit('error', refusal),
        cut: () => node.cut(call),
      });
    });
    call.on('end', () => {
      ended = true;
      endWhenDone();
    });
  };
}

function begin(options: BatchAppendReq.Options): Growing | undefined {
  const expected = expectedOf(options);
  return expected === undefined
    ? undefined
    : { stream: streamName(options.getStreamIdentifier()), expected, events: [] };
}

function expectedOf(options: BatchAppendReq.Options): Expected | undefined {
  if (options.hasStreamPosition()) return BigInt(options.getStreamPosition());
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream-exists' : undefined;
}

function fillIn(response: BatchAppendResp, written: Written, expected: Expected): void {
  const { current } = written;
  if (written.kind === 'wrong-expected-version') {
    response.setError(wrongExpectedVersion(current, expected));
    return;
  }
  const success = new streams.BatchAppendResp.Success();
  if (current === undefined) success.setNoStream(new protobufEmpty.Empty());
  else success.setCurrentRevision(current.toString());
  const position = written.last?.position.toString();
  if (position === undefined) success.setNoPosition(new protobufEmpty.Empty());
  else success.setPosition(new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position));
  response.setSuccess(success);
}

function wrongExpectedVersion(current: number | undefined, expected: Expected) {
  const wrong = new shared.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new protobufEmpty.Empty());
  else wrong.setCurrentStreamRevision(current.toString());
  if (expected === 'any') wrong.setExpectedAny(new protobufEmpty.Empty());
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new protobufEmpty.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new protobufEmpty.Empty());
  else wrong.setExpectedStreamPosition(expected.toString());
  return errorStatus(code.Code.ALREADY_EXISTS, 'WrongExpectedVersion', wrong.serializeBinary());
}

function tooLarge(maximum: number) {
  const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(maximum);
  return errorStatus(code.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details.serializeBinary());
}

function timedOut() {
  return errorStatus(code.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout().serializeBinary());
}

function errorStatus(number: (typeof code.Code)[keyof typeof code.Code], name: string, details: Uint8Array) {
  const any = new protobufAny.Any();
  any.pack(details, `event_store.client.${name}`);
  return new status.Status().setCode(number).setMessage(name).setDetails(any);
}
