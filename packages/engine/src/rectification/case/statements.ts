import type { EventData } from '../events/events.ts';
import type { Source } from '../events/values.ts';
import type { MineEvent } from '../mine-event.ts';

/** What an owner stated in their own words. */
export interface Statement {
  readonly text: string;
  readonly filedAt: string;
}

/** Lost capacity as reported: unverified, with its unit, its scope and where it comes from; never divided among mines. */
export interface LostCapacity extends EventData<'LostCapacityReported'> {
  readonly reportedAt: string;
  readonly eventId: string;
  readonly source: Source | null;
}

/** The owner's statements after an event. */
export function statementsAfter(statements: readonly Statement[], event: MineEvent): readonly Statement[] {
  return event.type === 'OwnerStatementFiled'
    ? [...statements, { text: event.data.text, filedAt: event.occurredAt }]
    : statements;
}

/** The reports of lost capacity after an event. */
export function lostCapacityAfter(reports: readonly LostCapacity[], event: MineEvent): readonly LostCapacity[] {
  return event.type === 'LostCapacityReported'
    ? [
        ...reports,
        { ...event.data, reportedAt: event.occurredAt, eventId: event.eventId, source: event.source ?? null },
      ]
    : reports;
}
