import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { mineAt } from '../course.ts';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify({ demonstration: true });

/** What a button of a page saves, as text. */
async function saved(
  page: Page,
  button: string,
  within: Page | Locator = page,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    within.getByRole('button', { name: button, exact: true }).first().click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('how long mines stay shut is drawn by group, said in a sentence, and leads to the closures', async () => {
  const path = '/statistics?asOf=2018-12-31&campaign=november-2018';
  await using visitor = await rectify.visit(path, { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('link', { name: 'How long they stay shut, as curves' }).click();
  await page.getByRole('heading', { name: /^\d+% of the mines were still shut after 56 days\.$/ }).waitFor();
  await page.getByText(/^The groups differ no more than chance would make them: log-rank/).waitFor();
  await page.getByText('Campaign: Rectification, November 2018').waitFor();

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
  const count = await row.getByRole('link').first().textContent();

  const chart = page.getByRole('img', { name: /^Picture: \d+% of the mines were still shut/ });
  await chart.getByText('days after the closing').waitFor();
  // The curve begins at the top, and the first mine is reopened after ten days.
  await chart.click({ position: { x: 220, y: 12 } });
  await page.getByText(`${count} closures`, { exact: true }).waitFor();
  await page.goBack();
  await row.getByRole('link').first().press('Enter');
  await page.getByText(`${count} closures`, { exact: true }).waitFor();
  await page.getByText('As of 31 Dec 2018', { exact: true }).waitFor();

  await page.goBack();
  const watched = row.getByRole('link', { name: /^of \d+ watched$/ }).last();
  const [left] = /\d+/.exec(String(await watched.textContent())) ?? [];
  expect(Number(left)).toBeLessThan(Number(count));
  await watched.press('Enter');
  await page.getByText(new RegExp(`^${left} closures?$`)).waitFor();
  await page.getByText(/^day \d+$/).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('what is shown is saved as a table and as pictures that say what they are from', async () => {
  await using visitor = await rectify.visit('/studio/closures?asOf=2018-12-31', { as: 'analyst' });
  const { page } = visitor;
  const finding = await page.getByRole('heading', { level: 2 }).first().textContent();
  const table = await saved(page, 'Save CSV');
  expect(table.name).toBe('closures-2018-12-31.csv');
  expect(table.text.split('\n')[1]).toMatch(/^Guizhou,13\.8\d*,16,1,0\.9375,.*,2018-12-31T23:59:59\.999\+08:00,/);
  const picture = await saved(page, 'Save SVG');
  const written = picture.text.replaceAll(/<[^>]+>/g, '');
  expect(written).toContain(finding);
  expect(written).toContain('/v1/closures/statistics?groupBy=region&amp;asOf=2018-12-31T23:59:59.999%2B08:00');
  expect(written).toMatch(/position \d+/);
  expect((await saved(page, 'Save PNG')).text.slice(1, 4)).toBe('PNG');

  await page.getByRole('button', { name: 'Cite', exact: true }).first().click();
  await page.getByText('It stands: by all that is known today it is the same.').waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('like cases are compared by what one chooses, after so many days, and lead to their closures', async () => {
  await using visitor = await rectify.visit('/studio/like-cases?asOf=2018-12-31', { as: 'analyst' });
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
  await using visitor = await rectify.visit('/statistics?asOf=2018-12-03', { as: 'analyst' });
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
    name: /^Picture: On 3 Dec 2018, 27 mines were shut, in 2 regions, some since 5 Nov 2018/,
  });
  await map.getByText('Heilongjiang').waitFor();
  await page.getByRole('row', { name: /^Guizhou 13 5 Nov 2018 28 days 15 2/ }).waitFor();
  await map.getByText('Xinjiang').click();
  await page.getByText('14 closures', { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('bottlenecks are told state by state, with whom one waits for, and lead to the closures that are there', async () => {
  await using visitor = await rectify.visit('/studio/closures?asOf=2018-12-31', { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('link', { name: 'Bottlenecks', exact: true }).click();
  await page
    .getByRole('heading', {
      name: '40% of the time went by while closures were in one state: waiting for an inspection.',
    })
    .waitFor();
  const row = page.getByRole('row', { name: /^waiting for an inspection 35 3 40% .* tax office \(80%\)/ });
  await row.getByRole('link', { name: '3', exact: true }).press('Enter');
  await page.getByText('3 closures', { exact: true }).waitFor();
  await page.goBack();
  await row.getByRole('link', { name: '35', exact: true }).press('Enter');
  await page.getByText('35 closures', { exact: true }).waitFor();
  await page.goBack();
  await page
    .getByRole('row', { name: /^the owner 31%/ })
    .getByRole('link')
    .press('Enter');
  await page.getByText('6 closures', { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('how long stays in a state last is drawn state by state, told of each day, saved, and leads to the closures that were there', async () => {
  await using visitor = await rectify.visit('/studio/bottlenecks?asOf=2018-12-31', { as: 'analyst' });
  const { page } = visitor;
  const part = page.getByRole('region', {
    name: /^Stays differ most in the state “inspection passed, still shut”: a quarter/,
  });
  const chart = part.getByRole('img', { name: /^Picture: Stays differ most/ });
  await chart.getByText('37 stays, 3 going on').waitFor();
  await chart.getByText('half within 13.7 days').waitFor();
  await part.getByText(/Kaplan\u2060–\u2060Meier: stays that go on count for as long as they have/).waitFor();
  const table = part.getByRole('table', { name: 'The day by which stays in each state are over' });
  await table.getByRole('row', { name: /^waiting for an inspection 37 3 5\.7 2\.8 to 7\.8 / }).waitFor();

  // How much room the names take depends on the fonts: the axis says where its days are.
  const drawn = await chart.boundingBox();
  const tick = await chart.getByText('14', { exact: true }).boundingBox();
  if (!drawn || !tick) throw new Error('The days of the stays are not drawn.');
  await chart.hover({ position: { x: tick.x + tick.width / 2 - drawn.x, y: 40 } });
  await part.getByText('day 14', { exact: true }).waitFor();
  await part
    .getByText(/^\d\d% \(\d\d% to \d\d%\)$/)
    .first()
    .waitFor();

  const { name, text } = await saved(page, 'Save CSV', part);
  expect(name).toBe('stays-2018-12-31.csv');
  expect(text).toContain('state,day,still watched,over,still in it,lower 95 %,upper 95 %');
  await part.getByRole('button', { name: 'Cite' }).waitFor();

  // The first row is that of the inspection that is waited for: 35 closures, some of them more than once.
  await chart.click({ position: { x: 450, y: 40 } });
  await page.getByText('35 closures', { exact: true }).waitFor();
  await page.goBack();
  await table.getByRole('link', { name: 'waiting for an inspection' }).press('Enter');
  await page.getByText('35 closures', { exact: true }).waitFor();

  await page.goBack();
  const waiting = table.getByRole('row', { name: /^waiting for an inspection 37 3/ });
  await waiting.getByRole('link', { name: '37', exact: true }).press('Enter');
  await page.getByText('37 stays', { exact: true }).waitFor();
  await page.getByRole('combobox', { name: 'Going on or over' }).selectOption('still in it');
  await page.getByText('3 stays', { exact: true }).waitFor();
  await page.getByRole('table', { name: 'Stays in a state' }).getByRole('link').first().press('Enter');
  await page.waitForURL(/\/mines\/(GZ|XJ)-/);

  await page.goto('/studio/bottlenecks?asOf=2018-11-06');
  await page.getByRole('heading', { name: /^How long stays in a state last cannot be told yet/ }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('each picture is drawn of today too', async () => {
  await using visitor = await rectify.visit('/studio/closures?asOf=today', { as: 'analyst' });
  const { page } = visitor;
  const pictures = page.getByRole('navigation', { name: 'Pictures of the studio' }).getByRole('link');
  for (const name of await pictures.allTextContents()) {
    await pictures.getByText(name, { exact: true }).click();
    await page.locator('[aria-current=page]', { hasText: name }).last().waitFor();
    const drawn = page.getByRole('heading', { level: 2 });
    const none = page.getByText(/^(No mine was shut in this time|No mine is chosen yet)/);
    await drawn.or(none).first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  }
  await page.getByRole('link', { name: 'Statistics', exact: true }).click();
  await page.getByRole('heading', { name: 'How long closures last' }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

/** Types a day into a field of the time machine. */
async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label });
  await field.fill(day);
  await field.press('Enter');
}

test('two days are set side by side, with the difference and what happened between them', async () => {
  await using visitor = await rectify.visit('/studio/time?asOf=2018-11-11', { as: 'analyst' });
  const { page } = visitor;
  await typeDay(page, 'Another day beside it', 'soon');
  await page.getByRole('alert').getByText('This is not a day.').waitFor();
  await typeDay(page, 'Another day beside it', '30 Nov 2018');
  await page.getByRole('heading', { name: /^On 11 Nov 2018, 32 mines were shut/ }).waitFor();
  await page
    .getByRole('heading', { name: /^On 30 Nov 2018, 27 mines were shut.*5 have been reopened since\.$/ })
    .waitFor();
  // Both maps are of the same colours, and what is known now is not drawn over what is no different.
  expect(await page.getByText(/The deeper the colour the more, up to 18\./).count()).toBe(2);
  expect(await page.getByText('Dotted: by all that is known now.').count()).toBe(0);
  const difference = page.getByRole('table', { name: 'Shut on the two days' });
  await difference.getByRole('row', { name: 'altogether 32 27 −5', exact: true }).waitFor();
  await page
    .getByRole('row', { name: /^reopened 5/ })
    .getByRole('link')
    .press('Enter');
  await page.getByText('What happened from 12 Nov 2018 to 30 Nov 2018.').waitFor();
  await page.getByText('5 mines changed').waitFor();
  await page.goBack();
  await difference.waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('both times are slid by keyboard, move together where one wants, and days are played to the last', async () => {
  await using visitor = await rectify.visit('/studio/time?asOf=2018-11-08', { as: 'analyst' });
  const { page } = visitor;
  const slider = (name: string) => page.getByRole('slider', { name, exact: true });
  await slider('True on 8 Nov 2018').press('ArrowRight');
  await page.getByText('As of 9 Nov 2018', { exact: true }).waitFor();
  await page.getByRole('checkbox', { name: 'Both times move together' }).check();
  await page.getByText('As of 9 Nov 2018, as known on 9 Nov 2018', { exact: true }).waitFor();
  await slider('As known on 9 Nov 2018').press('ArrowLeft');
  await page.getByText('As of 8 Nov 2018, as known on 8 Nov 2018', { exact: true }).waitFor();
  await page.getByRole('checkbox', { name: 'Both times move together' }).uncheck();
  await slider('As known on 8 Nov 2018').press('End');
  await page.getByText('As of 8 Nov 2018', { exact: true }).waitFor();

  await typeDay(page, 'True on', '2018-12-28');
  await page.getByRole('radio', { name: '5', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByText('As of 31 Dec 2018', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await page.getByRole('heading', { name: /^On 31 Dec 2018, 19 mines were shut/ }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('an analyst reads how it stood on the eleventh of November, and sees old figures marked after a correction', async () => {
  await using visitor = await rectify.visit('/mines', { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('link', { name: 'Studio', exact: true }).click();
  await page.getByRole('link', { name: 'Time machine', exact: true }).click();
  await typeDay(page, 'True on', '2018-11-11');
  const heading = (mines: number) =>
    page.getByRole('heading', {
      name: `On 11 Nov 2018, ${mines} mines were shut, in 2 regions, some since 5 Nov 2018. None has been reopened since.`,
    });
  await heading(32).waitFor();
  const regions = page.getByRole('table', { name: 'Regions in which mines were shut' });
  await regions.getByRole('row', { name: 'Guizhou 15 5 Nov 2018 6 days 15 0 0', exact: true }).waitFor();
  await regions.getByRole('row', { name: 'Xinjiang 17 5 Nov 2018 6 days 17 0 0', exact: true }).waitFor();

  const mine = mineAt('XJ-0017', rectify.people, rectify.people.analyst);
  const closing = (await mine.history()).find(({ type }) => type === 'ClosureOrdered');
  await mine.does(rectify.people.inspector, 'FactCorrected', {
    corrections: [{ eventId: closing?.eventId ?? '', patch: { occurredAt: '2018-11-12T09:00:00+08:00' } }],
    reason: 'The order was given on the twelfth.',
  });
  await page.reload();
  await heading(31).waitFor();
  await regions.getByRole('row', { name: 'Xinjiang 16 5 Nov 2018 6 days 16 0 0', exact: true }).waitFor();

  await typeDay(page, 'As known on', '2019-01-01');
  await heading(32).waitFor();
  await page.getByText('As of 11 Nov 2018, as known on 1 Jan 2019', { exact: true }).waitFor();
  await regions
    .getByRole('row', { name: 'Xinjiang 17 now 16 corrected 5 Nov 2018 6 days 17 now 16 corrected 0 0', exact: true })
    .waitFor();
  await regions.getByRole('row', { name: 'Guizhou 15 5 Nov 2018 6 days 15 0 0', exact: true }).waitFor();

  await page
    .getByRole('navigation', { name: 'Pictures of the studio' })
    .getByRole('link', { name: 'Closures' })
    .click();
  await page
    .getByRole('heading', { name: 'All 32 mines that were closed are still shut, for 6 days at the longest.' })
    .waitFor();
  await page.getByText('Figures as known on 1 Jan 2019 that are other ones now').waitFor();
  await page.getByRole('row', { name: 'Closures 32 31 corrected', exact: true }).waitFor();
  await page.getByRole('link', { name: 'What has been put on record since 1 Jan 2019' }).click();
  await page.getByText('The order was given on the twelfth.').waitFor();
  expect(visitor.complaints).toEqual([]);
});
