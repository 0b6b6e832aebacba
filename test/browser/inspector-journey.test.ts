import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify();
beforeAll(async () => {
  await rectify.registered({ mineId: 'XJ-7000', name: 'Birch Hollow' });
});

/** What the page says on the way, and so what somebody who has read no manual goes by. */
const labels = {
  en: {
    inspector: 'Inspector 1',
    supervisor: 'Supervisor 1',
    search: 'Search mines',
    orderClosing: 'Order closing',
    grounds: 'Grounds',
    authority: 'Authority',
    legalBasis: 'Legal basis',
    request: 'Request: Order closing',
    mustStop: 'must stop running.',
    requested: 'Requested. A second person has to grant it',
    work: 'My work',
    answer: 'Answer the request to order closing',
    approve: 'Approve',
    inEffect: 'In effect: Closing ordered.',
    closedBy: /^Closed by order of Energy Bureau/,
    schedule: 'Schedule an inspection',
    scheduledFor: 'Scheduled for',
    day: 'Day',
    inspectionDay: '15 Jan 2099',
    dueDay: '15 Feb 2099',
    scheduled: 'Recorded: Inspection scheduled',
    start: 'Start the inspection',
    started: 'Recorded: Inspection started',
    raise: 'Raise a finding',
    description: 'Description',
    dueOn: 'Due on',
    raised: 'Recorded: Finding raised',
    fail: 'Fail the inspection',
    failed: 'Recorded: Inspection failed',
    ownersTurn: 'The owner has to make good 1 fault',
  },
  'zh-CN': {
    inspector: '检查人员1',
    supervisor: '主管人员1',
    search: '搜索矿场',
    orderClosing: '责令停产',
    grounds: '事由',
    authority: '作出机关',
    legalBasis: '法律依据',
    request: '报批：责令停产',
    mustStop: '必须停止运行。',
    requested: '已报批，须由另一人员批准',
    work: '待办',
    answer: '答复报批：责令停产',
    approve: '批准',
    inEffect: '已生效：责令停产。',
    closedBy: /由Energy Bureau责令停产。/,
    schedule: '安排检查',
    scheduledFor: '检查时间',
    day: '日期',
    inspectionDay: '2099年1月15日',
    dueDay: '2099年2月15日',
    scheduled: '已记录：已安排检查',
    start: '开始检查',
    started: '已记录：检查开始',
    raise: '登记问题',
    description: '说明',
    dueOn: '期限',
    raised: '已记录：登记问题',
    fail: '判定检查不通过',
    failed: '已记录：检查不通过',
    ownersTurn: '经营者须整改1项问题',
  },
} as const;

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();

/** Answers the open form with the button that says what it does. */
async function send(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

test.each([
  ['en', 'Alder Hollow'],
  ['zh-CN', 'Cedar Hollow'],
] as const)(
  'in %s a new inspector closes a mine with a second person, schedules an inspection and fails it, by what the page says alone',
  async (language, name) => {
    const say = labels[language];
    const mine = await rectify.registered({ mineId: `XJ-${name}`.replaceAll(' ', '-'), name });
    await using inspector = await rectify.visit('/', { language });
    const { page } = inspector;
    const form = page.getByRole('dialog');
    await press(page, say.inspector);
    await page.getByLabel(say.search).fill(name);
    await page.getByRole('row', { name }).waitFor();
    await page.getByRole('link', { name }).click();

    await press(page, say.orderClosing);
    await form.getByLabel(say.grounds, { exact: true }).fill('Strict inspection after the outage');
    await form.getByLabel(say.authority, { exact: true }).fill('Energy Bureau');
    await form.getByLabel(say.legalBasis, { exact: true }).fill('Order 7 of 2018');
    await send(page, say.request);
    await form.getByText(`${name}${language === 'en' ? ' ' : ''}${say.mustStop}`).waitFor();
    await send(page, say.request);
    await page.getByText(say.requested).waitFor();

    await using supervisor = await rectify.visit('/', { language });
    await press(supervisor.page, say.supervisor);
    await supervisor.page.getByRole('link', { name: say.work }).click();
    await supervisor.page.getByRole('link', { name: say.answer }).click();
    await supervisor.page.getByText('Strict inspection after the outage').first().waitFor();
    await press(supervisor.page, say.approve);
    await send(supervisor.page, say.approve);
    await supervisor.page.getByText(say.inEffect).waitFor();

    await page.getByText(say.closedBy).first().waitFor();
    await press(page, say.schedule);
    await form.getByRole('group', { name: say.scheduledFor }).getByLabel(say.day).fill(say.inspectionDay);
    await send(page, say.schedule);
    await page.getByText(say.scheduled).waitFor();

    await press(page, say.start);
    await send(page, say.start);
    await page.getByText(say.started).waitFor();
    await press(page, say.raise);
    await form.getByLabel(say.description, { exact: true }).fill('Transformer without a fence');
    await form.getByLabel(say.dueOn, { exact: true }).fill(say.dueDay);
    await send(page, say.raise);
    await page.getByText(say.raised).waitFor();
    await press(page, say.fail);
    await send(page, say.fail);
    await page.getByText(say.failed).waitFor();
    await page.getByText(say.ownersTurn).waitFor();

    const types = (await mine.history()).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['ClosureOrdered', 'InspectionScheduled', 'InspectionFailed']));
    const { status, state } = await mine.now();
    expect({ status, operation: state.operation }).toEqual({ status: 'closed', operation: 'closed.remediating' });
    expect([...inspector.complaints, ...supervisor.complaints]).toEqual([]);
  },
);
