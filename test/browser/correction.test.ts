import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type MineAtServer, order } from '../course.ts';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify();

const fifth = '2024-11-05T09:00:00+08:00';

/** A mine closed on 5 November 2024, its inspection under way since the 10th. */
async function givenAnInspection(mineId: string): Promise<MineAtServer> {
  const mine = await rectify.registered({ mineId, occurredAt: '2024-01-08T09:00:00+08:00' });
  await mine.does(rectify.people.inspector, 'ClosureOrdered', order, { occurredAt: fifth });
  const started = { occurredAt: '2024-11-10T09:00:00+08:00' };
  await mine.does(rectify.people.inspector, 'InspectionStarted', { inspectionId: 'I1' }, started);
  return mine;
}

const dialog = (page: Page): Locator => page.getByRole('dialog');
const changes = (page: Page): Locator => dialog(page).getByRole('region', { name: 'What this changes' });
const show = (page: Page) => dialog(page).getByRole('button', { name: 'Show what this changes' }).click();

async function openTheCorrectionOfTheOrder(page: Page): Promise<void> {
  const entry = page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('listitem')
    .filter({ hasText: 'Closing ordered' });
  await entry.getByText('Details').click();
  await entry.getByRole('button', { name: 'Correct this fact' }).click();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('As the file says');
}

test('a correction shows what it changes before it is requested, and again to whoever grants it', async () => {
  const mine = await givenAnInspection('XJ-9001');
  await using inspector = await rectify.visit('/mines/XJ-9001', { as: 'inspector' });
  const { page } = inspector;
  await openTheCorrectionOfTheOrder(page);
  expect(
    await dialog(page)
      .getByRole('button', { name: /^Request/ })
      .count(),
  ).toBe(0);
  await dialog(page).getByLabel('Day').first().fill('6 Nov 2024');
  await show(page);
  await changes(page).getByRole('heading', { name: 'Closure 1' }).waitFor();
  const shown = await changes(page).textContent();
  expect(shown).toContain('5 Nov 2024, 09:00 → After: 6 Nov 2024, 09:00');
  // The days go on: at midnight there is one more before and after.
  const [, before, after] = /Before: (\d+) days → After: (\d+) days/.exec(shown ?? '') ?? [];
  expect(Number(before) - Number(after)).toBe(1);

  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('As the order says');
  await changes(page).waitFor({ state: 'hidden' });
  await show(page);
  await dialog(page).getByRole('button', { name: 'Request: Correct a fact' }).click();
  await page.getByText('Requested. A second person has to grant it').waitFor();

  await using supervisor = await rectify.visit('/mines/XJ-9001', { as: 'supervisor' });
  await supervisor.page.getByRole('button', { name: 'Approve' }).click();
  await changes(supervisor.page).getByRole('heading', { name: 'Closure 1' }).waitFor();
  await changes(supervisor.page).getByText('Mines shut at the end of 5 Nov 2024: one fewer.').waitFor();
  await dialog(supervisor.page).getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('region', { name: 'Timeline' }).getByText('corrected').first().waitFor();
  expect((await mine.now()).closure).toMatchObject({ since: '2024-11-06T09:00:00+08:00' });
  expect([inspector, supervisor].flatMap(({ complaints }) => complaints)).toEqual([]);
});

test('what would no longer be possible is named with the reason, and can be voided too, on a phone', async () => {
  const mine = await givenAnInspection('XJ-9002');
  await using inspector = await rectify.visit('/mines/XJ-9002', { as: 'inspector', width: 390 });
  const { page } = inspector;
  await openTheCorrectionOfTheOrder(page);
  await dialog(page).getByRole('radio', { name: 'It was never true' }).check();
  await show(page);
  await changes(page).getByText('This cannot be recorded as it is').waitFor();
  await changes(page).getByText('10 Nov 2024, 09:00 · Inspection started').waitFor();
  await changes(page).getByText('Not possible while the case stands at “operating”.').waitFor();
  expect(
    await dialog(page)
      .getByRole('button', { name: /^Request/ })
      .count(),
  ).toBe(0);
  const sideways = await dialog(page).evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(sideways).toBe(false);

  await dialog(page).getByRole('checkbox', { name: 'It was never true either: void it too' }).check();
  await changes(page).getByText('no closure').waitFor();
  await dialog(page).getByRole('button', { name: 'Request: Correct a fact' }).click();
  await page.getByText('Requested. A second person has to grant it').waitFor();
  const [approval] = (await mine.now()).detail.approvals;
  await mine.does(rectify.people.supervisor, 'ApprovalGranted', { approvalId: approval?.approvalId ?? '' });
  expect(await mine.now()).toMatchObject({ status: 'operating', cycle: 0, closure: null });
  expect(inspector.complaints).toEqual([]);
});

test('the campaign of an order is told by its name, also one that is no longer among the latest, and can be another', async () => {
  const { inspector, supervisor } = rectify.people;
  const opening = { trigger: 'power-outage', regions: ['CN-XJ'], authority: 'Energy Bureau', legalBasis: 'not stated' };
  const open = (campaignId: string, name: string) =>
    supervisor.post('/v1/campaigns', { ...opening, campaignId, name, occurredAt: fifth });
  await open('winter', 'Winter rectification');
  const mine = await rectify.registered({ mineId: 'XJ-9004', occurredAt: '2024-01-08T09:00:00+08:00' });
  await mine.does(inspector, 'ClosureOrdered', { ...order, campaignId: 'winter' }, { occurredAt: fifth });
  for (let number = 1; number <= 50; number += 1) await open(`later-${number}`, `Later rectification ${number}`);

  await using visitor = await rectify.visit('/mines?columns=name,campaign&q=XJ-9004', { as: 'inspector' });
  const { page } = visitor;
  await page.getByRole('cell', { name: 'Winter rectification', exact: true }).waitFor();
  await page.getByRole('group', { name: 'Campaign' }).getByText('Winter rectification').waitFor();
  await page.getByRole('link', { name: 'XJ-9004' }).click();
  await openTheCorrectionOfTheOrder(page);
  const campaign = dialog(page).getByRole('combobox', { name: 'Campaign' });
  await campaign.getByRole('option', { name: 'Winter rectification' }).waitFor({ state: 'attached' });
  expect(await campaign.inputValue()).toBe('winter');
  await campaign.getByRole('option', { name: 'Later rectification 1', exact: true }).waitFor({ state: 'attached' });
  await campaign.selectOption('Later rectification 50');
  await show(page);
  await changes(page).getByText('Winter rectification').waitFor();
  expect(await changes(page).textContent()).not.toContain('later-50');
  expect(visitor.complaints).toEqual([]);
});

test('in Chinese it says the same', async () => {
  await givenAnInspection('XJ-9003');
  await using inspector = await rectify.visit('/mines/XJ-9003', { as: 'inspector', language: 'zh-CN' });
  const { page } = inspector;
  const entry = page.getByRole('listitem').filter({ hasText: '责令停产' }).filter({ hasText: '更正此项记录' }).last();
  await entry.getByText('详情').click();
  await entry.getByRole('button', { name: '更正此项记录' }).click();
  await dialog(page).getByRole('textbox', { name: '理由' }).fill('以卷宗为准');
  await dialog(page).getByLabel('日期').first().fill('2024年11月6日');
  await dialog(page).getByRole('button', { name: '查看更正后的变化' }).click();
  const told = dialog(page).getByRole('region', { name: '更正后的变化' });
  await told.getByRole('heading', { name: '第1次停产' }).waitFor();
  expect(await told.textContent()).toContain('2024年11月6日 09:00');
  expect(inspector.complaints).toEqual([]);
});
