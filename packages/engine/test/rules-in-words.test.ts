import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { defaultProcedure, type EventData, eventSchemas, eventTypes, type Mine, type Procedure } from '../src/index.ts';
import { reasonsAgainst } from '../src/rectification/guards/guards.ts';
import { conditionsInWords, eventSubjects, generalConditions } from '../src/rectification/in-words/in-words.ts';
import { anEvent, walk } from './statechart/walk.ts';
import { aDocument, wellFormed } from './well-formed.ts';

/** How far to walk: enough to meet every condition unmet. */
const PLACES = 120;

const EARLY_DAY = '2000-01-01';

/** What a field of an event's data can be wrong in: another id, an early day, a moment to come, what nobody may choose. */
const wrong: readonly (readonly [field: string, ...values: readonly unknown[]])[] = [
  ['servedAt', '2030-01-01T00:00:00Z'],
  ['dueOn', EARLY_DAY],
  ['to', { amount: 99, unit: 'MW' }, { amount: 1, unit: 'kW' }, EARLY_DAY],
  ['inspectorsPresent', 1],
  ['document', aDocument],
  ['check', 'REAL_NAME_PRODUCERS'],
  ['region', 'CN-SC'],
  ['successor', undefined],
  ['visibility', 'internal'],
  ['assignee', 'somebody-else'],
  ['operator', { id: 'owner-1', name: 'First operator' }],
  ['evidence', [{ findingId: 'unknown', document: aDocument }]],
];

const optional: readonly string[] = ['servedAt', 'inspectorsPresent', 'document', 'to', 'directionId'];

function spoiled(data: EventData, taken: readonly string[]): object[] {
  const fields = new Map<string, readonly unknown[]>(wrong.map(([field, ...values]) => [field, values]));
  const own = Object.entries(data).flatMap(([field, value]) => {
    const ids = field.endsWith('Id') || field === 'requirement' ? ['unknown', ...taken] : [];
    const twice = Array.isArray(value) ? [[...value, ...value]] : [];
    return [...(fields.get(field) ?? []), ...ids, ...twice].map((other) => ({ ...data, [field]: other }));
  });
  const added = optional
    .filter((field) => !Object.hasOwn(data, field))
    .flatMap((field) => (fields.get(field) ?? ['unknown']).map((value) => ({ ...data, [field]: value })));
  const elsewhere = 'region' in data ? [{ ...data, region: 'CN-SC', successor: undefined }] : [];
  const realNames = 'check' in data ? [{ ...data, check: 'REAL_NAME_PRODUCERS', document: aDocument }] : [];
  return [data, ...own, ...added, ...elsewhere, ...realNames];
}

function idsIn({ inspections, licences, letters, power, appeals, approvals, findings }: Mine): string[] {
  return [
    ...inspections.ids,
    ...Object.keys(findings),
    ...Object.keys(licences),
    ...letters.map(({ letterId }) => letterId),
    ...power.directionIds,
    ...appeals.map(({ appealId }) => appealId),
    ...Object.keys(approvals),
  ];
}

/** The same mine with more on its file than the walk puts there. */
function withMoreOnFile(mine: Mine): Mine[] {
  const { closure, requirements, power } = mine;
  const expired = Object.entries(requirements).map(([code, requirement]) => [
    code,
    { ...requirement, status: 'satisfied' as const, validUntil: EARLY_DAY },
  ]);
  return [
    {
      ...mine,
      resumed: true,
      requirements: Object.fromEntries(expired),
      passed: [
        {
          rule: 'first-inspection',
          subject: null,
          dueOn: EARLY_DAY,
          who: null,
          cycle: mine.cycle,
          occurredAt: '',
          recordedAt: '',
        },
      ],
    },
    {
      ...mine,
      procedure: defaultProcedure,
      closure: closure && {
        ...closure,
        served: { servedAt: closure.since, method: 'by hand', recordedAt: closure.since },
      },
      checks: { TAX: { check: 'TAX', outcome: 'fail', recordedAt: '2018-11-01T00:00:00Z' } },
      power: { ...power, direction: power.direction && { ...power.direction, alternatives: ['relocate'] } },
    },
  ];
}

const actors = [
  { id: 'someone', role: 'supervisor', office: 'energy' },
  { id: 'someone', role: 'owner', office: 'owner' },
  { id: 'another', role: 'inspector', office: 'tax' },
] as const;

const elsewhere: Procedure = { ...defaultProcedure, version: 9, regions: ['CN-SC'] };

/** Every code that a guard gave, with the event type it gave it for. */
const given = new Set<string>();

beforeAll(() => {
  const places = walk(PLACES).places.flatMap(({ standing: { mine }, moment }) =>
    [mine, ...withMoreOnFile(mine)].map((each) => ({ mine: each, moment })),
  );
  for (const { mine, moment } of places) {
    for (const type of eventTypes) {
      const sent = wellFormed(type, mine).flatMap((usual) => spoiled(usual, idsIn(mine)));
      for (const data of sent.flatMap((each) => eventSchemas[type].safeParse(each).data ?? [])) {
        const event = anEvent(type, data, moment + 1);
        const asSent = actors.map((actor) => ({ ...event, actor }));
        const moved = [mine.procedure, elsewhere].map((procedure) => ({ ...event, procedure }));
        for (const each of type === 'ProcedureMigrated' ? moved : asSent)
          for (const { code } of reasonsAgainst(mine, each)) given.add(`${type} ${code}`);
      }
    }
  }
});

const listed = eventTypes.flatMap((type) =>
  conditionsInWords[type].flatMap(({ codes }) => codes.map((code) => `${type} ${code}`)),
);

describe('the conditions in words', () => {
  test('leave out no reason that a guard gave anywhere on a walk through the statechart', () => {
    expect([...given].filter((each) => !listed.includes(each))).toEqual([]);
  });

  test('claim no reason that no guard gave', () => {
    expect(listed.filter((each) => !given.has(each))).toEqual([]);
  });

  test('leave out no reason that is written anywhere in the engine', () => {
    const source = new URL('../src/', import.meta.url);
    const guards = readdirSync(new URL('rectification/guards/', source)).map((name) => `rectification/guards/${name}`);
    const beyond = ['judged-history.ts', 'judging.ts', 'next.ts', 'steps.ts', 'taking.ts'];
    const written = [...guards, 'rectification/decide.ts', ...beyond].flatMap((file) => {
      const text = readFileSync(new URL(file, source), 'utf8');
      return [...text.matchAll(/code: (?:[^,\n]*\? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap((match) =>
        match.slice(1),
      );
    });
    const words = [...Object.values(conditionsInWords).flat(), ...generalConditions].flatMap(({ codes }) => codes);
    const outcomes = ['condition-not-met', 'illegal-transition', 'invalid'];
    expect(written.length).toBeGreaterThan(50);
    expect(
      [...new Set(written)].filter((code) => code !== undefined && !words.includes(code) && !outcomes.includes(code)),
    ).toEqual([]);
  });
});

test('every event type is about one subject', () => {
  expect(eventSubjects.flatMap(({ types }) => types).toSorted()).toEqual(eventTypes.toSorted());
});
