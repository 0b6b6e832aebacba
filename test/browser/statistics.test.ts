import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify({ demonstration: true });

const statistics = '/statistics?asOf=2018-11-25&region=CN-XJ';

/** Opens a figure of the statistics, and waits until the list that it leads to counts as many. */
async function opened(page: Page, row: RegExp, what: 'closure' | 'mine' | 'deadline', within?: string): Promise<void> {
  await page.goto(statistics);
  const table = within === undefined ? page : page.getByRole('table', { name: within });
  const figure = table.getByRole('row', { name: row }).getByRole('link').first();
  const count = await figure.textContent();
  await figure.click();
  const all = `${count} ${what}${count === '1' ? '' : 's'}`;
  await page.getByText(what === 'deadline' ? `${all} passed` : all, { exact: true }).waitFor();
  await page.getByText('As of 25 Nov 2018', { exact: true }).waitFor();
}

test('every figure opens what it counts, and as many', async () => {
  await using visitor = await rectify.visit(statistics, { as: 'analyst' });
  const { page } = visitor;
  await opened(page, /Closed \d/, 'mine', 'Mines by status');
  await opened(page, /^ongoing, still shut/, 'closure', 'Closures by how they ended');
  await opened(page, /^reopened/, 'closure', 'Closures by how they ended');
  await opened(page, /^the owner/, 'closure', 'Ongoing closures by whom they wait on');
  await opened(page, /^making faults good/, 'closure');
  await page.getByText('Region: Xinjiang').waitFor();
  await opened(page, /^tax office/, 'deadline', 'Deadlines that passed, by office');
  await page.getByText('Region: Xinjiang').waitFor();
  const late = page.getByRole('table', { name: 'Deadlines that passed' }).getByRole('row', { name: /tax office/ });
  await late.first().getByRole('link').press('Enter');
  await page.waitForURL(/\/mines\/XJ-/);
  expect(visitor.complaints).toEqual([]);
});

test('the closures behind a figure can be narrowed further, sorted, and led to their mines by keyboard', async () => {
  await using visitor = await rectify.visit('/closures?asOf=2018-11-25', { as: 'analyst' });
  const { page } = visitor;
  await page.getByText('33 closures', { exact: true }).waitFor();
  await page.getByRole('combobox', { name: 'State of the closure' }).selectOption('still shut');
  await page.getByText('29 closures', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Days', exact: true }).click();
  await page.waitForURL(/ongoing=true/);
  await page.waitForURL(/sort=days/);
  await page.getByRole('row', { name: /12 days/ }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/mines\/XJ-0010/);
  expect(visitor.complaints).toEqual([]);
});

test('a cited figure has an address that says what it was, and that it stands', async () => {
  await using visitor = await rectify.visit('/closures?asOf=2018-11-25&ongoing=true', { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Cite' }).click();
  const address = await page.getByRole('textbox', { name: 'Address of the citation' }).inputValue();
  await page.goto(address);
  await page.getByRole('heading', { name: 'Cited figure' }).waitFor();
  await page.getByText('29', { exact: true }).waitFor();
  await page.getByText('It stands: by all that is known today it is the same.').waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByText('该数据仍然成立：按今天所知，结果相同。').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  // The next one finds the language that is kept on the device.
  await page.getByText('It stands: by all that is known today it is the same.').waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('what changed between two days is listed by kind and leads to each mine as of the last day', async () => {
  const days = 'asOf=2018-11-25&from=2018-11-15&to=2018-11-25';
  await using visitor = await rectify.visit(`/changes?${days}`, { as: 'analyst' });
  const { page } = visitor;
  await page.getByText('What happened from 15 Nov 2018 to 25 Nov 2018.').waitFor();
  await page.getByRole('button', { name: /^reopened/ }).click();
  await page.getByText('3 mines changed').waitFor();
  await page.waitForURL(/kind=reopened/);
  await page.getByRole('textbox', { name: 'From' }).fill('26 Nov 2018');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('The first day must not be after the last.').waitFor();
  await page.getByRole('link', { name: /^Demonstration Mine 6/ }).click();
  await page.getByRole('heading', { name: 'Demonstration Mine 6', level: 1 }).waitFor();
  await page.getByText('As of 25 Nov 2018', { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('the board is narrowed by what stands in the address, by step, person and closure, each with its count', async () => {
  await using visitor = await rectify.visit('/mines?asOf=2018-11-25', { as: 'inspector' });
  const { page } = visitor;
  await page.getByRole('checkbox', { name: /^All that are shut 29/ }).check();
  await page.getByText('29 mines', { exact: true }).waitFor();
  await page.getByText('More filters').click();
  await page.getByRole('checkbox', { name: /^making faults good 12/ }).check();
  await page.getByText('12 mines', { exact: true }).waitFor();
  await page.waitForURL(/shut=true/);
  await page.waitForURL(/state=closed\.remediating/);
  await page.reload();
  await page.getByText('12 mines', { exact: true }).waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('f');
  await page.keyboard.press('Space');
  await page.waitForURL((url) => !url.searchParams.has('shut'));
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('40 mines', { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});
