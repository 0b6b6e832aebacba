import { ErrorType, isCommandError } from '@kurrent/kurrentdb-client';
import { StoreUnavailable, StoreUnusable } from '../errors.ts';

const OUT_OF_REACH: ReadonlySet<ErrorType> = new Set([
  ErrorType.UNAVAILABLE,
  ErrorType.CANCELLED,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.TIMEOUT,
  ErrorType.UNKNOWN,
]);

/**
 * Whether trying again can help. It cannot when the server refuses the user, the stream or the size; everything else, errors that are
 * not known included, may pass: a node that is gone, an election, a full queue.
 */
export function isLasting(error: unknown): boolean {
  return lastingReason(error) !== undefined;
}

/** Whether there is no such stream. */
export function isMissingStream(error: unknown): boolean {
  return error instanceof Error && isCommandError(error) && error.type === ErrorType.STREAM_NOT_FOUND;
}

/** Whether a call got no answer, or the cluster answered that it cannot do such a thing now. */
export function isOutOfReach(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  return error instanceof Error && isCommandError(error) && OUT_OF_REACH.has(error.type);
}

/** What went wrong, on one line. */
export function whyOf(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return why.replaceAll(/\s+/g, ' ').trim();
}

/** The port's error for one that lasts; an error of the port's own stays what it is. */
export function lasting(error: unknown, store: string): Error {
  if (error instanceof StoreUnusable) return error;
  return new StoreUnavailable(`${store} ${lastingReason(error) ?? 'does not answer'}.`, { cause: error });
}

function lastingReason(error: unknown): string | undefined {
  if (error instanceof StoreUnusable) return 'cannot be used';
  if (!(error instanceof Error && isCommandError(error))) return undefined;
  switch (error.type) {
    case ErrorType.ACCESS_DENIED:
      return 'does not let this user do that';
    case ErrorType.STREAM_DELETED:
    case ErrorType.STREAM_TOMBSTONED:
      return 'has deleted the stream, for good';
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
    case ErrorType.TRANSACTION_MAX_SIZE_EXCEEDED:
    case ErrorType.APPEND_RECORD_SIZE_EXCEEDED:
      return 'is set up to take smaller appends only';
    case ErrorType.INVALID_ARGUMENT:
      return 'refuses the call';
    default:
      return undefined;
  }
}
