import { describe, expect, test } from '@jest/globals';
import { defaultProcedure, type EventType, eventSchemas, eventTypes, NOT_STATED } from '@rectify/engine/rectification';
import { z } from 'zod';
import { compose } from '../src/case/form/compose.ts';
import { enterData } from '../src/case/form/enter-data.ts';
import type { Entries, Field } from '../src/case/form/field.ts';
import { firstEntries, fitToCase, fitToEntries, flat } from '../src/case/form/fit-to-case.ts';
import { notStatedAs } from '../src/case/form/not-stated.ts';
import { provinces } from '../src/case/form/provinces.ts';
import { readSchema } from '../src/case/form/read-schema.ts';
import { composeWhen } from '../src/case/form/when.ts';
import { fingerprintOf, LARGEST_HASHED, nameOf } from '../src/documents/fingerprint.ts';
import { aMine } from './a-mine.ts';

const mine = aMine();
const context = { mine, people: [{ value: 'inspector-1', label: 'Inspector 1' }], freshId: 'O-1' };

/** An event's schema as the server sends it for a mine: new ids given, what is chosen narrowed to what there is. */
function narrowed(type: EventType, choices: Readonly<Record<string, readonly string[]>> = {}): unknown {
  const narrow = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(narrow);
    if (typeof node !== 'object' || node === null) return node;
    const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, narrow(value)]));
    if (inner['x-input'] === 'choose') return { ...inner, enum: choices[String(inner['x-of'])] ?? ['one', 'two'] };
    return inner['x-input'] === 'new-id' ? { ...inner, default: `${String(inner['x-prefix'])}1` } : inner;
  };
  return narrow(z.toJSONSchema(eventSchemas[type], { io: 'input', unrepresentable: 'any' }));
}

const formOf = (type: EventType, choices?: Readonly<Record<string, readonly string[]>>) =>
  fitToCase(type, readSchema(narrowed(type, choices)), context);

/** Something to enter in each field. */
function filled(fields: readonly Field[]): Entries {
  const document = { name: 'a.pdf', sha256: 'a'.repeat(64), bytes: 1 };
  return Object.fromEntries(
    flat(fields).flatMap((field): [string, Entries[string]][] => {
      switch (field.kind) {
        case 'line':
        case 'text':
          return [[field.pointer, 'text']];
        case 'number':
          return [[field.pointer, '3']];
        case 'choice':
          return [[field.pointer, field.options[0]?.value ?? '']];
        case 'several':
          return [[field.pointer, field.options.slice(0, 1).map(({ value }) => value)]];
        case 'day':
          return [[field.pointer, '2018-12-01']];
        case 'instant':
        case 'day-or-instant':
          return [
            [`${field.pointer}#day`, '2018-12-01'],
            [`${field.pointer}#time`, '14:30'],
          ];
        case 'document':
          return [[field.pointer, document]];
        case 'yes':
          return [[field.pointer, true]];
        default:
          return [];
      }
    }),
  );
}

/** What people send from a form; corrections have a form of their own, the engine and the system send the rest. */
const sentFromForms = eventTypes.filter(
  (type) =>
    !['MineRegistered', 'FactCorrected', 'ApprovalRequested', 'ClosureQuashed', 'DeadlinePassed'].includes(type),
);

describe.each(sentFromForms)('the form of %s', (type) => {
  const choices = { check: ['TAX'], requirement: ['LICENCES'], procedure: ['strict@1'] };
  test('asks for everything its schema needs, and what is filled in fits the schema', () => {
    const fields = formOf(type, choices);
    const { data, faults } = compose(fields, filled(fields));
    expect(faults).toEqual([]);
    expect(eventSchemas[type].safeParse(data).error?.issues ?? []).toEqual([]);
  });

  test('asks neither for an id nor for a fingerprint', () => {
    const typed = flat(formOf(type, choices)).filter(({ kind }) => kind === 'line' || kind === 'text');
    const names = typed.map(({ name }) => name);
    expect(names.filter((name) => /(^i|I)d$|sha256|Code$/.test(name))).toEqual([]);
  });

  test('says what is missing when nothing is filled in', () => {
    const fields = formOf(type, choices);
    const needed = flat(fields).some(({ required, kind }) => required && !['given', 'group', 'each'].includes(kind));
    expect(compose(fields, {}).faults.length > 0).toBe(needed);
  });
});

test('what was filed can be entered again and comes out the same', () => {
  const fields = formOf('ClosureOrdered');
  const data = {
    grounds: 'Outage',
    authority: 'not stated',
    legalBasis: 'Article 65',
    servedAt: '2018-11-05T14:30:00+08:00',
  };
  expect(compose(fields, enterData(fields, data)).data).toEqual(data);
});

test('a reported amount may have a unit that is not stated, and no other field is left open so', () => {
  const canBeOpen = formOf('LostCapacityReported').filter((field) => 'mayBeNotStated' in field && field.mayBeNotStated);
  expect(canBeOpen.map((field) => [field.name, notStatedAs(field)])).toEqual([['unit', 'unspecified']]);
});

test('evidence is asked for each open finding, and a missing one is named by its row', () => {
  const fields = formOf('RemediationDeclared', { finding: ['F1', 'F2'] });
  const document = { name: 'a.pdf', sha256: 'a'.repeat(64), bytes: 1 };
  expect(compose(fields, { '/data/evidence/0/document': document })).toEqual({
    data: { evidence: [{ findingId: 'F1', document }, { findingId: 'F2' }] },
    faults: [{ pointer: '/data/evidence/1/document', code: 'document' }],
  });
});

test('an optional cap on power is left out when only its unit stands there, and is complete once begun', () => {
  const fields = formOf('PowerDirectionIssued');
  const entries = { ...filled(fields), ...firstEntries('PowerDirectionIssued', fields, context) };
  const { '/data/cap/amount': _left, ...withoutAmount } = entries;
  expect(compose(fields, withoutAmount).data.cap).toBeUndefined();
  expect(compose(fields, entries).data.cap).toEqual({ amount: 3, unit: 'MW' });
});

test('a choice of one is made already', () => {
  const fields = formOf('InspectionPassed', { inspection: ['I1'] });
  expect(firstEntries('InspectionPassed', fields, context)).toEqual({ '/data/inspectionId': 'I1' });
});

test('a granted licence answers the application there is', () => {
  const applied = aMine({
    licences: [
      {
        licenceId: 'L7',
        kind: 'Electricity licence',
        status: 'applied',
        since: '2018-11-20T10:00:00+08:00',
        number: null,
        validUntil: null,
        expired: false,
        reason: null,
      },
    ],
  });
  const fields = fitToCase('LicenceGranted', readSchema(narrowed('LicenceGranted')), { ...context, mine: applied });
  expect(firstEntries('LicenceGranted', fields, { ...context, mine: applied })).toEqual({
    '/data/licenceId': 'L7',
    '/data/kind': 'Electricity licence',
  });
});

test('no file is asked for a check whose papers stay with the office', () => {
  const fields = formOf('CheckRecorded', { check: ['TAX', 'REAL_NAME_PRODUCERS'] });
  const names = (check: string) =>
    fitToEntries('CheckRecorded', fields, { '/data/check': check }, mine).map(({ name }) => name);
  expect(names('REAL_NAME_PRODUCERS')).not.toContain('document');
  expect(names('TAX')).toContain('document');
});

describe('when it happened', () => {
  const now = new Date('2018-11-11T12:00:00+08:00');
  const earlier = { '/occurredAt#earlier': true, '/occurredAt#day': '2018-11-11' };

  test('is now unless said otherwise', () => {
    expect(composeWhen({ '/occurredAt#day': '2018-11-05' }, now)).toEqual({ when: {}, faults: [] });
  });

  test('is in Beijing time, and known to the day where no time is given', () => {
    expect(composeWhen({ ...earlier, '/occurredAt#time': '09:30' }, now).when).toEqual({
      occurredAt: '2018-11-11T09:30:00+08:00',
      occurredAtPrecision: 'instant',
    });
    expect(composeWhen(earlier, now).when).toEqual({
      occurredAt: '2018-11-11T00:00:00+08:00',
      occurredAtPrecision: 'day',
    });
  });

  test('cannot lie in the future', () => {
    expect(composeWhen({ ...earlier, '/occurredAt#time': '12:01' }, now).faults).toEqual([
      { pointer: '/occurredAt', code: 'future' },
    ]);
  });
});

describe('the fingerprint of a file', () => {
  test('is its SHA-256', async () => {
    const file = new File(['hello'], 'evidence.pdf', { type: 'application/pdf' });
    expect(await fingerprintOf(file)).toBe('2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824');
  });

  test('is not taken of a file too large to be read at once', async () => {
    const large = new File([], 'large.pdf');
    Object.defineProperty(large, 'size', { value: LARGEST_HASHED + 1 });
    expect(await fingerprintOf(large)).toBeUndefined();
  });

  test('and its name is one line, as an event takes it', () => {
    expect(nameOf(new File([], ' a\nb.pdf '))).toBe('a b.pdf');
    expect(nameOf(new File([], '\t'))).toBe('file');
    expect(nameOf(new File([], 'x'.repeat(300)))).toHaveLength(190);
  });
});

test('what the page writes for "not stated" is what the domain stores', () => {
  expect(notStatedAs({ name: 'authority' })).toBe(NOT_STATED);
});

test('a site can move to any place there is, those of the procedure among them', () => {
  expect(provinces).toEqual(expect.arrayContaining([...defaultProcedure.regions]));
});
