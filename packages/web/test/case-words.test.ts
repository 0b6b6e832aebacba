import { describe, expect, test } from '@jest/globals';
import { deadlineSentence } from '@rectify/words';
import type { DeadlineAnswer, MineDetail, NextAnswer } from '../src/api/answers.ts';
import { sortPossible, sortRefused } from '../src/case/actions/order.ts';
import { millisecondsOf } from '../src/case/iso-duration.ts';
import { matterOf } from '../src/case/matter.ts';
import { missingForReopening, sayMissing } from '../src/case/missing.ts';
import { type Speech, speechIn } from '../src/case/speech.ts';
import { deadline } from './a-closed-mine.ts';
import { aFinding, aMine, aRequirement } from './a-mine.ts';
import { inLanguage } from './in-language.ts';

const english = await inLanguage('en');
const chinese = await inLanguage('zh-CN');
const inEnglish = (today = '2018-11-11') => speechIn(english, 'en', today);
const inChinese = (today = '2018-11-11') => speechIn(chinese, 'zh-CN', today);
const matter = (mine: MineDetail, speech: Speech) => matterOf(mine, speech).join(speech.t === english ? ' ' : '');

const due = (rule: DeadlineAnswer['rule'], dueOn: string, more: Partial<DeadlineAnswer> = {}): DeadlineAnswer => ({
  ...deadline(rule, dueOn, 'tax'),
  ...more,
});

const closure = (fields: Partial<NonNullable<MineDetail['closure']>>): MineDetail['closure'] => {
  const { closure: base } = aMine();
  return base && { ...base, ...fields };
};

describe('what is the matter with a mine', () => {
  const waiting = aMine({ deadlines: [due('first-inspection', '2018-11-19')] });

  test('closed and waiting for an inspection that is not late yet', () => {
    expect(matter(waiting, inEnglish())).toBe(
      'Closed by order of local authorities since 5 Nov 2018. Waiting for an inspection by the tax office, due 19 Nov.',
    );
    expect(matter(waiting, inChinese())).toBe(
      '自2018年11月5日起由地方主管部门责令停产。等待税务部门检查，期限11月19日。',
    );
  });

  test('the authority is late: by how much, in the same sentence', () => {
    expect(matter(waiting, inEnglish('2018-11-23'))).toMatch(/due 19 Nov — 4 days late\.$/);
    expect(matter(waiting, inChinese('2018-11-23'))).toMatch(/期限11月19日，已逾期4天。$/);
  });

  test('what the source does not state is not made up', () => {
    const mine = aMine({}, { closure: closure({ authority: 'not stated' }) });
    expect(matter(mine, inEnglish())).toMatch(/^Closed since 5 Nov 2018; by which authority is not stated\./);
  });

  test('a time known to the month shows no day', () => {
    const mine = aMine({}, { closure: closure({ sincePrecision: 'month' }) });
    expect(matter(mine, inEnglish())).toMatch(/since November 2018\./);
  });

  test('shut without an order because the site moved', () => {
    const mine = aMine({}, { closure: closure({ cause: 'relocation', authority: null }) });
    expect(matter(mine, inEnglish())).toMatch(/^Shut since 5 Nov 2018, because it moved to a new site\./);
  });

  test('remediating: how many findings, the first due day, how late', () => {
    const mine = aMine(
      {
        findings: [aFinding, { ...aFinding, findingId: 'F2', dueOn: '2018-12-12' }],
        inspections: {
          scheduled: null,
          running: null,
          reinspection: true,
          lastFailedAt: '2018-11-14T12:00:00+08:00',
          remediationDeclaredAt: null,
        },
      },
      { state: { operation: 'closed.remediating', appeal: 'none', power: 'none' } },
    );
    expect(matter(mine, inEnglish('2018-12-01'))).toBe(
      'Closed by order of local authorities since 5 Nov 2018. It did not pass the inspection of 14 Nov. ' +
        'The owner has to make good 2 faults, the first due 28 Nov — 3 days late.',
    );
  });

  test('inspected never stands alone: it is still shut, and what is missing is said by who has to act', () => {
    const mine = aMine(
      {
        checks: [],
        requirements: [
          aRequirement('LICENCES', 'licensing', 'submitted'),
          aRequirement('POWER_SUPPLY_PROCEDURE', 'power', 'returned'),
          aRequirement('SOCIAL_SECURITY', 'social-security', 'satisfied'),
        ],
      },
      { status: 'inspected', state: { operation: 'inspected', appeal: 'none', power: 'none' } },
    );
    expect(matter(mine, inEnglish())).toMatch(
      /The inspection passed; it is still shut\. Missing for reopening — licensing office: licences, certification of the requirements; owner: power supply procedure\.$/,
    );
  });

  test('a stay lets it run, an appeal alone does not', () => {
    const under = (appeal: 'lodged.unstayed' | 'lodged.stayed') =>
      aMine(
        {},
        {
          state: { operation: 'closed.awaitingInspection', appeal, power: 'none' },
          closure: closure({ underAppeal: true }),
        },
      );
    expect(matter(under('lodged.unstayed'), inEnglish())).toMatch(/it does not by itself let the mine run\.$/);
    expect(matter(under('lodged.stayed'), inEnglish())).toMatch(/it may run meanwhile\.$/);
  });

  test('running again, and how long it was shut', () => {
    const mine = aMine(
      {},
      {
        status: 'reopened',
        shut: false,
        mayOperate: true,
        state: { operation: 'reopened', appeal: 'none', power: 'none' },
        closure: closure({ until: '2018-12-21T09:30:00+08:00', outcome: 'reopened', ongoing: false, days: 46 }),
      },
    );
    expect(matter(mine, inEnglish('2018-12-31'))).toBe('Running again since 21 Dec 2018, after a closure of 46 days.');
    expect(matter(mine, inChinese('2018-12-31'))).toBe('停产46天后，自2018年12月21日起恢复运行。');
  });

  test('a request made after the day one looks at is not the matter on that day', () => {
    const approval = {
      approvalId: 'Q1',
      event: { type: 'ReopeningAuthorised', data: {} },
      revision: 3,
      requestedBy: { role: 'supervisor', office: 'energy' },
      granters: ['supervisor'],
      requestedAt: '2018-12-19T15:00:00+08:00',
      eventId: 'e-9',
    } as const;
    const mine = aMine({ approvals: [approval] });
    expect(matter(mine, inEnglish())).not.toMatch(/request/);
    expect(matter({ ...mine, asOf: '2018-12-20T00:00:00+08:00' }, inEnglish('2018-12-20'))).toMatch(
      /A request to authorise reopening waits for a second person\.$/,
    );
  });
});

test('everything missing for reopening is said at once, each with who has to act', () => {
  const letter = {
    letterId: 'G1',
    status: 'demanded',
    since: '2018-12-13T10:00:00+08:00',
    cycle: 1,
    counts: true,
    text: 'The mine undertakes …',
    dueOn: '2018-12-20',
    onBehalfOf: null,
    legalBasis: null,
    demandedFor: null,
    document: null,
    reason: null,
  } as const;
  const mine = aMine(
    { requirements: [aRequirement('POWER_SUPPLY_PROCEDURE', 'power', 'submitted')], letters: [letter] },
    { status: 'licensed', state: { operation: 'licensed', appeal: 'none', power: 'none' } },
  );
  expect(sayMissing(missingForReopening(mine, inEnglish()), inEnglish())).toBe(
    'power supply procedure (power office), guarantee letter (owner)',
  );
  expect(sayMissing(missingForReopening(mine, inChinese()), inChinese())).toBe(
    '供电程序（供电主管部门）、保证书（经营者）',
  );
});

describe('a deadline as a sentence', () => {
  test('binds the authority too: it was due, and is so many days late', () => {
    const deadline = due('first-inspection', '2018-11-19');
    expect(deadlineSentence(deadline, inEnglish('2018-11-23'))).toBe(
      'The inspection was due on 19 Nov; it is 4 days late.',
    );
    expect(deadlineSentence(deadline, inEnglish('2018-11-19'))).toBe('The inspection is due today.');
    expect(deadlineSentence(deadline, inEnglish('2018-11-18'))).toBe('The inspection is due on 19 Nov, in 1 day.');
  });

  test('an extended one names its first due day', () => {
    const deadline = due('remediation', '2018-12-12', { originalDueOn: '2018-12-02' });
    expect(deadlineSentence(deadline, inEnglish())).toMatch(/It was first due on 2 Dec\.$/);
  });

  test('one whose day the calendar does not give says so, and of which year', () => {
    const undated = {
      dueOn: null,
      dueAt: null,
      originalDueOn: null,
      undated: { code: 'uncovered-year', year: 2027 },
    } as const;
    expect(deadlineSentence(due('first-inspection', '', undated), inEnglish())).toBe(
      'The inspection: no due day yet. The calendar does not say which days of 2027 are worked.',
    );
  });

  test('the right to appeal is no debt', () => {
    const deadline = due('appeal', '2018-12-05');
    expect(deadlineSentence(deadline, inEnglish())).toBe('The owner can appeal until 5 Dec.');
    expect(deadlineSentence(deadline, inEnglish('2018-12-06'))).toMatch(/a later one is marked as late/);
  });
});

describe('what one can do', () => {
  const possible = (...types: NextAnswer['possible'][number]['type'][]): NextAnswer['possible'] =>
    types.map((type) => ({ type, schema: {}, needsApproval: false }));

  test('the next step of the way stands first, what ends something last, answers to requests with their request', () => {
    const sorted = sortPossible(
      possible('NoteAdded', 'InspectionFailed', 'ApprovalGranted', 'InspectionPassed', 'MineDecommissioned'),
      aMine(),
    );
    expect(sorted.first?.type).toBe('InspectionPassed');
    expect(sorted.steps.map(({ type }) => type)).toEqual(['InspectionFailed']);
    expect(sorted.file.map(({ type }) => type)).toEqual(['NoteAdded']);
    expect(sorted.lasting.map(({ type }) => type)).toEqual(['MineDecommissioned']);
  });

  test('ordering a closure never stands out as the thing to do', () => {
    expect(sortPossible(possible('ClosureOrdered'), aMine()).first).toBeNull();
  });

  test('saying no to an owner never stands out as the thing to do', () => {
    expect(sortPossible(possible('LiftRefused'), aMine()).first).toBeNull();
    expect(sortPossible(possible('ExtensionRefused'), aMine()).first).toBeNull();
  });

  test('what is requested already is not offered again, and nothing stands out beside the request', () => {
    const mine = aMine({
      approvals: [
        {
          approvalId: 'Q1',
          event: { type: 'ReopeningAuthorised', data: {} },
          revision: 3,
          requestedBy: { role: 'supervisor', office: 'energy' },
          granters: ['supervisor'],
          requestedAt: '2018-11-10T15:00:00+08:00',
          eventId: 'e-9',
        },
      ],
    });
    const sorted = sortPossible(possible('ReopeningAuthorised', 'RequirementSatisfied', 'FactCorrected'), mine);
    expect(sorted.first).toBeNull();
    expect(sorted.steps.map(({ type }) => type)).toEqual(['RequirementSatisfied']);
    expect(sorted.file.map(({ type }) => type)).toEqual(['FactCorrected']);
  });

  test('a scheduled inspection is started rather than scheduled again', () => {
    const scheduled = { inspectionId: 'I1', scheduledFor: '2018-11-19' };
    const { inspections } = aMine().detail;
    const mine = aMine({ inspections: { ...inspections, scheduled } });
    expect(sortPossible(possible('InspectionScheduled', 'InspectionStarted'), mine).first?.type).toBe(
      'InspectionStarted',
    );
  });

  test('what is not possible is sorted by why: not yet, for others, not now', () => {
    const notYours = { code: 'not-yours', detail: '', who: 'owner' } as const;
    const noStep = { code: 'no-such-step', detail: '', who: 'nobody' } as const;
    const sorted = sortRefused(
      [
        { type: 'EvidenceSubmitted', reasons: [notYours] },
        { type: 'LiftRefused', reasons: [{ code: 'no-lift-request', detail: '', who: 'owner' }] },
        { type: 'ReopeningAuthorised', reasons: [noStep] },
        { type: 'InspectionPassed', reasons: [noStep] },
      ],
      aMine(),
    );
    const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);
    expect(types(sorted.notYet)).toEqual(['ReopeningAuthorised']);
    expect(types(sorted.others)).toEqual(['EvidenceSubmitted']);
    expect(types(sorted.notNow)).toEqual(['LiftRefused', 'InspectionPassed']);
  });
});

test('an exact duration is read back to the millisecond', () => {
  expect(millisecondsOf('P6DT3H20M1.5S')).toBe(((6 * 24 + 3) * 60 + 20) * 60_000 + 1500);
  expect(millisecondsOf('PT0S')).toBe(0);
  expect(millisecondsOf('P1M')).toBeNull();
});
