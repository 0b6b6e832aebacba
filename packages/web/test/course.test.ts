import { expect, test } from '@jest/globals';
import { chartValue } from '@rectify/engine/rectification';
import type { EventAnswer } from '../src/api/answers.ts';
import { composeCorrection } from '../src/case/correction/compose-correction.ts';
import { correctableFields } from '../src/case/correction/correctable.ts';
import { courseOf, newestFirst } from '../src/case/course.ts';
import { enterData, momentOf } from '../src/case/form/enter-data.ts';
import { speechIn } from '../src/case/speech.ts';
import { saidOfEvent } from '../src/case/timeline/said-of-event.ts';
import { aMine } from './a-mine.ts';
import { inLanguage } from './in-language.ts';

const operating = chartValue.parse({ operation: 'operating', appeal: 'none', power: 'none' });
const closed = chartValue.parse({ operation: 'closed.awaitingInspection', appeal: 'none', power: 'none' });
const inspecting = chartValue.parse({ operation: 'closed.inspecting', appeal: 'none', power: 'none' });
const speech = speechIn(await inLanguage('en'), 'en', '2018-12-31');

function event(revision: number, type: EventAnswer['type'], at: string, more: Partial<EventAnswer> = {}): EventAnswer {
  return {
    eventId: `e-${revision}`,
    mineId: 'XJ-0001',
    type,
    revision,
    position: String(revision),
    data: {},
    occurredAt: at,
    occurredAtPrecision: 'instant',
    recordedAt: at,
    actor: { role: 'inspector', office: 'tax' },
    transition: null,
    commandId: null,
    causationId: null,
    correlationId: null,
    procedure: 'rectification@1',
    ...more,
  };
}

const registered = event(0, 'MineRegistered', '2018-03-14T10:00:00+08:00', {
  transition: { from: null, to: operating },
});
const ordered = event(1, 'ClosureOrdered', '2018-11-05T09:00:00+08:00', {
  transition: { from: operating, to: closed },
});

test('the newest event stands first, whenever it was recorded', () => {
  const backdated = event(2, 'NoteAdded', '2018-10-01T09:00:00+08:00', { recordedAt: '2018-11-20T09:00:00+08:00' });
  expect(newestFirst([registered, ordered, backdated]).map(({ event: { revision } }) => revision)).toEqual([1, 2, 0]);
});

test('an event known to the day stands where it was recorded that day, not at midnight', () => {
  const request = event(1, 'ApprovalRequested', '2018-11-05T09:12:00+08:00');
  const order = event(2, 'ClosureOrdered', '2018-11-05T00:00:00+08:00', {
    occurredAtPrecision: 'day',
    recordedAt: '2018-11-05T09:40:00+08:00',
  });
  expect(newestFirst([request, order]).map(({ event: { type } }) => type)).toEqual([
    'ClosureOrdered',
    'ApprovalRequested',
  ]);
});

test('the course leaves out what was never true, and takes corrected times', () => {
  const started = event(2, 'InspectionStarted', '2018-11-12T09:00:00+08:00', {
    transition: { from: closed, to: inspecting },
    correction: {
      by: 'e-3',
      reason: 'Another mine',
      recordedAt: '2018-11-13T09:00:00+08:00',
      void: true,
      before: null,
      after: null,
    },
  });
  const corrected = {
    ...ordered,
    effective: {
      data: {},
      occurredAt: '2018-11-04T09:00:00+08:00',
      occurredAtPrecision: 'instant',
      transition: { from: operating, to: closed },
    },
  } as const;
  expect(courseOf(newestFirst([registered, corrected, started])).map(({ type, at }) => [type, at])).toEqual([
    ['MineRegistered', '2018-03-14T10:00:00+08:00'],
    ['ClosureOrdered', '2018-11-04T09:00:00+08:00'],
  ]);
});

test('a line of the history says what, about what and why, and not what stands there already', () => {
  const [standing] = newestFirst([
    event(4, 'CheckRecorded', '2018-11-18T10:10:00+08:00', {
      data: { check: 'TAX', outcome: 'fail', note: 'Two quarters not declared', referenceNumber: 'T-9' },
    }),
  ]);
  expect(standing && saidOfEvent(standing, speech, () => null)).toEqual({
    title: 'Check recorded: Tax, failed',
    why: 'Two quarters not declared',
    details: [{ label: 'Reference number', value: 'T-9' }],
  });
});

test('a correction sends what differs and nothing else; nothing changed is said', () => {
  const [standing] = newestFirst([
    event(4, 'FindingRaised', '2018-11-18T10:10:00+08:00', {
      data: { findingId: 'F1', description: 'Hall 2', dueOn: '2018-12-02' },
    }),
  ]);
  if (!standing) throw new Error('There is an event.');
  const fields = correctableFields(standing, aMine(), []);
  expect(fields.map(({ name }) => name)).not.toContain('findingId');
  const entries = {
    ...enterData(fields, standing.data),
    ...Object.fromEntries(momentOf('/occurredAt', standing.occurredAt)),
    '/data/reason': 'Mistyped',
  };
  expect(composeCorrection(standing, fields, entries).faults).toEqual([{ pointer: '/void', code: 'nothing-changed' }]);
  expect(composeCorrection(standing, fields, { ...entries, '/patch/description': 'Hall 3' }).data).toEqual({
    corrections: [{ eventId: 'e-4', patch: { description: 'Hall 3' } }],
    reason: 'Mistyped',
  });
  expect(composeCorrection(standing, fields, { ...entries, '/occurredAt#time': '' }).data).toEqual({
    corrections: [{ eventId: 'e-4', patch: { occurredAt: '2018-11-18T00:00:00+08:00', occurredAtPrecision: 'day' } }],
    reason: 'Mistyped',
  });
  expect(composeCorrection(standing, fields, { ...entries, '/void': true }).data).toEqual({
    corrections: [{ eventId: 'e-4', void: true }],
    reason: 'Mistyped',
  });
});

test('a correction of what was corrected before says that again, since it replaces it', () => {
  const [standing] = newestFirst([
    event(4, 'OrderServed', '2018-11-06T10:10:30+08:00', {
      data: { servedAt: '2018-11-06T10:10:30+08:00', method: 'by hand', refusedToSign: true },
      correction: {
        by: 'e-9',
        reason: 'Wrong method',
        recordedAt: '2018-12-01T00:00:00+08:00',
        void: false,
        before: { method: 'by hand' },
        after: { method: 'by post' },
      },
      effective: {
        data: { servedAt: '2018-11-06T10:10:30+08:00', method: 'by post', refusedToSign: true },
        occurredAt: '2018-11-06T10:10:30+08:00',
        occurredAtPrecision: 'instant',
        transition: { from: null, to: { operation: 'operating', appeal: 'none', power: 'none' } },
      },
    }),
  ]);
  if (!standing) throw new Error('There is an event.');
  const fields = correctableFields(standing, aMine(), []);
  const entries = {
    ...enterData(fields, standing.data),
    ...Object.fromEntries(momentOf('/occurredAt', standing.occurredAt)),
    '/data/reason': 'Mistyped',
  };
  const patchWith = (changed: Record<string, string | boolean>) =>
    composeCorrection(standing, fields, { ...entries, ...changed }).data.corrections;
  expect(composeCorrection(standing, fields, entries).faults).toEqual([{ pointer: '/void', code: 'nothing-changed' }]);
  expect(patchWith({ '/patch/refusedToSign': false })).toEqual([
    { eventId: 'e-4', patch: { method: 'by post', refusedToSign: null } },
  ]);
  expect(patchWith({ '/patch/method': 'by hand' })).toEqual([{ eventId: 'e-4', patch: {} }]);
});

test('what was voided can be said to have happened after all', () => {
  const [standing] = newestFirst([
    event(4, 'NoteAdded', '2018-11-06T10:10:00+08:00', {
      data: { text: 'Seen', visibility: 'owner' },
      correction: {
        by: 'e-9',
        reason: 'Another mine',
        recordedAt: '2018-12-01T00:00:00+08:00',
        void: true,
        before: null,
        after: null,
      },
    }),
  ]);
  if (!standing) throw new Error('There is an event.');
  const fields = correctableFields(standing, aMine(), []);
  const entries = {
    ...enterData(fields, standing.data),
    ...Object.fromEntries(momentOf('/occurredAt', standing.occurredAt)),
    '/data/reason': 'It was this mine',
  };
  expect(composeCorrection(standing, fields, entries)).toEqual({
    data: { corrections: [{ eventId: 'e-4', patch: {} }], reason: 'It was this mine' },
    faults: [],
  });
  expect(composeCorrection(standing, fields, { ...entries, '/void': true }).faults).toEqual([
    { pointer: '/void', code: 'nothing-changed' },
  ]);
});
