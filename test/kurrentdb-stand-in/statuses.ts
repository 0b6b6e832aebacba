import { Metadata, type StatusObject, status } from '@grpc/grpc-js';

/** How a call ends that gives no answer. */
export type Refusal = Pick<StatusObject, 'code' | 'details'> & { readonly metadata?: Metadata };

function withException(name: string, more: Readonly<Record<string, string>> = {}): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries({ exception: name, ...more })) metadata.set(key, value);
  return metadata;
}

/** The server takes no calls at the moment. */
export const notReady: Refusal = { code: status.UNAVAILABLE, details: 'Server Is Not Ready' };

/** The server gave up waiting for the other nodes; the write may have happened all the same. */
export const timedOut: Refusal = { code: status.ABORTED, details: 'Operation timed out' };

/** The server ended a subscription. */
export const dropped: Refusal = { code: status.ABORTED, details: 'Subscription was dropped: the consumer is too slow' };

/** Another node leads. */
export function notLeader(leader: { readonly host: string; readonly port: number }): Refusal {
  return {
    code: status.NOT_FOUND,
    details: 'Leader info available',
    metadata: withException('not-leader', {
      'leader-endpoint-host': leader.host,
      'leader-endpoint-port': leader.port.toString(),
    }),
  };
}

/** An append is larger than the server takes. */
export function tooLarge(maximum: number): Refusal {
  return {
    code: status.INVALID_ARGUMENT,
    details: `Maximum Append Size of ${maximum} Exceeded.`,
    metadata: withException('maximum-append-size-exceeded', { 'maximum-append-size': maximum.toString() }),
  };
}

/** The request makes no sense. */
export function invalidArgument(details: string): Refusal {
  return { code: status.INVALID_ARGUMENT, details };
}
