import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onTheWayTo } from '../course.ts';
import { givenRectify } from './given-rectify.ts';
import { drawn } from './visitor.ts';

/** More than are asked for at once, and far more than a window shows. */
const MINES = 230;

const rectify = givenRectify();
beforeAll(async () => {
  for (let number = 1; number <= MINES; number += 1) {
    const mineId = `XJ-${String(number).padStart(4, '0')}`;
    await rectify.registered({ mineId, name: `Mine ${mineId}`, operator: `Operator ${number}` });
  }
});

const lineOf = (page: Page, mineId: string) => page.getByRole('row', { name: new RegExp(mineId) });
const boxOf = (page: Page, mineId: string) => page.getByRole('checkbox', { name: `Select Mine ${mineId}` });
const focusedMine = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-mine'));

/** Turns the wheel until the last line is there: each turn asks for more, as long as there are more. */
async function scrollToTheEnd(page: Page): Promise<void> {
  await page.mouse.move(800, 600);
  const more = page.getByRole('button', { name: /^(Show more mines|Loading…)$/ });
  while ((await more.count()) > 0) {
    await page.mouse.wheel(0, 3000);
    await drawn(page);
  }
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
}

test('lines come as one scrolls, only those near the window are drawn, and back leads to where one was', async () => {
  await using visitor = await rectify.visit('/mines?sort=name', { as: 'inspector' });
  const { page } = visitor;
  await lineOf(page, 'XJ-0001').waitFor();
  await page.getByText(`${MINES} mines`, { exact: true }).waitFor();
  expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe(String(MINES + 1));

  await scrollToTheEnd(page);
  await lineOf(page, `XJ-0${MINES}`).waitFor();
  expect(await lineOf(page, 'XJ-0001').count()).toBe(0);
  expect(await page.locator('tbody tr[data-index]').count()).toBeLessThan(100);

  const link = lineOf(page, `XJ-0${MINES}`).getByRole('link', { name: /^Mine / });
  await link.click();
  await page.waitForURL(new RegExp(`/mines/XJ-0${MINES}`));
  await drawn(page);
  await page.goBack();
  await link.waitFor();
  await page.waitForFunction(() => scrollY > 1000);
  expect(visitor.complaints).toEqual([]);
});

test('columns are chosen, stand in the address, and are kept on the device', async () => {
  await using visitor = await rectify.visit('/mines?sort=name', { as: 'inspector', width: 1440 });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Operator', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Last change', exact: true }).uncheck();
  await page.keyboard.press('Escape');
  await lineOf(page, 'XJ-0007').getByRole('cell', { name: 'Operator 7', exact: true }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Last change' }).count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('columns')).toContain('operator');

  await page.goto('/mines');
  await page.waitForURL(/columns=.*operator/);
  await page.getByRole('columnheader', { name: 'Operator' }).waitFor();

  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('button', { name: 'The usual columns' }).click();
  await page.waitForURL((url) => !url.searchParams.has('columns'));
  await page.getByRole('columnheader', { name: 'Last change' }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('a view is given a name, found again, renamed and removed', async () => {
  await using visitor = await rectify.visit('/mines?q=XJ-001&sort=-name', { as: 'inspector' });
  const { page } = visitor;
  const views = page.getByRole('region', { name: 'Saved views' });
  await page.getByText('10 mines', { exact: true }).waitFor();
  await views.getByRole('button', { name: 'Save this view…' }).click();
  await page.getByRole('dialog').getByLabel('Name of the view').fill('The tens');
  await page.getByRole('dialog').getByRole('button', { name: 'Save the view' }).click();

  await page.goto('/mines');
  await page.getByText(`${MINES} mines`, { exact: true }).waitFor();
  await views.getByRole('link', { name: 'The tens' }).click();
  await page.getByText('10 mines', { exact: true }).waitFor();
  await page.waitForURL(/q=XJ-001&sort=-name/);
  expect(await views.getByRole('link', { name: 'The tens' }).getAttribute('aria-current')).toBe('page');

  await views.getByRole('button', { name: 'Rename or remove: The tens' }).click();
  await page.getByRole('dialog').getByLabel('Name of the view').fill('Ten to nineteen');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await views.getByRole('link', { name: 'Ten to nineteen' }).waitFor();
  await page.reload();
  await views.getByRole('button', { name: 'Rename or remove: Ten to nineteen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await views.getByRole('link').waitFor({ state: 'hidden' });
  expect(visitor.complaints).toEqual([]);
});

test('mines are selected with the keyboard and with boxes; other filters begin anew', async () => {
  await using visitor = await rectify.visit('/mines?sort=name', { as: 'licensing' });
  const { page } = visitor;
  const bar = page.getByRole('region', { name: 'Selected mines' });
  await lineOf(page, 'XJ-0001').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await bar.getByText('1 selected').waitFor();
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+ArrowDown');
  await bar.getByText('3 selected').waitFor();
  expect(await focusedMine(page)).toBe('XJ-0003');
  await page.keyboard.press('x');
  await bar.getByText('2 selected').waitFor();

  await boxOf(page, 'XJ-0005').click();
  await boxOf(page, 'XJ-0008').click({ modifiers: ['Shift'] });
  await bar.getByText('6 selected').waitFor();
  await bar.getByText('Inspectors and supervisors act on many mines at once.').waitFor();
  const saving = page.waitForEvent('download');
  await bar.getByRole('button', { name: 'Save as CSV' }).click();
  const lines = readFileSync(await (await saving).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual([
    'Number',
    ...[1, 2, 5, 6, 7, 8].map((number) => `XJ-000${number}`),
  ]);

  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'hidden' });
  await page.getByRole('checkbox', { name: 'Select all that are listed' }).check();
  await bar.getByRole('button', { name: `Select all ${MINES} that fit` }).click();
  await bar.getByText(`All ${MINES} that fit`).waitFor();
  await page.getByRole('searchbox', { name: 'Search mines' }).fill('XJ-0001');
  await bar.waitFor({ state: 'hidden' });
  expect(visitor.complaints).toEqual([]);
});

test('an inspector schedules inspections of the selected mines, after seeing of each whether it will happen', async () => {
  for (const number of [11, 12])
    await onTheWayTo('closed', await rectify.registered({ mineId: `XJ-SH${number}`, name: `Shut ${number}` }));
  await using visitor = await rectify.visit('/mines?q=XJ-SH&sort=name', { as: 'inspector' });
  const { page } = visitor;
  const bar = page.getByRole('region', { name: 'Selected mines' });
  await page.getByRole('checkbox', { name: 'Select Shut 11' }).check();
  await bar.getByText('none is open').waitFor();
  await rectify.people.supervisor.post('/v1/campaigns', {
    campaignId: 'winter',
    name: 'Winter rectification',
    trigger: 'power-outage',
    regions: ['CN-XJ'],
    authority: 'Energy Bureau',
    legalBasis: 'not stated',
  });
  await page.reload();
  await page.getByRole('checkbox', { name: 'Select Shut 11' }).check();
  await page.getByRole('checkbox', { name: 'Select Shut 12' }).check();
  await bar.getByRole('combobox', { name: 'In which campaign' }).waitFor();
  await bar.getByRole('link', { name: 'Preview…' }).click();

  await page.getByText('2 mines chosen').waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Shut 11 XJ-SH11' })
    .getByRole('link', { name: 'Shut 11' })
    .waitFor();
  await page.getByRole('group', { name: 'Scheduled for' }).getByLabel('Day').fill('15 Jan 2099');
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByText('2 will happen at once').waitFor();
  await page.getByRole('heading', { name: 'Will happen' }).waitFor();
  await page.getByRole('link', { name: 'Shut 12' }).waitFor();
  await page.getByRole('button', { name: 'Schedule an inspection: 2 mines' }).click();
  await page.getByText('happened (2)').waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Shut 12 XJ-SH12' })
    .getByRole('link', { name: 'Shut 12' })
    .waitFor();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  expect(readFileSync(await (await saving).path(), 'utf8')).toMatch(/XJ-SH11,Shut 11,happened,/);
  expect(visitor.complaints).toEqual([]);
});
