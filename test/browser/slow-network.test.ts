import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type MineAtServer, onTheWayTo } from '../course.ts';
import { givenRectify } from './given-rectify.ts';
import { drawn } from './visitor.ts';

/** What may move while a page loads, as a share of the window (Cumulative Layout Shift, "good" by web.dev/cls). */
const UNSETTLING = 0.1;

const rectify = givenRectify({ demonstration: true });

/** Gives a page a line as of a telephone of the third generation: every answer takes so many milliseconds longer, and a megabyte five seconds. */
async function onASlowLine(page: Page): Promise<(latency: number) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const slow = async (latency: number) => {
    const throughput = { downloadThroughput: 200_000, uploadThroughput: 90_000 };
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency, ...throughput });
  };
  await slow(400);
  return slow;
}

const timesRecorded = async (mine: MineAtServer, type: string): Promise<number> =>
  (await mine.history()).filter((event) => event.type === type).length;

test('every page says at once that it is loading, and what comes later moves nothing that is read already', async () => {
  await using visitor = await rectify.visit('/mines', { as: 'inspector' });
  const { page } = visitor;
  await onASlowLine(page);
  await page.addInitScript(() => {
    const moved = new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) {
        const before = Number(document.documentElement.dataset.moved ?? 0);
        if ('value' in shift) document.documentElement.dataset.moved = String(before + Number(shift.value));
      }
    });
    moved.observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/mines?asOf=2018-11-25', '/mines/GZ-0011?asOf=today', '/work?asOf=today']) {
    await page.goto(path);
    await page.getByText('Loading').first().waitFor({ state: 'attached' });
    await drawn(page);
    const moved = Number((await page.locator('html').getAttribute('data-moved')) ?? 0);
    expect({ path, unsettling: moved > UNSETTLING }).toEqual({ path, unsettling: false });
  }
  expect(visitor.complaints).toEqual([]);
});

test('whoever types on is shown what they typed last, though what they typed before is answered after it', async () => {
  await using visitor = await rectify.visit('/mines?asOf=2018-11-25', { as: 'inspector' });
  const { page } = visitor;
  const slow = await onASlowLine(page);
  const search = page.getByRole('searchbox', { name: 'Search mines' });
  const searchFor = async (words: string) => {
    const asked = page.waitForRequest((request) => new URL(request.url()).searchParams.get('q') === words);
    await search.fill(words);
    return asked;
  };
  await slow(2_000);
  const before = await searchFor('XJ-0014');
  await slow(100);
  await searchFor('GZ-0011');
  await page.getByRole('row', { name: /GZ-0011/ }).waitFor();
  await page.getByRole('row', { name: /XJ-0014/ }).waitFor({ state: 'hidden' });
  // It is given up, or comes too late.
  await before.response();
  await drawn(page);
  expect(await page.getByRole('row', { name: /XJ-0014/ }).count()).toBe(0);
  expect(await search.inputValue()).toBe('GZ-0011');
  await page.getByRole('status').getByText('1 mine', { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('a form that is sent twice by somebody who is impatient happens once', async () => {
  const mine = await onTheWayTo('inspecting', await rectify.registered({ mineId: 'XJ-9201' }));
  await using visitor = await rectify.visit('/mines/XJ-9201?asOf=today&act=FindingRaised', {
    as: 'inspector',
  });
  const { page } = visitor;
  await onASlowLine(page);
  await page.reload();
  const form = page.getByRole('dialog', { name: 'Raise a finding' });
  await form.getByLabel('Description', { exact: true }).fill('Transformer without a fence');
  await form.getByLabel('Due on', { exact: true }).fill('15 Feb 2099');
  // The rest of the case is still on its way, and takes nothing of what was typed with it.
  await drawn(page);
  expect(await form.getByLabel('Description', { exact: true }).inputValue()).toBe('Transformer without a fence');
  await form.getByRole('button', { name: 'Raise a finding' }).dblclick();
  await page.getByText(/^Recorded: Finding raised/).waitFor();
  expect(await timesRecorded(mine, 'FindingRaised')).toBe(1);
  expect(visitor.complaints).toEqual([]);
});

test('so does what an owner sends, and an inspection on the spot', async () => {
  const mine = await onTheWayTo('closed', await rectify.registered({ mineId: 'XJ-9202' }));
  await using owner = await rectify.visit('/my/XJ-9202?asOf=today', {
    as: { ownerOf: 'XJ-9202' },
    width: 390,
  });
  await onASlowLine(owner.page);
  await owner.page.getByRole('button', { name: 'Tell us your side' }).click();
  const statement = owner.page.getByRole('dialog', { name: 'Tell us your side' });
  await statement.getByRole('textbox').first().fill('The outage was not ours.');
  await statement.getByRole('button', { name: 'Tell us your side' }).dblclick();
  await statement.getByText(/receipt R-/).waitFor();
  expect(await timesRecorded(mine, 'OwnerStatementFiled')).toBe(1);

  await using inspector = await rectify.visit('/mines/XJ-9202/inspection?asOf=today', {
    as: 'inspector',
    width: 390,
  });
  const { page } = inspector;
  await onASlowLine(page);
  await page.getByRole('button', { name: 'The inspection begins now' }).dblclick();
  await page.getByRole('textbox', { name: 'Inspectors present' }).fill('2');
  for (const passed of await page.getByRole('radio', { name: 'passed' }).all()) await passed.check();
  await page.getByRole('radio', { name: 'signed', exact: true }).check();
  await page.getByRole('button', { name: 'Put the inspection on record' }).dblclick();
  await page.getByText(/^received, receipt R-/).waitFor();
  expect(await timesRecorded(mine, 'InspectionStarted')).toBe(1);
  expect(await timesRecorded(mine, 'InspectionPassed')).toBe(1);
});
