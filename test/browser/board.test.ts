import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify({ demonstration: true });

const lineOf = (page: Page, mineId: string) => page.getByRole('row', { name: new RegExp(mineId) });

test('the demonstration opens as of its last day, and goes to the 11th of November and to today', async () => {
  await using visitor = await rectify.visit('/', { as: 'analyst' });
  const { page } = visitor;
  const band = page.getByRole('region', { name: 'As of' });
  await band.getByText('As of 31 Dec 2018').waitFor();

  await band.getByRole('button', { name: 'Go to 11 Nov 2018' }).click();
  await band.getByText('As of 11 Nov 2018').waitFor();
  await lineOf(page, 'XJ-0001').getByRole('cell', { name: '6 days', exact: true }).waitFor();
  await lineOf(page, 'XJ-0001').getByText('Closed', { exact: true }).waitFor();
  expect(await page.getByRole('row', { name: /Reopened/ }).count()).toBe(0);

  await band.getByRole('button', { name: 'Go to today' }).click();
  await band.waitFor({ state: 'hidden' });
  await lineOf(page, 'XJ-0001').getByText('Reopened', { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('any day can be typed, and the address keeps it', async () => {
  await using visitor = await rectify.visit('/mines?asOf=today', { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Look back…' }).click();
  await page.getByRole('textbox', { name: 'True on' }).fill('4 Nov 2018');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('As of 4 Nov 2018').waitFor();
  await lineOf(page, 'XJ-0001').getByText('Operating', { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('2018-11-04');
  await page.reload();
  await page.getByText('As of 4 Nov 2018').waitFor();

  await page.getByRole('button', { name: 'One day later' }).click();
  await page.getByText('As of 5 Nov 2018').waitFor();
  await lineOf(page, 'XJ-0001').getByText('Closed', { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('filters and words narrow the list, stand in the address, and say so when nothing is left', async () => {
  await using visitor = await rectify.visit('/mines?asOf=2018-11-11', { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('checkbox', { name: /^Closed/ }).check();
  await page.getByRole('checkbox', { name: /^Guizhou/ }).check();
  await page.waitForURL(/status=closed/);
  await lineOf(page, 'XJ-0001').waitFor({ state: 'hidden' });
  await lineOf(page, 'GZ-0001').waitFor();

  await page.getByRole('searchbox', { name: 'Search mines' }).fill('no such mine');
  await page.getByText('No mine matches “no such mine”.').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await lineOf(page, 'XJ-0001').waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('the page speaks English and Chinese, says which, and remembers it', async () => {
  await using visitor = await rectify.visit('/mines?asOf=2018-11-11', { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('heading', { name: 'Mines', level: 1 }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');

  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '矿场', level: 1 }).waitFor();
  await page.getByText('截至2018年11月11日').waitFor();
  await lineOf(page, 'XJ-0001').getByRole('cell', { name: '6天', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');

  await page.reload();
  await page.getByRole('heading', { name: '矿场', level: 1 }).waitFor();
  await lineOf(page, 'XJ-0001')
    .getByRole('link', { name: /^Demonstration Mine 1/ })
    .click();
  await page.getByText('2018年11月5日').first().waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('5 Nov 2018').first().waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('everything that is shown is marked as a demonstration', async () => {
  await using visitor = await rectify.visit('/mines', { as: 'inspector' });
  const { page } = visitor;
  await page.getByText('Demonstration', { exact: true }).first().waitFor();
  await page.getByRole('contentinfo').getByText('Demonstration data').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Demonstration: not an official document').waitFor();
  expect(visitor.complaints).toEqual([]);
});
