import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type MineAtServer, peopleAt, registered } from '../course.ts';
import { type Server, startServer } from '../server.ts';
import { launchChromium } from './chromium.ts';
import { visit } from './visitor.ts';

let server: Server;
let browser: Browser;
let mine: MineAtServer;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
  const people = await peopleAt(server);
  mine = await registered(server, people, { mineId: 'XJ-7001', name: 'Alder Hollow' });
  await registered(server, people, { mineId: 'XJ-7002', name: 'Birch Hollow' });
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Answers the open form with the button that says what it does. */
async function send(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

test('a new inspector closes a mine with a second person, schedules an inspection and fails it, by what the page says alone', async () => {
  await using inspector = await visit(browser, server, '/');
  const { page } = inspector;
  const form = page.getByRole('dialog');
  await press(page, /^Inspector 1/);
  await page.getByLabel('Search mines').fill('Alder');
  await page.getByText('1 mine', { exact: true }).waitFor();
  await page.getByRole('link', { name: /^Alder Hollow/ }).click();

  await press(page, /^Order closing/);
  await form.getByLabel('Grounds', { exact: true }).fill('Strict inspection after the outage');
  await form.getByLabel('Authority', { exact: true }).fill('Energy Bureau');
  await form.getByLabel('Legal basis', { exact: true }).fill('Order 7 of 2018');
  await send(page, 'Request: Order closing');
  await form.getByText('Alder Hollow must stop running.').waitFor();
  await send(page, 'Request: Order closing');
  await page.getByText('Requested. A second person has to grant it').waitFor();

  await using supervisor = await visit(browser, server, '/');
  await press(supervisor.page, /^Supervisor 1/);
  await supervisor.page.getByRole('link', { name: 'My work' }).click();
  await supervisor.page.getByRole('link', { name: /^Answer the request to order closing/ }).click();
  await supervisor.page.getByRole('button', { name: 'Approve', exact: true }).click();
  await supervisor.page.getByRole('dialog').getByText('Strict inspection after the outage').first().waitFor();
  await send(supervisor.page, 'Approve');
  await supervisor.page.getByText('In effect: Closing ordered.').waitFor();

  await page.getByText(/^Closed by order of Energy Bureau/).waitFor();
  await press(page, /^Schedule an inspection/);
  await form.getByRole('group', { name: 'Scheduled for' }).getByLabel('Day').fill('2030-01-15');
  await send(page, 'Schedule an inspection');
  await page.getByText(/^Recorded: Inspection scheduled/).waitFor();

  await press(page, /^Start the inspection/);
  await send(page, 'Start the inspection');
  await page.getByText(/^Recorded: Inspection started/).waitFor();
  await press(page, /^Raise a finding/);
  await form.getByLabel('Description', { exact: true }).fill('Transformer without a fence');
  await form.getByLabel('Due on', { exact: true }).fill('2030-02-15');
  await send(page, 'Raise a finding');
  await page.getByText(/^Recorded: Finding raised/).waitFor();
  await press(page, /^Fail the inspection/);
  await send(page, 'Fail the inspection');
  await page.getByText(/^Recorded: Inspection failed/).waitFor();
  await page.getByText(/The owner has to make good 1 finding/).waitFor();

  const types = (await mine.history()).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['ClosureOrdered', 'InspectionScheduled', 'InspectionFailed']));
  const { status, state } = await mine.now();
  expect({ status, operation: state.operation }).toEqual({ status: 'closed', operation: 'closed.remediating' });
  expect([...inspector.complaints, ...supervisor.complaints]).toEqual([]);
});
