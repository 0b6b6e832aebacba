import { describe, expect, test } from '@jest/globals';
import type { Role } from '@rectify/engine/rectification';
import type { WorkItemAnswer } from '../src/api/answers.ts';
import { type Speech, speechIn } from '../src/case/speech.ts';
import { groupsOf } from '../src/work/work-groups.ts';
import { workSearch } from '../src/work/work-search.ts';
import { wordsOfWork } from '../src/work/work-words.ts';
import { inLanguage } from './in-language.ts';

const [english, chinese] = await Promise.all([inLanguage('en'), inLanguage('zh-CN')]);
const inEnglish = speechIn(english, 'en', '2018-11-23');
const inChinese = speechIn(chinese, 'zh-CN', '2018-11-23');

/** An item of the queue of 23 November 2018. */
function anItem(fields: Partial<WorkItemAnswer>): WorkItemAnswer {
  return {
    mineId: 'XJ-0004',
    name: 'Demonstration Mine 4',
    region: 'CN-XJ',
    status: 'closed',
    assignee: null,
    kind: 'deadline',
    rule: 'first-inspection',
    since: '2018-11-05T00:00:00+08:00',
    office: 'tax',
    subject: null,
    dueOn: '2018-11-19',
    overdue: true,
    approvalId: null,
    event: null,
    requestedByRole: null,
    ...fields,
  };
}

const request = anItem({
  kind: 'approval',
  rule: 'approval-answer',
  event: 'ClosureOrdered',
  approvalId: 'Q1',
  requestedByRole: 'inspector',
  dueOn: '2018-11-26',
  overdue: false,
});
const aStep = (rule: string) => anItem({ kind: 'step', rule, office: 'energy', dueOn: null, overdue: false });
const what = (item: WorkItemAnswer, speech: Speech, role: Role = 'supervisor') => wordsOfWork(item, role, speech).what;

describe('an item of the queue', () => {
  test('that is a request says what is asked for and who asks', () => {
    expect(wordsOfWork(request, 'supervisor', inEnglish)).toEqual({
      what: 'Answer the request to order closing',
      origin: 'by an inspector',
      since: '5 Nov',
      due: 'due 26 Nov',
      late: null,
    });
    expect(wordsOfWork(request, 'supervisor', inChinese)).toMatchObject({
      what: '答复报批：责令停产',
      origin: '检查人员报批',
    });
  });

  test('that is late says by how much, and since when', () => {
    expect(wordsOfWork(anItem({}), 'inspector', inEnglish)).toMatchObject({
      what: 'First inspection',
      due: 'due 19 Nov',
      late: '4 days late',
    });
    expect(wordsOfWork(anItem({}), 'inspector', speechIn(english, 'en', '2019-01-02')).due).toBe('due 19 Nov 2018');
    expect(wordsOfWork(anItem({}), 'inspector', inChinese).late).toBe('逾期4天');
  });

  test('that is evidence to answer names the requirement', () => {
    const evidence = anItem({ rule: 'evidence-answer', subject: 'SOCIAL_SECURITY' });
    expect(what(evidence, inEnglish, 'licensing')).toBe('Answer the evidence: social security of employees');
  });

  test('that is only told of names the office that is late', () => {
    expect(wordsOfWork(anItem({ kind: 'notice' }), 'supervisor', inEnglish)).toMatchObject({
      what: 'The tax office is late: first inspection',
      origin: 'for information',
      late: '4 days late',
    });
    expect(what(anItem({ kind: 'notice', office: null }), inEnglish)).toBe('The authority is late: first inspection');
  });

  test('that is the next step of a case says what to do, to whom it falls', () => {
    expect(wordsOfWork(aStep('inspected'), 'licensing', inEnglish)).toEqual({
      what: 'Certify the requirements',
      origin: null,
      since: '5 Nov',
      due: null,
      late: null,
    });
    expect(what(aStep('closed.awaitingInspection'), inEnglish, 'inspector')).toBe('Inspect the mine');
    expect(what(aStep('licensed'), inEnglish, 'supervisor')).toBe('Decide on reopening');
    expect(what(aStep('licensed'), inEnglish, 'inspector')).toBe('Verify the curtailment of power');
  });
});

test('the queue stands under what is overdue, what is due next, and what has no day; nothing stands under nothing', () => {
  const overdue = anItem({});
  const step = aStep('inspected');
  expect(groupsOf([overdue, request, step])).toEqual([
    { name: 'overdue', items: [overdue] },
    { name: 'next', items: [request] },
    { name: 'undated', items: [step] },
  ]);
  expect(groupsOf([step]).map(({ name }) => name)).toEqual(['undated']);
});

test('the address of the queue leaves out what it does not know instead of failing', () => {
  expect(workSearch.parse({ scope: 'all', kind: 'colour', overdue: 'maybe', page: '1', region: 'CN-XJ' })).toEqual({
    region: 'CN-XJ',
  });
  expect(workSearch.parse({ scope: 'office', kind: 'step', overdue: 'true', page: '2' })).toEqual({
    scope: 'office',
    kind: 'step',
    overdue: 'true',
    page: 2,
  });
});
