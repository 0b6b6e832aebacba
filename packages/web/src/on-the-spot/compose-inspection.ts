import type { EventType } from '@rectify/engine/rectification';
import type { MineDetail } from '../api/answers.ts';
import { compose, type EntryFault } from '../case/form/compose.ts';
import type { Entries, Field } from '../case/form/field.ts';
import {
  abandonedField,
  at,
  checkFields,
  clearedField,
  endFields,
  findingFields,
  presentField,
  raisedIn,
} from './inspection-fields.ts';

/** An event of the record, with its time by the clock of the device. */
export interface RecordedEvent {
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt: string;
}

/** Whether an inspection is put on record with its result, or ends without one. */
export type Ending = 'result' | 'abandoned';

/** A whole inspection as it is sent, or what needs another look. */
export interface ComposedInspection {
  readonly events: readonly RecordedEvent[];
  readonly faults: readonly EntryFault[];
  readonly result: Result;
}

/** How an inspection ends, from what was recorded: it is passed when no check failed and no finding is open. */
export interface Result {
  readonly passed: boolean;
  readonly open: number;
  readonly failed: readonly string[];
}

/** What the record says so far. Earlier findings count as open until they are said to be made good. */
export function resultOf({ detail }: MineDetail, entries: Entries): Result {
  const stillOpen = openFindings(detail).filter(({ findingId }) => entries[at.cleared(findingId)] !== 'yes');
  const failed = detail.checks.filter(
    ({ check, outcome }) => (entries[at.check(check, 'outcome')] ?? outcome) === 'fail',
  );
  const open = stillOpen.length + raisedIn(entries).length;
  return { passed: open === 0 && failed.length === 0, open, failed: failed.map(({ check }) => check) };
}

/** Whether a check has to be recorded now: it was not yet, or it failed. */
export function isDue({ outcome }: MineDetail['detail']['checks'][number]): boolean {
  return outcome === null || outcome === 'fail';
}

/** The findings of earlier inspections that are open. */
export function openFindings({ findings }: MineDetail['detail']): MineDetail['detail']['findings'] {
  return findings.filter(({ status }) => status === 'open');
}

/**
 * Puts together an inspection from what was entered on the spot: start, checks, findings with their photographs, and how it ends. One that is abandoned
 * holds what was looked at so far. `now` is the time by the device's clock, `inspectionId` that of the inspection under way, else of the planned one, else a
 * new one; `photosOf` names the photographs of a finding.
 */
export function composeInspection(
  mine: MineDetail,
  entries: Entries,
  {
    ending,
    now,
    inspectionId,
    leastPresent,
    photosOf,
  }: {
    readonly ending: Ending;
    readonly now: string;
    readonly inspectionId: string;
    readonly leastPresent: number;
    readonly photosOf: (description: string) => string;
  },
): ComposedInspection {
  const { running, reinspection } = mine.detail.inspections;
  const faults: EntryFault[] = [];
  const read = (fields: readonly Field[]) => {
    const composed = compose(fields, entries);
    faults.push(...composed.faults);
    return composed.data;
  };
  const timeOf = (pointer: string) => textIn(entries[pointer]) || now;
  const result = resultOf(mine, entries);

  const started: RecordedEvent[] = [];
  if (running === null) {
    if (textIn(entries[at.started]) === '') faults.push({ pointer: at.started, code: 'not-begun' });
    const data = { inspectionId, ...read([presentField(leastPresent)]) };
    started.push({ type: 'InspectionStarted', data, occurredAt: timeOf(at.started) });
  }
  const checked = mine.detail.checks.flatMap((check): RecordedEvent[] => {
    if ((!isDue(check) || ending === 'abandoned') && entries[at.check(check.check, 'outcome')] === undefined) return [];
    const { outcome, more } = checkFields(check);
    const data = { check: check.check, ...read([outcome, ...more]) };
    return [{ type: 'CheckRecorded', data, occurredAt: timeOf(at.check(check.check, 'at')) }];
  });
  const earlier = reinspection ? openFindings(mine.detail) : [];
  const cleared = earlier.flatMap(({ findingId }): RecordedEvent[] => {
    if (ending === 'abandoned' && entries[at.cleared(findingId)] === undefined) return [];
    const { madeGood } = read([clearedField(findingId)]);
    if (madeGood !== 'yes') return [];
    return [{ type: 'FindingCleared', data: { findingId }, occurredAt: timeOf(`${at.cleared(findingId)}/at`) }];
  });
  const raised = raisedIn(entries).flatMap((findingId): RecordedEvent[] => {
    const { photos, ...data } = read(findingFields(findingId, mine.detail.checks));
    const occurredAt = timeOf(at.finding(findingId, 'at'));
    const finding: RecordedEvent = { type: 'FindingRaised', data: { findingId, ...data }, occurredAt };
    if (photos === undefined || photos === null) return [finding];
    const document = { ...photos, name: photosOf(String(data.description ?? '')) };
    return [finding, { type: 'DocumentAttached', data: { document, visibility: 'owner' }, occurredAt }];
  });
  const ended: RecordedEvent =
    ending === 'abandoned'
      ? { type: 'InspectionAbandoned', data: { inspectionId, ...read([abandonedField]) }, occurredAt: now }
      : {
          type: result.passed ? 'InspectionPassed' : 'InspectionFailed',
          data: { inspectionId, ...read([endFields.summary, endFields.ownerSide]) },
          occurredAt: now,
        };
  if (ending === 'result' && result.failed.length > 0 && result.open === 0) {
    faults.push({ pointer: at.findings, code: 'finding-needed' });
  }
  const between = [...checked, ...cleared, ...raised].toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt));
  return { events: inOrder([...started, ...between, ended]), faults, result };
}

/** The same events with times that never go back: nothing comes before the beginning of the inspection. */
function inOrder(events: readonly RecordedEvent[]): RecordedEvent[] {
  let latest = '';
  return events.map((event) => {
    if (event.occurredAt > latest) latest = event.occurredAt;
    return { ...event, occurredAt: latest };
  });
}

function textIn(entry: unknown): string {
  return typeof entry === 'string' ? entry : '';
}
