import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify({ demonstration: true });

const lane = (page: Page, mineId: string) =>
  page
    .getByRole('region', { name: /^Courses of the mines/ })
    .getByRole('listitem')
    .filter({ hasText: mineId });

const happened = (page: Page) => page.getByRole('region', { name: 'What happened at this moment' });

test('mines are chosen by number, and each stands in its lane as it did on a day; a mine that is not there says so', async () => {
  const path = '/studio/replay?asOf=2018-12-31&mines=GZ-0003,XJ-0007';
  await using visitor = await rectify.visit(path, { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('searchbox', { name: 'Add a mine' }).fill('XJ-0019, XX-0000');
  await page.getByRole('button', { name: 'Add by number' }).click();
  await lane(page, 'XX-0000').getByText('There is no such mine by 31 Dec 2018, or it is not yours to see.').waitFor();

  await page.getByRole('textbox', { name: 'Day' }).fill('30 Nov 2018');
  await page.getByRole('button', { name: 'Show' }).click();
  await lane(page, 'GZ-0003').getByText('inspection passed, still shut').waitFor();
  await lane(page, 'GZ-0003').getByText('25 days', { exact: true }).waitFor();
  await lane(page, 'XJ-0007')
    .getByText(/^was shut \d+ days$/)
    .waitFor();
  await lane(page, 'XJ-0019').getByText('operating', { exact: true }).waitFor();

  await page.reload();
  await lane(page, 'GZ-0003').getByText('25 days', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Take XX-0000 away' }).click();
  await lane(page, 'XX-0000').waitFor({ state: 'detached' });
  expect(visitor.complaints).toEqual([]);
});

test('the keyboard goes to the next event of any mine or of the chosen one, chooses another, and is explained', async () => {
  const path = '/studio/replay?asOf=2018-12-31&mines=GZ-0001,GZ-0003&mine=GZ-0003&at=2018-11-19T09:15:00%2B08:00';
  await using visitor = await rectify.visit(path, { as: 'analyst' });
  const { page } = visitor;
  await happened(page)
    .getByText(/^Inspection started/)
    .waitFor();
  await page.keyboard.press('ArrowLeft');
  await happened(page).getByText('演示矿场 1').waitFor();
  await page.keyboard.press('Shift+ArrowLeft');
  await happened(page)
    .getByText(/^Guarantee letter accepted/)
    .waitFor();
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 2, name: '演示矿场 1' }).waitFor();
  await page.waitForURL(/mine=GZ-0001/);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Next event of the chosen mine').waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('courses are compared from their closings: each is as far as it was so many days after its own', async () => {
  const path = '/studio/replay?asOf=2018-12-31&mines=GZ-0001,XJ-0007,XJ-0019';
  await using visitor = await rectify.visit(path, { as: 'analyst' });
  const { page } = visitor;
  await page.getByText('From the closing', { exact: true }).click();
  await lane(page, 'XJ-0019').getByText('Never closed by this day: it has no closing to count from.').waitFor();
  await page.getByRole('textbox', { name: 'Days after the closing' }).fill('11');
  await page.getByRole('button', { name: 'Show' }).click();
  await lane(page, 'GZ-0001').getByText('waiting for the re-inspection').waitFor();
  await page.getByRole('textbox', { name: 'Days after the closing' }).fill('23');
  await page.getByRole('button', { name: 'Show' }).click();
  await lane(page, 'GZ-0001').getByText('was shut 23 days').waitFor();
  await lane(page, 'XJ-0007').getByText('not so far yet').waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('histories are played to where the time looked at ends', async () => {
  const path = '/studio/replay?asOf=2018-12-31&mines=XJ-0019,XJ-0020&speed=5';
  await using visitor = await rectify.visit(path, { as: 'analyst' });
  const { page } = visitor;
  await happened(page).getByText('Nothing happened here').waitFor();
  await page.keyboard.press('Home');
  await happened(page).getByText('Registered').first().waitFor();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await happened(page).getByText('Nothing happened here').waitFor();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('a list of closures and the replay of one mine lead to histories side by side', async () => {
  await using visitor = await rectify.visit('/closures?asOf=2018-12-31&region=CN-XJ', { as: 'analyst' });
  const { page } = visitor;
  await page.getByRole('link', { name: 'Replay the first 12' }).click();
  await page.getByText('There are 12 mines here, the most that fit side by side.').waitFor();
  await page.getByText('The same as a table: every event in order').click();
  const table = page.getByRole('table', { name: 'The same as a table: every event in order' });
  await table.getByRole('button').first().click();
  await happened(page).getByText('Registered').waitFor();

  await page.goto('/mines/GZ-0003/replay?asOf=2018-12-31');
  await page.getByRole('link', { name: 'Beside others' }).click();
  await lane(page, 'GZ-0003').waitFor();
  await page.getByRole('searchbox', { name: 'Add a mine' }).fill('XJ-0001');
  await page.getByRole('list', { name: 'Mines found' }).getByRole('button').click();
  await lane(page, 'XJ-0001').waitFor();
  await page.waitForURL(/mines=GZ-0003,XJ-0001/);
  expect(visitor.complaints).toEqual([]);
});
