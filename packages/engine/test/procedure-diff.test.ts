import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultProcedure, diffProcedures, type Procedure, procedure, strict1 } from '../src/index.ts';

const sentences = (before: Procedure, after: Procedure) => diffProcedures(before, after).map(({ detail }) => detail);
const { OperatorChanged: _changed, ...withoutOperatorChanged } = defaultProcedure.fourEyes;
const { checks, deadlines, fourEyes, directory, requirements, offices } = defaultProcedure;

describe('what changed is said in words', () => {
  test.each<[string, Partial<Procedure>, string[]]>([
    [
      'a deadline',
      { deadlines: { ...deadlines, 'first-inspection': { days: 7, count: 'working', responsible: 'inspection' } } },
      ['First inspection: 14 calendar days → 7 working days'],
    ],
    [
      'who keeps a deadline',
      { deadlines: { ...deadlines, 're-inspection': { days: 1, count: 'calendar', responsible: 'licensing' } } },
      ['Re-inspection: 14 calendar days → 1 calendar day; responsible inspection → licensing'],
    ],
    [
      'a check that is new',
      { checks: strict1.checks },
      ['Check FIRE_SAFETY added: office fire-rescue, title en "Fire safety", zh-CN "消防安全", takes document yes'],
    ],
    [
      'a check that is gone',
      { checks: checks.slice(1) },
      ['Check TAX removed: office tax, title en Tax, zh-CN "税务", takes document yes'],
    ],
    [
      'the order of checks',
      { checks: checks.toReversed() },
      [
        'Order of checks: TAX, REAL_NAME_PRODUCERS, REAL_NAME_CUSTOMERS → REAL_NAME_CUSTOMERS, REAL_NAME_PRODUCERS, TAX',
      ],
    ],
    [
      'a requirement',
      { requirements: requirements.map((one) => (one.code === 'LICENCES' ? { ...one, office: 'power' } : one)) },
      ['Requirement LICENCES, office: licensing → power'],
    ],
    [
      'four eyes that are new',
      { fourEyes: { ...fourEyes, LicenceGranted: { request: ['licensing'], grant: ['licensing', 'supervisor'] } } },
      ['LicenceGranted is under four eyes now: requested by licensing, granted by licensing, supervisor'],
    ],
    [
      'four eyes that are gone',
      { fourEyes: withoutOperatorChanged },
      ['OperatorChanged is no longer under four eyes: it was requested by supervisor and granted by supervisor'],
    ],
    [
      'who gives four eyes',
      { fourEyes: { ...fourEyes, ClosureOrdered: { request: ['inspector', 'supervisor'], grant: ['reviewer'] } } },
      ['Four eyes on ClosureOrdered, grant: reviewer added', 'Four eyes on ClosureOrdered, grant: supervisor removed'],
    ],
    [
      'the regions',
      { regions: ['CN-XJ', 'CN-GZ', 'CN-SC'] },
      ['Regions: CN-SC added', 'Order of regions: CN-GZ, CN-XJ → CN-XJ, CN-GZ'],
    ],
    [
      'how many people an office has',
      {
        directory: directory.map((office) =>
          office.code === 'review' ? { ...office, people: { reviewer: 2 } } : office,
        ),
      },
      ['Office review, people: none → reviewer 2'],
    ],
    [
      'the office of a function',
      { offices: { ...offices, supervision: 'review' } },
      ['Office of supervision: energy → review'],
    ],
    [
      'the calendar',
      { calendar: { base: 'weekdays', years: [{ year: 2030, holidays: ['2030-01-01'], makeUpDays: [] }] } },
      ['Calendar, base: china → weekdays', 'Calendar of 2030 added: holidays 2030-01-01, make up days none'],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(sentences(defaultProcedure, { ...defaultProcedure, ...changes })).toEqual(expected);
  });
});

/** A value somewhere in a document, with what leads there: for things with a code, the code; in plain lists, nothing. */
interface Leaf {
  readonly path: string;
  readonly value: string;
}

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, `${path}/${keyOf(item)}`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}/${key}`));
  return value === undefined ? [] : [{ path, value: String(value) }];
}

function keyOf(item: unknown): string {
  const named = Object.entries(Object(item)).find(([key]) => ['code', 'on', 'year'].includes(key));
  return typeof item === 'object' && named ? String(named[1]) : '';
}

/** One thing that someone does to a document. */
type Edit = (document: Procedure) => Procedure;

const word = fc.constantFrom('one', 'another', 'a third 词', 'x/y~z');
const code = fc.constantFrom('TAX', 'NEW_ONE', 'NEW_TWO', 'NEW_THREE');
const roles = fc.uniqueArray(fc.constantFrom('inspector', 'supervisor', 'licensing', 'reviewer'), { minLength: 1 });
const title = fc.record({ en: word, 'zh-CN': word }, { requiredKeys: ['en', 'zh-CN'] });

const edits: fc.Arbitrary<Edit> = fc.oneof(
  title.map((given) => (document: Procedure) => ({ ...document, title: given })),
  word.map((zone) => (document: Procedure) => ({ ...document, zone })),
  fc
    .record({
      days: fc.integer({ min: 1, max: 90 }),
      count: fc.constantFrom('calendar', 'working'),
      responsible: fc.constantFrom('owner', 'review'),
    })
    .map((deadline) => (document: Procedure) => ({
      ...document,
      deadlines: { ...document.deadlines, appeal: deadline } as Procedure['deadlines'],
    })),
  fc.record({ code, office: word, title, takesDocument: fc.boolean() }).map((check) => (document: Procedure) => ({
    ...document,
    checks: [...document.checks.filter((one) => one.code !== check.code), check],
  })),
  fc.nat(2).map((index) => (document: Procedure) => ({
    ...document,
    checks: document.checks.toSpliced(index % document.checks.length, document.checks.length > 1 ? 1 : 0),
  })),
  fc
    .tuple(fc.nat(2), fc.option(title), fc.boolean())
    .map(([index, example, lapsesWithLicence]) => (document: Procedure) => ({
      ...document,
      requirements: document.requirements.map((one, place) => {
        const { example: _, ...rest } = one;
        return place === index ? { ...rest, lapsesWithLicence, ...(example && { example }) } : one;
      }),
    })),
  fc.constant((document: Procedure) => ({ ...document, requirements: document.requirements.toReversed() })),
  fc.record({ request: roles, grant: roles }).map((rule) => (document: Procedure) => ({
    ...document,
    fourEyes: { ...document.fourEyes, LicenceGranted: rule } as Procedure['fourEyes'],
  })),
  fc.constant(({ fourEyes: { ClosureOrdered: _, ...rest }, ...document }: Procedure) => ({
    ...document,
    fourEyes: rest,
  })),
  fc
    .uniqueArray(fc.constantFrom('CN-XJ', 'CN-GZ', 'CN-SC'), { minLength: 1 })
    .map((regions) => (document: Procedure) => ({ ...document, regions })),
  fc.uniqueArray(fc.nat(90)).map((licenceWarnings) => (document: Procedure) => ({ ...document, licenceWarnings })),
  fc
    .uniqueArray(fc.constantFrom('2030-01-01', '2030-02-03', '2030-02-04'))
    .map((holidays) => (document: Procedure) => ({
      ...document,
      calendar: { ...document.calendar, years: [{ year: 2030, holidays, makeUpDays: [] }] },
    })),
  fc.tuple(roles, fc.nat(6)).map(([who, index]) => (document: Procedure) => ({
    ...document,
    notices: document.notices.map((notice, place) => (place === index ? { ...notice, who } : notice) as typeof notice),
  })),
  fc.tuple(fc.nat(6), fc.nat(9)).map(([index, inspector]) => (document: Procedure) => ({
    ...document,
    directory: document.directory.map((office, place) =>
      place === index ? { ...office, people: { inspector } } : office,
    ),
  })),
);

const documents = fc
  .tuple(fc.constantFrom(defaultProcedure, strict1), fc.array(edits, { maxLength: 4 }))
  .map(([start, all]) => procedure.parse(all.reduce((document, edit) => edit(document), start)));

/** The same document with its fields in another order. */
function shuffled<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toReversed())
        : inner,
    ),
  );
}

const numRuns = 10 * Number(process.env.RECTIFY_PROPERTY_RUNS ?? 10);

test('nothing changed exactly where two documents say the same', () => {
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      expect(diffProcedures(before, shuffled(before))).toEqual([]);
      expect(diffProcedures(before, after).length === 0).toBe(isDeepStrictEqual(before, after));
    }),
    { numRuns },
  );
});

test('every value that came or went is said, in words and as a value', () => {
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      const changes = diffProcedures(before, after);
      const [old, now] = [leavesOf(before), leavesOf(after)];
      const lostFrom = (these: Leaf[], those: Leaf[], side: 'before' | 'after') =>
        these
          .filter(({ path, value }) => !those.some((leaf) => leaf.path === path && leaf.value === value))
          .filter(
            ({ value }) =>
              !changes.some(
                (change) =>
                  leavesOf(change[side]).some((leaf) => leaf.value === value) &&
                  change.detail.includes(value === 'true' ? 'yes' : value === 'false' ? 'no' : value),
              ),
          );
      expect({ came: lostFrom(now, old, 'after'), went: lostFrom(old, now, 'before') }).toEqual({ came: [], went: [] });
    }),
    { numRuns },
  );
});

test('the order of changes is that of the newer document, and the same each time', () => {
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      const changes = diffProcedures(before, after);
      expect(diffProcedures(before, after)).toEqual(changes);
      const sections = Object.keys(after);
      const places = changes.map(({ pointer }) => sections.indexOf(pointer.split('/')[1] ?? ''));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
    { numRuns },
  );
});
