import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { mineAt } from '../course.ts';
import { givenRectify } from './given-rectify.ts';

/** All of the story was on record by then, and nothing of what this test corrects. */
const beforehand = '2019-01-01';

const rectify = givenRectify({ demonstration: true });

/** The address of a page as of the beginning of the eleventh of November, and as known by a day. */
function addressOf(path: string, query: Readonly<Record<string, string>>, knownAt: string | undefined): string {
  const times = { asOf: '2018-11-11T00:00:00+08:00', ...(knownAt !== undefined && { knownAt }) };
  return `${path}?${new URLSearchParams({ ...query, ...times })}`;
}

/** Looks at every page that tells how long XJ-0001 has been shut, and waits until each says so many days, from a day on. */
async function everyPageSays(page: Page, days: number, since: string, knownAt?: string): Promise<void> {
  const q = 'XJ-0001';
  const goTo = (path: string, query: Readonly<Record<string, string>> = {}) =>
    page.goto(addressOf(path, query, knownAt));
  const row = (name: RegExp) => page.getByRole('row', { name });
  const band = knownAt === undefined ? 'As of 11 Nov 2018, 00:00' : 'As of 11 Nov 2018, 00:00, as known on 1 Jan 2019';

  await goTo(`/mines/${q}`);
  await page.getByText(band, { exact: true }).waitFor();
  await page.getByText(`· ${days} days`, { exact: true }).waitFor();
  await page.getByText(`since ${since} 2018`).first().waitFor();

  await goTo('/mines', { q });
  await row(/XJ-0001/)
    .getByRole('cell', { name: `${days} days`, exact: true })
    .waitFor();
  await row(/XJ-0001/)
    .getByText('Closed', { exact: true })
    .waitFor();

  await goTo('/closures', { q });
  await row(/XJ-0001/)
    .getByRole('cell', { name: `${days} days`, exact: true })
    .waitFor();
  await row(/XJ-0001/)
    .getByText('still shut')
    .waitFor();

  await goTo('/statistics', { q });
  await row(/^waiting for an inspection/)
    .getByRole('cell', { name: String(days), exact: true })
    .waitFor();
  await page.getByText('The days on which something changed').click();
  await row(new RegExp(`^${since} 2018 1 1 0`)).waitFor();
  await row(/^11 Nov 2018 1 0 0/).waitFor();
}

test('a mine, the list, closures, statistics and the course say the same on the page, before and after its closing date is corrected', async () => {
  await using visitor = await rectify.visit('/statistics?asOf=2018-11-11', { as: 'analyst' });
  const { page } = visitor;
  await everyPageSays(page, 6, '5 Nov');

  await page.goto(addressOf('/closures', { q: 'XJ-0001', ongoing: 'true' }, undefined));
  await page.getByRole('button', { name: 'Cite' }).click();
  await page.getByText('It stands: by all that is known today it is the same.').waitFor();

  await page.goto(addressOf('/statistics', { q: 'XJ-0001' }, undefined));
  const mine = mineAt('XJ-0001', rectify.people, rectify.people.analyst);
  const order = (await mine.history()).find(({ type }) => type === 'ClosureOrdered');
  const reason = 'The order was carried out on the seventh.';
  await mine.does(rectify.people.inspector, 'FactCorrected', {
    corrections: [{ eventId: order?.eventId ?? '', patch: { occurredAt: '2018-11-07T00:00:00+08:00' } }],
    reason,
  });

  await everyPageSays(page, 4, '7 Nov');
  await everyPageSays(page, 6, '5 Nov', beforehand);

  await page.getByRole('button', { name: 'By all that is known now' }).click();
  await page.getByText('As of 11 Nov 2018, 00:00', { exact: true }).waitFor();
  await page
    .getByRole('row', { name: /^waiting for an inspection/ })
    .getByRole('cell', { name: '4', exact: true })
    .waitFor();
  expect(new URL(page.url()).searchParams.has('knownAt')).toBe(false);

  const learnt = { axis: 'knowledge', from: '2019-01-02', asOf: '2018-11-11T00:00:00+08:00', to: '2100-01-01' };
  await page.goto(`/changes?${new URLSearchParams(learnt)}`);
  await page.getByText(reason).waitFor();
  await page.getByRole('link', { name: 'Demonstration Mine 1', exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('both times are chosen with one control, stay from page to page, and one click leads back', async () => {
  await using visitor = await rectify.visit('/mines?asOf=2018-11-11', { as: 'inspector' });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Choose days' }).click();
  await page.getByRole('textbox', { name: 'As known on' }).fill('soon');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('alert').getByText('Type a day such as 11 Nov 2018').waitFor();
  await page.getByRole('textbox', { name: 'As known on' }).fill('7 Nov 2018');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const said = page.getByText('As of 11 Nov 2018, as known on 7 Nov 2018', { exact: true });
  await said.waitFor();

  for (const name of ['Closures', 'Statistics', 'Changes', 'My work']) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await said.waitFor();
    expect(new URL(page.url()).searchParams.get('knownAt')).toBe('2018-11-07');
  }
  await page.getByRole('button', { name: 'Go to today' }).click();
  await said.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).searchParams.has('knownAt')).toBe(false);
  expect(visitor.complaints).toEqual([]);
});

test('an owner looks at the own mine as it was known too, and at no other', async () => {
  const times = 'asOf=2018-11-11&knownAt=2018-11-19';
  await using visitor = await rectify.visit(`/my/GZ-0011?${times}`, { as: { ownerOf: 'GZ-0011' } });
  const { page } = visitor;
  await page.getByText('As of 11 Nov 2018, as known on 19 Nov 2018', { exact: true }).waitFor();
  await page.getByRole('heading', { name: 'You must not run your mine' }).waitFor();
  await page.goto(`/my/GZ-0012?${times}`);
  await page.getByRole('heading', { name: 'Not found' }).waitFor();
});
