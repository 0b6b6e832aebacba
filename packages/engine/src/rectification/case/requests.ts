import type { MineEvent } from '../mine-event.ts';

/** Something the owner asked for and the authority has not answered yet. */
export interface PendingRequest {
  readonly requestedAt: string;
  readonly reason: string;
  /** The due day asked for, where it is about more time. */
  readonly dueOn: string | null;
}

/** The pending request to lift the closure after an event. */
export function liftRequestAfter(request: PendingRequest | null, event: MineEvent): PendingRequest | null {
  if (event.type === 'LiftRequested') return { requestedAt: event.occurredAt, reason: event.data.reason, dueOn: null };
  return event.type === 'LiftRefused' ? null : request;
}

/** The pending requests for more time, by finding, after an event. */
export function extensionRequestsAfter(
  requests: Readonly<Record<string, PendingRequest>>,
  event: MineEvent,
): Readonly<Record<string, PendingRequest>> {
  switch (event.type) {
    case 'ExtensionRequested': {
      const { findingId, reason, dueOn } = event.data;
      return { ...requests, [findingId]: { requestedAt: event.occurredAt, reason, dueOn } };
    }
    case 'ExtensionRefused':
    case 'RemediationExtended':
    case 'FindingCleared': {
      const { [event.data.findingId]: _answered, ...others } = requests;
      return others;
    }
    default:
      return requests;
  }
}
