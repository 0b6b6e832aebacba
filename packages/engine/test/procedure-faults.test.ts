import { describe, expect, test } from '@jest/globals';
import {
  checkProcedure,
  defaultProcedure,
  eventTypes,
  type Procedure,
  type ProcedureFault,
  procedureFaultCodes,
  strict1,
} from '../src/index.ts';
import { givenAMine, publishes } from './given.ts';

type Changed = { [part: string]: unknown };

/** The default procedure with some of its parts changed, whatever they are. */
function procedureWith(changes: Changed): Changed {
  return { ...defaultProcedure, ...changes };
}

const NOW = '2018-11-05T00:00:00Z';

const found = (document: unknown) => checkProcedure(document, NOW).map(({ pointer, code }) => `${code} ${pointer}`);

const { checks, requirements, deadlines, directory, fourEyes, offices } = defaultProcedure;
const [taxCheck] = checks;
const [licences] = requirements;
const inDirectory = (code: string, change: Changed) =>
  directory.map((office) => (office.code === code ? { ...office, ...change } : office));
const year2030 = { year: 2030, holidays: ['2030-01-01'], makeUpDays: ['2030-01-05'] };

test('the shipped procedures have no faults', () => {
  expect([checkProcedure(defaultProcedure, NOW), checkProcedure(strict1, NOW)]).toEqual([[], []]);
});

describe('a procedure with a fault is told where it is and what to do', () => {
  const cases: readonly [what: string, changes: Changed, ...faults: string[]][] = [
    ['a part is missing', { checks: undefined }, 'missing /checks'],
    ['a field is not known', { checkss: [] }, 'unknown-field /checkss'],
    ['a value is not possible', { minimumInspectors: 'two' }, 'not-valid /minimumInspectors'],
    ['a title is in one language only', { title: { en: 'Rectification' } }, 'missing-language /title/zh-CN'],
    ['a title is empty', { title: { en: '', 'zh-CN': '矿场整改' } }, 'missing-language /title/en'],
    [
      'a text holds an identity number',
      { title: { en: 'Of 11010519491231002X', 'zh-CN': '整改' } },
      'identity-number /title/en',
    ],
    ['two checks have one code', { checks: [taxCheck, taxCheck] }, 'duplicate-code /checks/1/code'],
    ['two offices have one code', { directory: [...directory, directory[0]] }, 'duplicate-code /directory/7/code'],
    [
      'two codes for grounds are one',
      { groundsCodes: [strict1.groundsCodes[0], strict1.groundsCodes[0]] },
      'duplicate-code /groundsCodes/1/code',
    ],
    [
      'a requirement has the code of a check',
      { requirements: [{ ...licences, code: 'TAX' }] },
      'code-of-check-and-requirement /requirements/0/code',
    ],
    ['a region is named twice', { regions: ['CN-XJ', 'CN-GZ', 'CN-XJ'] }, 'region-twice /regions/2'],
    ['the time zone does not exist', { zone: 'Asia/Atlantis' }, 'unknown-time-zone /zone'],
    [
      'a year of the calendar is there twice',
      { calendar: { base: 'china', years: [year2030, year2030] } },
      'calendar-year-twice /calendar/years/1/year',
    ],
    [
      'a day is in another year',
      { calendar: { base: 'china', years: [{ ...year2030, holidays: ['2029-12-31'] }] } },
      'calendar-day-of-another-year /calendar/years/0/holidays/0',
    ],
    [
      'a day is both a holiday and a working day',
      { calendar: { base: 'china', years: [{ ...year2030, makeUpDays: ['2030-01-01'] }] } },
      'calendar-day-both /calendar/years/0/makeUpDays/0',
    ],
    [
      'a day is named twice',
      { calendar: { base: 'china', years: [{ ...year2030, holidays: ['2030-01-01', '2030-01-01'] }] } },
      'calendar-day-twice /calendar/years/0/holidays/1',
    ],
    [
      'a check is of an office that there is not',
      { checks: [{ ...taxCheck, office: 'customs' }] },
      'unknown-office /checks/0/office',
      'check-nobody-can-record /checks/0',
    ],
    [
      'a check is of an office without inspectors',
      { checks: [{ ...taxCheck, office: 'licensing' }] },
      'check-nobody-can-record /checks/0',
    ],
    [
      'a requirement is of an office that there is not',
      { requirements: [{ ...licences, office: 'customs' }] },
      'unknown-office /requirements/0/office',
      'requirement-nobody-can-satisfy /requirements/0',
    ],
    [
      'a requirement is of an office where nobody may satisfy it',
      { requirements: [{ ...licences, office: 'tax' }] },
      'requirement-nobody-can-satisfy /requirements/0',
    ],
    [
      'a requirement is of an office where nobody works',
      { directory: inDirectory('social-security', { people: { licensing: 0 } }) },
      'requirement-nobody-can-satisfy /requirements/2',
    ],
    [
      'more inspectors have to be present than there are',
      {
        directory: directory.map((office) =>
          office.roles.includes('inspector')
            ? { ...office, people: { inspector: office.code === 'power' ? 0 : 1 } }
            : office,
        ),
        minimumInspectors: 3,
      },
      'too-few-inspectors /minimumInspectors',
    ],
    [
      'a function has an office that there is not',
      { offices: { ...offices, review: 'court' } },
      'deadline-without-owner /deadlines/stay-answer/responsible',
      'deadline-without-owner /deadlines/appeal-decision/responsible',
      'unknown-office /offices/review',
    ],
    [
      'a deadline is of an office where nobody works',
      { directory: inDirectory('review', { people: { reviewer: 0 } }) },
      'deadline-without-owner /deadlines/stay-answer/responsible',
      'deadline-without-owner /deadlines/appeal-decision/responsible',
    ],
    [
      'a deadline about no requirement is of the office of a requirement',
      { deadlines: { ...deadlines, appeal: { ...deadlines.appeal, responsible: 'office-of-requirement' } } },
      'deadline-without-requirement /deadlines/appeal/responsible',
    ],
    [
      'four eyes are on an event that there is not',
      { fourEyes: { ...fourEyes, MineClosed: { request: ['inspector'], grant: ['supervisor'] } } },
      'unknown-event-type /fourEyes/MineClosed',
    ],
    [
      'nobody may request, and nobody may grant',
      { fourEyes: { LicenceGranted: { request: [], grant: [] } } },
      'four-eyes-nobody-requests /fourEyes/LicenceGranted/request',
      'four-eyes-nobody-grants /fourEyes/LicenceGranted/grant',
    ],
    [
      'who may grant is not there',
      {
        fourEyes: { LicenceGranted: { request: ['licensing'], grant: ['reviewer'] } },
        directory: inDirectory('review', { roles: ['supervisor'] }),
      },
      'four-eyes-nobody-grants /fourEyes/LicenceGranted/grant',
    ],
    [
      'who may grant does not act for the authority',
      { fourEyes: { LicenceGranted: { request: ['licensing'], grant: ['supervisor', 'owner', 'admin'] } } },
      'four-eyes-role-not-official /fourEyes/LicenceGranted/grant/1',
      'four-eyes-role-not-official /fourEyes/LicenceGranted/grant/2',
    ],
    [
      'one person would have to be two',
      {
        fourEyes: { CaseAssigned: { request: ['reviewer'], grant: ['reviewer'] } },
        directory: inDirectory('review', { people: { reviewer: 1 } }),
      },
      'four-eyes-one-person /fourEyes/CaseAssigned',
    ],
    [
      'a notice is of an event that there is not',
      { notices: [{ on: 'MineClosed', who: ['owner'] }] },
      'unknown-event-type /notices/0/on',
    ],
    [
      'a notice tells who may not see',
      {
        notices: [
          { on: 'ApprovalRequested', who: ['supervisor', 'owner'] },
          { on: 'ClosureOrdered', who: ['admin'] },
        ],
      },
      'notice-to-who-cannot-see /notices/0/who/1',
      'notice-to-who-cannot-see /notices/1/who/0',
    ],
    [
      'nobody could ever authorise a reopening',
      {
        directory: inDirectory('energy', { people: { supervisor: 1 } }),
        fourEyes: { ReopeningAuthorised: { request: ['supervisor'], grant: ['supervisor'] } },
      },
      'four-eyes-one-person /fourEyes/ReopeningAuthorised',
      'reopening-unreachable ',
    ],
  ];

  test.each(cases)('%s', (_what, changes, ...faults) => {
    expect(found(procedureWith(changes))).toEqual(faults);
  });

  test('each kind of fault is among these', () => {
    const shown = new Set(cases.flatMap(([, , ...faults]) => faults.map((fault) => fault.split(' ')[0])));
    const inOtherTests: readonly ProcedureFault['code'][] = ['four-eyes-impossible', 'calendar-covers-no-coming-year'];
    expect(procedureFaultCodes.filter((code) => !shown.has(code))).toEqual(inOtherTests);
  });
});

test('a mine has to be reopenable by people who are there: who certifies, for instance, may be others', () => {
  const withoutLicensing = directory.map((office) =>
    office.roles.includes('licensing') ? { ...office, people: { licensing: 0 } } : office,
  );
  const said = (changes: Changed) =>
    checkProcedure(procedureWith(changes), NOW).filter(({ pointer }) => pointer === '');
  expect(said({ directory: withoutLicensing })).toMatchObject([
    {
      code: 'reopening-unreachable',
      detail: expect.stringMatching(
        /nobody there may send RequirementsCertified \(licensing\); nobody there may send RequirementSatisfied/,
      ),
    },
  ]);
  const byOthers = { request: ['inspector'], grant: ['supervisor'] };
  expect(
    said({
      directory: withoutLicensing,
      fourEyes: { ...fourEyes, RequirementSatisfied: byOthers, RequirementsCertified: byOthers },
    }),
  ).toEqual([]);
});

test('a procedure of very many checks and requirements is judged too', () => {
  const many = <T extends object>(one: T, name: string) =>
    Array.from({ length: 40 }, (_, index) => ({ ...one, code: `${name}_${index}` }));
  expect(
    found(procedureWith({ checks: many(taxCheck ?? {}, 'CHECK'), requirements: many(licences ?? {}, 'REQ') })),
  ).toEqual([]);
});

test('only what officials alone send can be under four eyes', () => {
  const possible = eventTypes.filter((type) => {
    const rule = { [type]: { request: ['supervisor'], grant: ['supervisor'] } };
    return !found(procedureWith({ fourEyes: rule })).includes(`four-eyes-impossible /fourEyes/${type}`);
  });
  for (const type of ['ClosureOrdered', 'FactCorrected', 'LicenceGranted', 'ProcedureMigrated'] as const)
    expect(possible).toContain(type);
  const neverPossible = [
    ...['MineRegistered', 'ClosureQuashed', 'DeadlinePassed', 'RequirementLapsed', 'LicenceExpired'],
    ...['AppealLodged', 'EvidenceSubmitted', 'NoteAdded', 'ApprovalRequested', 'ApprovalGranted', 'ApprovalDeclined'],
  ];
  expect(possible.filter((type) => neverPossible.includes(type))).toEqual([]);
});

test('everything wrong is said at once: what does not fit the schema hides nothing else', () => {
  const wrong = procedureWith({
    title: {},
    zone: 'Mars/Olympus',
    regions: ['CN-XJ', 'CN-XJ', 'Xinjiang'],
    checks: [taxCheck, { ...taxCheck, office: 'customs', title: undefined }],
    fourEyes: { AppealLodged: { request: ['owner'], grant: ['supervisor'], extra: true } },
  });
  expect(found(wrong)).toEqual([
    'missing-language /title/en',
    'missing-language /title/zh-CN',
    'unknown-time-zone /zone',
    'not-valid /regions/2',
    'region-twice /regions/1',
    'missing /checks/1/title',
    'duplicate-code /checks/1/code',
    'unknown-office /checks/1/office',
    'check-nobody-can-record /checks/1',
    'unknown-field /fourEyes/AppealLodged/extra',
    'four-eyes-impossible /fourEyes/AppealLodged',
    'four-eyes-role-not-official /fourEyes/AppealLodged/request/0',
  ]);
});

test('working days have to be known from now on: by the calendar’s base, or by years of its own', () => {
  const uncovered = { ...strict1, calendar: { base: 'china', years: [] } };
  const faults = (document: unknown, now: string) =>
    checkProcedure(document, now).map(({ pointer, code }) => [pointer, code]);
  expect(faults(uncovered, '2018-11-05T00:00:00Z')).toEqual([]);
  // In Shanghai the year has begun already.
  expect(faults(uncovered, '2098-12-31T16:00:00Z')).toEqual([['/calendar', 'calendar-covers-no-coming-year']]);
  const ownYear = { base: 'china', years: [{ year: 2099, holidays: ['2099-10-01'], makeUpDays: [] }] };
  expect(faults({ ...strict1, calendar: ownYear }, '2098-12-31T16:00:00Z')).toEqual([]);
  expect(faults({ ...strict1, calendar: ownYear }, '2099-12-31T16:00:00Z')).toHaveLength(1);
  expect(faults({ ...strict1, calendar: { base: 'weekdays', years: [] } }, '2099-12-31T16:00:00Z')).toEqual([]);
  expect(faults(defaultProcedure, '2099-12-31T16:00:00Z')).toEqual([]);
});

test('what is no procedure at all is answered too', () => {
  for (const document of [undefined, null, 'strict', 7, [], {}]) expect(found(document)).not.toEqual([]);
});

test('a procedure with faults is not published, and all of them are said', async () => {
  const mine = await givenAMine();
  const wrong: Procedure = { ...strict1, zone: 'Asia/Atlantis', regions: ['CN-XJ', 'CN-XJ'] };
  expect(await publishes(mine, wrong, '2018-12-01T00:00:00Z')).toMatchObject({
    kind: 'rejected',
    rejection: {
      code: 'invalid',
      faults: [
        { pointer: '/data/procedure/zone', code: 'unknown-time-zone' },
        { pointer: '/data/procedure/regions/1', code: 'region-twice' },
      ],
    },
  });
  expect((await mine.engine.procedures()).has('strict@1')).toBe(false);
});
