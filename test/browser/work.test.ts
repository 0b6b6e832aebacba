import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type MineAtServer, order } from '../course.ts';
import { givenRectify } from './given-rectify.ts';
import { drawn } from './visitor.ts';

const rectify = givenRectify();
let running: MineAtServer;
let other: MineAtServer;
let closed: MineAtServer;
beforeAll(async () => {
  running = await rectify.registered({ mineId: 'XJ-9001', name: 'The running mine' });
  other = await rectify.registered({ mineId: 'XJ-9003', name: 'The other mine' });
  closed = await rectify.registered({ mineId: 'XJ-9002', name: 'The closed mine' });
  await closed.does(rectify.people.inspector, 'ClosureOrdered', order);
  await closed.does(rectify.people.inspector, 'CaseAssigned', { assignee: 'inspector-1' });
});

const lineOf = (page: Page, what: RegExp) => page.getByRole('row', { name: what });

test('a request comes to a supervisor while they look, leads to its answer, and is gone once answered', async () => {
  await using visitor = await rectify.visit('/work', { as: 'supervisor' });
  const { page } = visitor;
  await page.getByText('Nothing needs you now.').waitFor();

  await running.requests(running.people.inspector, 'ClosureOrdered', order);
  const line = lineOf(page, /Answer the request to order closing · by an inspector The running mine/);
  await line.waitFor();
  await page.getByText('1 thing needs you, none overdue').waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/mines\/XJ-9001#approvals$/);
  await page.locator('#approvals:focus').waitFor();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('dialog').locator('button[type=submit]').click();
  await page.getByText('In effect: Closing ordered.').waitFor();

  await page.getByRole('link', { name: 'My work' }).click();
  await page.getByText('Nothing needs you now.').waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('who made a request is not asked to answer it', async () => {
  await other.requests(other.people.supervisor, 'ClosureOrdered', order);
  await using another = await rectify.visit('/work', { as: 'secondSupervisor' });
  await lineOf(another.page, /Answer the request to order closing · by a supervisor The other mine/).waitFor();
  await using same = await rectify.visit('/work', { as: 'supervisor' });
  await same.page.getByText('Nothing needs you now.').waitFor();
});

test('filters stand in the address and narrow the queue to the cases that one has', async () => {
  await using visitor = await rectify.visit('/work', { as: 'inspector' });
  const { page } = visitor;
  const inspection = lineOf(page, /First inspection The closed mine/);
  await inspection.waitFor();
  await page.getByRole('radio', { name: 'Nobody’s' }).check({ force: true });
  await page.waitForURL(/scope=unassigned/);
  await inspection.waitFor({ state: 'hidden' });

  await page.getByRole('radio', { name: 'My cases' }).check({ force: true });
  await inspection.waitFor();
  await page.getByRole('checkbox', { name: 'Overdue only' }).check();
  await page.getByText('Nothing that fits these filters needs you now.').waitFor();
  await page.reload();
  await page.getByText('Nothing that fits these filters needs you now.').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await inspection.waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('all cases of somebody who is away go to somebody else, after they were shown', async () => {
  await using visitor = await rectify.visit('/work', { as: 'supervisor' });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Somebody is away' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who is away').fill('inspector-1');
  await dialog.getByLabel('Who takes the cases').fill('inspector-2');
  await dialog.getByRole('button', { name: 'Show the cases' }).click();
  await dialog.getByText('1 case would go from Inspector 1 to Inspector 2.').waitFor();
  await dialog.getByText('The closed mine').waitFor();
  expect((await closed.now()).assignee).toBe('inspector-1');

  await dialog.getByRole('button', { name: 'Hand over 1 case' }).click();
  await dialog.getByText('1 case went from Inspector 1 to Inspector 2.').waitFor();
  expect((await closed.now()).assignee).toBe('inspector-2');
  expect(visitor.complaints).toEqual([]);
});

test('only officials have a queue: an analyst is led to the mines', async () => {
  await using visitor = await rectify.visit('/work', { as: 'analyst' });
  await visitor.page.waitForURL(/\/mines$/);
  await drawn(visitor.page);
  expect(await visitor.page.getByRole('link', { name: 'My work' }).count()).toBe(0);
});

test('the keyboard is explained, and its single keys can be switched off', async () => {
  await using visitor = await rectify.visit('/work', { as: 'inspector' });
  const { page } = visitor;
  await drawn(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const does of ['Search', 'Next line', 'Open the mine', 'Go to a mine or a place, or do something'])
    await help.getByText(does, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  const palette = page.getByRole('dialog', { name: 'Go to, or do' });
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement === document.body);

  await page.keyboard.press('?');
  await help.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('what was recorded while nobody saw the page is shown once somebody does', async () => {
  const unseen = await rectify.registered({ mineId: 'XJ-9004', name: 'The unseen mine' });
  await using visitor = await rectify.visit('/work', { as: 'supervisor' });
  const { page } = visitor;
  await drawn(page);
  await Promise.all([page.waitForResponse((each) => isLive(each.url())), page.reload()]);
  await drawn(page);

  await Promise.all([page.waitForEvent('requestfailed', (each) => isLive(each.url())), becomes(page, 'hidden')]);
  await unseen.requests(unseen.people.inspector, 'ClosureOrdered', order);
  const line = lineOf(page, /Answer the request to order closing · by an inspector The unseen mine/);
  expect(await line.count()).toBe(0);
  await becomes(page, 'visible');
  await line.waitFor();
  expect(visitor.complaints).toEqual([]);
});

/** As if another page had been put in front of it, or it before others. */
async function becomes(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

function isLive(url: string): boolean {
  return new URL(url).pathname === '/v1/live';
}
