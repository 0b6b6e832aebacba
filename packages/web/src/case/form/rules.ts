import type { EventType } from '@rectify/engine/rectification';

const lasting: ReadonlySet<EventType> = new Set<EventType>([
  'ClosureOrdered',
  'ClosureWithdrawn',
  'MineDecommissioned',
  'LicenceRevoked',
]);

const onTheFile: ReadonlySet<EventType> = new Set<EventType>([
  'NoteAdded',
  'DocumentAttached',
  'OwnerStatementFiled',
  'LostCapacityReported',
]);

/** Whether an event shuts, opens or ends something for good, so that its effect is said again before it is sent. */
export function needsConfirmation(type: EventType): boolean {
  return lasting.has(type);
}

/** Whether an event only adds to the file, so that it does not matter what else was recorded meanwhile. */
export function needsNoIfMatch(type: EventType): boolean {
  return onTheFile.has(type);
}

/** Whether an event may have happened earlier than it is sent: answers to requests and what waits for one may not. */
export function saysWhen(type: EventType): boolean {
  return type !== 'ReopeningAuthorised' && type !== 'FactCorrected' && !type.startsWith('Approval');
}
