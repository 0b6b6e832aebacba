import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningServer, readConfig, startServer } from '@rectify/api';
import type { Browser, Page } from 'playwright-core';
import { type MineAtServer, onTheWayTo, peopleAt, registered } from '../course.ts';
import { repository, type Server, signedInAt, temporaryFolder } from '../server.ts';
import { launchChromium } from './chromium.ts';
import { visit } from './visitor.ts';

const HOUR = 3600_000;
/** How long a sign-in lasts. */
const LIFETIME = 12 * HOUR;

const data = temporaryFolder();
/** How far the server's clock has gone on beyond the time that passed. */
let later = 0;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  const config = readConfig({
    PORT: '0',
    RECTIFY_DATA: data,
    RECTIFY_SCENARIO: 'none',
    RECTIFY_LOG: 'silent',
    RECTIFY_RATE_LIMIT: '0',
    RECTIFY_DEADLINES: '0',
  });
  const page = join(repository, 'packages', 'web', 'dist');
  [server, browser] = await Promise.all([
    startServer({ config, page, clock: () => new Date(Date.now() + later).toISOString(), onFatal: fail }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});

function fail(error: Error): never {
  throw error;
}

const signingIn: Pick<Server, 'as'> = { as: (persona) => signedInAt(server.address, persona) };

/** A mine on its way, by people who have just signed in. */
async function givenMine(mineId: string, place: 'closed' | 'inspecting'): Promise<MineAtServer> {
  return onTheWayTo(place, await registered(signingIn, await peopleAt(signingIn), { mineId }));
}

/** How often something is on record, read by somebody who has just signed in. */
async function timesRecorded(type: string, mineId: string): Promise<number> {
  const analyst = await signedInAt(server.address, { role: 'analyst' });
  return (await analyst.get(`/v1/mines/${mineId}/events?limit=500`)).text.split(`"type":"${type}"`).length - 1;
}

const form = (page: Page, name: string) => page.getByRole('dialog', { name });
const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session ended' });

test('a form that is sent after the session ran out is sent once, when its sender has signed in again where they were', async () => {
  await givenMine('XJ-9101', 'inspecting');
  await using visitor = await visit(browser, server, '/mines/XJ-9101?act=FindingRaised', { as: 'inspector' });
  const { page } = visitor;
  const finding = form(page, 'Raise a finding');
  await finding.getByLabel('Description', { exact: true }).fill('Transformer without a fence');
  await finding.getByLabel('Due on', { exact: true }).fill('15 Feb 2099');
  later += LIFETIME + HOUR;
  await finding.getByRole('button', { name: 'Raise a finding' }).click();
  await ended(page).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect(await timesRecorded('FindingRaised', 'XJ-9101')).toBe(0);

  await ended(page).getByRole('button', { name: 'Sign in again as Inspector' }).click();
  await page.getByText(/^Recorded: Finding raised/).waitFor();
  expect(await timesRecorded('FindingRaised', 'XJ-9101')).toBe(1);
  expect(visitor.complaints).toEqual([]);
});

test('a page that only stands there tells when its session runs out; what was typed is there afterwards, and news come again', async () => {
  await givenMine('XJ-9102', 'inspecting');
  await using visitor = await visit(browser, server, '/mines/XJ-9102?act=FindingRaised', { as: 'inspector' });
  const { page } = visitor;
  const description = form(page, 'Raise a finding').getByLabel('Description', { exact: true });
  await description.fill('Transformer without a');
  later += LIFETIME - 3_000;
  const stream = page.waitForResponse('**/v1/live');
  await page.reload();
  await stream;
  later += HOUR;
  // Nothing is asked for: the server ends the stream of news with the sign-in.
  await ended(page)
    .getByRole('button', { name: /^Sign in again/ })
    .press('Enter');
  await ended(page).waitFor({ state: 'hidden' });
  await description.press('End');
  await page.keyboard.type(' fence');
  expect(await description.inputValue()).toBe('Transformer without a fence');

  const inspector = await signedInAt(server.address, { role: 'inspector' });
  await inspector.post('/v1/mines/XJ-9102/events', {
    type: 'CheckRecorded',
    data: { check: 'TAX', outcome: 'pass' },
  });
  await page
    .getByRole('region', { name: 'Timeline', includeHidden: true })
    .getByText('Check recorded')
    .first()
    .waitFor({ state: 'attached' });
  expect(visitor.complaints).toEqual([]);
});

test('what an owner sent without a line waits for them to sign in again, and they are where they were', async () => {
  await givenMine('XJ-9103', 'closed');
  await using visitor = await visit(browser, server, '/my', { as: { ownerOf: 'XJ-9103' }, width: 390 });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Tell us your side' }).click();
  const statement = form(page, 'Tell us your side');
  await statement.getByRole('textbox').first().fill('The outage was not ours.');
  await page.context().setOffline(true);
  await statement.getByRole('button', { name: 'Tell us your side' }).click();
  await statement.getByText('not sent yet (only on this phone)').waitFor();
  later += LIFETIME + HOUR;
  await page.context().setOffline(false);
  await ended(page).getByRole('button', { name: 'Sign in again as Owner of a mine' }).click();
  await page
    .getByRole('region', { name: 'From this phone', includeHidden: true })
    .getByText(/^sent, receipt R-/)
    .waitFor({ state: 'attached' });
  expect(new URL(page.url()).pathname).toBe('/my/XJ-9103');
  expect(await timesRecorded('OwnerStatementFiled', 'XJ-9103')).toBe(1);
});

test('somebody else can take over the page, and sees nothing of what the other had open', async () => {
  await givenMine('XJ-9104', 'inspecting');
  await using visitor = await visit(browser, server, '/mines/XJ-9104?act=FindingRaised', { as: 'inspector' });
  const { page } = visitor;
  const finding = form(page, 'Raise a finding');
  await finding.getByLabel('Description', { exact: true }).fill('Transformer without a fence');
  await finding.getByLabel('Due on', { exact: true }).fill('15 Feb 2099');
  later += LIFETIME + HOUR;
  await finding.getByRole('button', { name: 'Raise a finding' }).click();
  await ended(page).getByRole('button', { name: 'Sign in as somebody else' }).click();
  await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
  await page.getByRole('button', { name: /^Reviewer/ }).click();
  await page.getByRole('heading', { name: 'Mine XJ-9104', level: 1 }).waitFor();
  expect(await page.getByText('Transformer without a fence').count()).toBe(0);
  expect(await timesRecorded('FindingRaised', 'XJ-9104')).toBe(0);
  expect(visitor.complaints).toEqual([]);
});
