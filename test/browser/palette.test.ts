import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onTheWayTo } from '../course.ts';
import { givenRectify } from './given-rectify.ts';
import { drawn } from './visitor.ts';

const rectify = givenRectify();
beforeAll(async () => {
  await onTheWayTo('closed', await rectify.registered({ mineId: 'XJ-9001', name: 'The closed mine' }));
  await rectify.registered({ mineId: 'XJ-9002', name: 'The running mine' });
});

const palette = (page: Page) => page.getByRole('dialog', { name: 'Go to, or do' });
const choice = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name });

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await palette(page).getByRole('combobox').fill(text);
}

test('a mine is found by its name or number from anywhere, and opened without a mouse', async () => {
  await using visitor = await rectify.visit('/statistics', { as: 'inspector' });
  const { page } = visitor;
  await drawn(page);
  await type(page, 'closed mi');
  await choice(page, /^The closed mine.*Closed.*XJ-9001/).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/mines\/XJ-9001$/);
  await type(page, 'xj-9002');
  await choice(page, /The running mine/).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/mines\/XJ-9002$/);
  await type(page, 'no such thing');
  await palette(page).getByText('Nothing matches “no such thing”.').waitFor();
  await page.keyboard.press('Escape');
  await palette(page).waitFor({ state: 'hidden' });
  expect(visitor.complaints).toEqual([]);
});

test('the actions of the open case are there, and lead to their forms; what cannot be done is not', async () => {
  await using visitor = await rectify.visit('/mines/XJ-9001', { as: 'inspector' });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Schedule an inspection' }).waitFor();
  await type(page, 'inspection');
  await choice(page, 'Schedule an inspection').click();
  await page
    .getByRole('dialog', { name: 'Schedule an inspection' })
    .getByRole('group', { name: 'Scheduled for' })
    .waitFor();
  await page.waitForURL(/act=InspectionScheduled/);
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await type(page, 'authorise reopening');
  await palette(page).getByText('Nothing matches').waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('on a phone, where there are no keys, a button of the header opens it', async () => {
  await using visitor = await rectify.visit('/statistics', { as: 'inspector', width: 390 });
  const { page } = visitor;
  await drawn(page);
  await page.getByRole('banner').getByRole('button', { name: 'Go to…' }).click();
  await palette(page).getByRole('combobox').fill('closed mi');
  await choice(page, /^The closed mine/).click();
  await page.waitForURL(/\/mines\/XJ-9001$/);
  await palette(page).waitFor({ state: 'hidden' });
  expect(visitor.complaints).toEqual([]);
});

test('it leads to every place of one’s role and no other, to a day, and to the other language', async () => {
  await using visitor = await rectify.visit('/mines', { as: 'analyst' });
  const { page } = visitor;
  await drawn(page);
  await page.getByRole('button', { name: /^Go to…/ }).click();
  for (const link of await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents())
    await choice(page, link).waitFor();
  expect(await choice(page, 'My work').count()).toBe(0);
  await palette(page).getByRole('combobox').fill('11 nov 2018');
  await choice(page, 'Look back to 11 Nov 2018').click();
  await page.waitForURL(/asOf=2018-11-11/);
  await type(page, 'back to now');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.searchParams.has('asOf'));
  await type(page, '中文');
  await choice(page, /简体中文/).click();
  await page.getByRole('heading', { name: '矿场', level: 1 }).waitFor();
  expect(visitor.complaints).toEqual([]);
});
