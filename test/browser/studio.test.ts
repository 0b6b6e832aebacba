import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Server, startServer } from '../server.ts';
import { launchChromium } from './chromium.ts';
import { visit } from './visitor.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ variables: { RECTIFY_SCENARIO: 'november-2018' } }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

/** What a button of a page saves, as text. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).first().click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('how long mines stay shut is drawn by group, said in a sentence, and leads to the closures', async () => {
  const path = '/statistics?asOf=2018-12-31&campaign=november-2018';
  await using visitor = await visit(browser, server, path, { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('link', { name: 'How long they stay shut, as curves' }).click();
  await page.getByRole('heading', { name: /^\d+% of the mines were still shut after 56 days\.$/ }).waitFor();
  await page.getByText(/^The groups differ no more than chance would make them: log-rank/).waitFor();
  await page.getByText('Campaign: november-2018').waitFor();

  await page.getByRole('link', { name: 'Guarantee letter', exact: true }).click();
  await page
    .getByRole('row', { name: /^letter demanded/ })
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Nothing', exact: true }).click();
  await page.waitForURL(/groupBy=nothing/);
  const row = page.getByRole('table', { name: 'Still shut, day by day after the closing' }).getByRole('row', {
    name: /^all closures/,
  });
  await row.getByRole('link', { name: /^3\d$/ }).waitFor();
  const count = await row.getByRole('link').textContent();

  const chart = page.getByRole('img', { name: /^Picture: \d+% of the mines were still shut/ });
  await chart.getByText('days after the closing').waitFor();
  // The curve begins at the top, and the first mine is reopened after ten days.
  await chart.click({ position: { x: 152, y: 12 } });
  await page.getByText(`${count} closures`, { exact: true }).waitFor();
  await page.goBack();
  await row.getByRole('link').press('Enter');
  await page.getByText(`${count} closures`, { exact: true }).waitFor();
  await page.getByText('As of 31 Dec 2018', { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('what is shown is saved as a table and as pictures that say what they are from', async () => {
  await using visitor = await visit(browser, server, '/studio/closures?asOf=2018-12-31', { as: 'analyst' });
  const { page } = visitor;
  const finding = await page.getByRole('heading', { level: 2 }).first().textContent();
  const table = await saved(page, 'Save CSV');
  expect(table.name).toBe('closures-2018-12-31.csv');
  expect(table.text.split('\n')[1]).toMatch(/^Guizhou,13\.8\d*,16,1,0\.9375,.*,2018-12-31T23:59:59\.999\+08:00,/);
  const picture = await saved(page, 'Save SVG');
  expect(picture.text).toContain(finding);
  expect(picture.text).toContain('/v1/closures/statistics?asOf=2018-12-31T23:59:59.999%2B08:00');
  expect(picture.text).toMatch(/position \d+/);
  expect((await saved(page, 'Save PNG')).text.slice(1, 4)).toBe('PNG');

  await page.getByRole('button', { name: 'Cite', exact: true }).first().click();
  await page.getByText('It stands: by all that is known today it is the same.').waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('like cases are compared by what one chooses, after so many days, and lead to their closures', async () => {
  await using visitor = await visit(browser, server, '/studio/like-cases?asOf=2018-12-31', { as: 'analyst' });
  const { page } = visitor;
  await page
    .getByRole('heading', { name: 'All 20 like cases are of one group: there is nothing to compare.' })
    .waitFor();
  await page.getByRole('link', { name: 'Region', exact: true }).click();
  await page.getByRole('heading', { name: 'There is no sign that like cases went differently.' }).waitFor();
  const table = page.getByRole('table', { name: 'Like cases, group by group' });
  await table.getByRole('row', { name: /^Xinjiang 12 5 75% \(41% to 91%\)/ }).waitFor();
  await page.getByRole('link', { name: '7 days', exact: true }).click();
  await table.getByRole('row', { name: /^Xinjiang 12 5 100%/ }).waitFor();
  await page
    .getByRole('combobox', { name: 'Closed on the grounds' })
    .selectOption('Installed capacity above the figure registered');
  await page.waitForURL(/grounds=/);
  const row = table.getByRole('row', { name: /^(Xinjiang|Guizhou) [1-7] / }).first();
  const count = await row.getByRole('link').first().textContent();
  await row.getByRole('link').first().press('Enter');
  await page.getByText(`${count} closures`, { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('the course says day by day what was shut and what changed it, region by region, and leads there', async () => {
  await using visitor = await visit(browser, server, '/statistics?asOf=2018-12-03', { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('link', { name: 'Day by day with what changed, and region by region' }).click();
  await page
    .getByRole('heading', { name: '27 shut at the end of 3 Dec 2018. Most in this time: 33, on 13 Nov 2018.' })
    .waitFor();
  await page
    .getByRole('img', { name: /^Picture: 27 shut/ })
    .getByText('Rectification, November 2018 opened')
    .waitFor();
  await page.getByRole('heading', { name: 'The most in one region: 18 shut in Xinjiang, on 13 Nov 2018.' }).waitFor();
  await page.getByText('The same as a table: the days on which it changed').click();
  await page
    .getByRole('row', { name: '13 Nov 2018 15 18', exact: true })
    .getByRole('link', { name: '18' })
    .press('Enter');
  await page.getByText('18 closures', { exact: true }).waitFor();
  await page.getByText('As of 13 Nov 2018', { exact: true }).waitFor();
  await page.goBack();
  const map = page.getByRole('img', {
    name: /^Picture: On 3 Dec 2018 27 mines were shut, in 2 regions, some since 5 Nov 2018/,
  });
  await map.getByText('Heilongjiang').waitFor();
  await page.getByRole('row', { name: /^Guizhou 13 5 Nov 2018 28 days 15 2/ }).waitFor();
  await map.getByText('Xinjiang').click();
  await page.getByText('14 closures', { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});
