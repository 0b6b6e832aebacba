import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify();
beforeAll(async () => {
  for (const number of [1, 2, 3]) await rectify.registered({ mineId: `XJ-000${number}`, name: `Mine ${number}` });
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('a supervisor opens a campaign, orders many mines closed after seeing what would happen, and another one grants the orders', async () => {
  await using supervisor = await rectify.visit('/campaigns', { as: 'supervisor' });
  const { page } = supervisor;
  await page.getByText('No campaign has been opened yet.').waitFor();
  await button(page, 'Open a campaign').click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Open a campaign' }).click();
  await form.getByText('Give it a name.', { exact: true }).waitFor();
  await form.getByLabel('Name', { exact: true }).fill('Winter rectification');
  await form.getByLabel('Ordering authority').fill('Energy Bureau');
  await form.getByText('Choose regions where they lie').click();
  await form.getByRole('checkbox', { name: 'Guizhou: 0 mines' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await form.getByText('Chosen: Yunnan.').waitFor();
  await page.keyboard.press('Space');
  await form.getByRole('checkbox', { name: 'Xinjiang: 3 mines' }).focus();
  await page.keyboard.press('Space');
  await form.getByText('Chosen: Xinjiang.').waitFor();
  expect(await form.getByLabel('Xinjiang', { exact: true }).isChecked()).toBe(true);
  await form.getByLabel('Day of the trigger').fill('31 Nov 2098');
  await form.getByLabel('Last day it is planned for').fill('31 Dec 2098');
  await form.getByRole('button', { name: 'Open a campaign' }).click();
  await form.getByText(/^Day of the trigger.*: This is not a day\./).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('30 Nov 2098');
  await form.getByRole('button', { name: 'Open a campaign' }).click();

  await page.getByRole('heading', { name: 'Winter rectification' }).waitFor();
  await page.getByText('Planned until 31 Dec 2098.').waitFor();
  await button(page, 'Extend…').click();
  await form.getByLabel('Last day it is planned for').fill('30 Dec 2098');
  await form.getByLabel('Reason').fill('It takes longer');
  await form.getByRole('button', { name: 'Extend the campaign' }).click();
  await form.getByText(/: Choose 31 Dec 2098 or a later day\.$/).waitFor();
  await form.getByLabel('Last day it is planned for').fill('31 Jan 2099');
  await form.getByRole('button', { name: 'Extend the campaign' }).click();
  await page.getByText('Planned until 31 Jan 2099.').waitFor();
  await page.getByRole('link', { name: 'Act on many mines…' }).click();
  await page.getByText('3 mines fit').waitFor();
  await page.getByRole('checkbox', { name: 'Xinjiang: 3 mines' }).press('Space');
  await page.getByText('No region is chosen.').waitFor();
  await page.getByRole('checkbox', { name: 'Xinjiang: 3 mines' }).press('Space');
  await page.waitForURL(/region=CN-XJ/);
  await page.getByRole('searchbox').fill('Mine 3');
  await page.getByText('1 mine fits').waitFor();
  await page.getByRole('searchbox').fill('');
  await page.getByText('3 mines fit').waitFor();
  await page.getByLabel('Grounds', { exact: true }).fill('Strict inspection after the outage');
  await page.getByLabel('Authority').fill('Energy Bureau');
  await page.getByLabel('Legal basis').fill('Order 7');
  await button(page, 'See what would happen').click();
  await page.getByText('3 need approval by a second person').waitFor();
  await button(page, /: 3 mines$/).click();
  await page.getByText('waits for a second person (3)').waitFor();

  await using second = await rectify.visit('/campaigns', { as: 'secondSupervisor' });
  await second.page.getByRole('link', { name: 'Winter rectification' }).click();
  await second.page.getByText('3 orders wait for a second person').waitFor();
  await second.page.getByRole('checkbox', { name: 'Grant: Mine 2' }).uncheck();
  await button(second.page, 'Grant 2 orders').click();
  await second.page.getByText('happened (2)').waitFor();

  const saving = second.page.waitForEvent('download');
  await button(second.page, 'Download as CSV').click();
  expect((await saving).suggestedFilename()).toMatch(/\.csv$/);
  await page.getByRole('link', { name: 'Campaigns' }).first().click();
  await page.getByText('2 mines are still shut.').waitFor();
  await page.getByRole('link', { name: 'Winter rectification' }).click();
  await page.getByRole('heading', { name: /^All 2 closures went on at the end of/ }).waitFor();
  await page
    .getByRole('img', { name: /All 2 closures went on/ })
    .locator('svg')
    .waitFor();
  await page.getByText('The days on which something changed').click();
  const today = page.getByRole('table', { name: 'Closures of the campaign, day by day' }).getByRole('row').nth(1);
  await today.getByText('2 + 0 + 0').waitFor();
  await today.getByText('opened').waitFor();
  await page.getByRole('row', { name: 'Xinjiang 1 2 2 0 0 0' }).waitFor();
  await page.getByText('In every case something has happened within the last 7 days.').waitFor();
  expect([...supervisor.complaints, ...second.complaints]).toEqual([]);
});
