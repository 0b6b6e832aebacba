import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type MineAtServer, order } from '../course.ts';
import { givenRectify } from './given-rectify.ts';
import { pageIsKept } from './page-is-kept.ts';
import { photographs } from './photographs.ts';

const rectify = givenRectify();

let mines = 0;
/** A mine that was closed an hour ago. */
async function closedMine(): Promise<MineAtServer> {
  const occurredAt = new Date(Date.now() - 3600_000).toISOString();
  const mine = await rectify.registered({ mineId: `XJ-930${++mines}`, occurredAt });
  await mine.does(rectify.people.inspector, 'ClosureOrdered', order, { occurredAt });
  return mine;
}
const check = (page: Page, name: string): Locator => page.getByRole('region', { name });
const phone = { as: 'inspector', width: 390 } as const;

test('an inspection is done on a phone without a line: taken along, loaded anew, put on record, received later with its photos', async () => {
  const mine = await closedMine();
  await using visitor = await rectify.visit('/on-the-spot', phone);
  const { page } = visitor;
  await page.getByRole('searchbox').fill(mine.mineId);
  const waiting = page.getByRole('listitem').filter({ hasText: mine.mineId });
  await waiting.getByRole('button', { name: 'Take with me' }).click();
  await page.getByRole('listitem').filter({ hasText: 'as read on' }).first().waitFor();
  await pageIsKept(page);

  await page.context().setOffline(true);
  await page.goto(`/mines/${mine.mineId}/inspection`);
  await page.getByRole('heading', { name: `Mine ${mine.mineId}`, level: 1 }).waitFor();
  expect(await page.getByRole('banner').locator('[aria-current]').allTextContents()).toEqual(['On the spot']);
  await page.getByRole('button', { name: 'Put the inspection on record' }).click();
  await page.getByText('There is a problem').waitFor();
  await page.getByRole('button', { name: 'The inspection begins now' }).click();
  await page.getByRole('textbox', { name: 'Inspectors present' }).fill('2');
  await check(page, 'Tax').getByRole('radio', { name: 'failed' }).check();
  await check(page, 'Real names of producers').getByRole('radio', { name: 'passed' }).check();
  await check(page, 'Real names of customers').getByRole('radio', { name: 'not applicable' }).check();
  await page.getByRole('button', { name: 'Add a finding' }).click();
  const finding = page.getByRole('group', { name: 'Finding 1' });
  await finding.getByRole('textbox', { name: 'Description' }).fill('The east hall is not metered.');
  await finding.getByLabel('Due on').fill('31 Jan 2099');
  await finding.getByRole('button', { name: 'Choose from a calendar' }).click();
  await page.getByRole('button', { name: '30 Jan 2099' }).click();
  await finding.locator('input[type=file]').setInputFiles(await photographs(page, 2));
  await finding.getByRole('img', { name: 'Photo 2' }).waitFor();
  await page.getByText('The inspection is not passed: 1 finding is open.').waitFor();
  await page.reload();
  await page.getByText('The inspection is not passed: 1 finding is open.').waitFor();
  await page.getByRole('radio', { name: 'refused to sign' }).check();
  await page.getByRole('button', { name: 'Put the inspection on record' }).click();
  await page.getByText('on this phone, not received yet').waitFor();
  expect((await mine.now()).state.operation).toBe('closed.awaitingInspection');

  await page.context().setOffline(false);
  await page.getByText(/^received, receipt R-[0-9A-F]{8}, /).waitFor();
  const recorded = (await mine.history()).slice(-7);
  expect(recorded.map(({ type }) => type)).toEqual([
    'InspectionStarted',
    'CheckRecorded',
    'CheckRecorded',
    'CheckRecorded',
    'FindingRaised',
    'DocumentAttached',
    'InspectionFailed',
  ]);
  expect(recorded[0]?.data).toMatchObject({ inspectorsPresent: 2 });
  expect(recorded[5]?.data).toMatchObject({ document: { mediaType: 'application/pdf' }, visibility: 'owner' });
  expect(recorded[6]?.data).toMatchObject({ ownerSide: 'refused' });
  expect((await mine.now()).detail.findings).toMatchObject([
    { description: 'The east hall is not metered.', dueOn: '2099-01-30' },
  ]);
});

test('an inspection that cannot go on is abandoned on the spot without a line, with its reason and what was looked at so far', async () => {
  const mine = await closedMine();
  await using visitor = await rectify.visit(`/mines/${mine.mineId}/inspection`, phone);
  const { page } = visitor;
  const cannotGoOn = page.getByText('The inspection cannot go on');
  await check(page, 'Tax').getByRole('radio', { name: 'passed' }).waitFor();
  expect(await cannotGoOn.count()).toBe(0);

  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'The inspection begins now' }).click();
  await page.getByRole('textbox', { name: 'Inspectors present' }).fill('2');
  await check(page, 'Tax').getByRole('radio', { name: 'passed' }).check();
  await cannotGoOn.click();
  await page.getByRole('button', { name: 'Abandon the inspection' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Reason/ })
    .click();
  await page.keyboard.type('The power went off in the whole district.');
  await page.getByRole('button', { name: 'Abandon the inspection' }).click();
  await page.getByText('on this phone, not received yet').waitFor();

  await page.context().setOffline(false);
  await page.getByText(/^received, receipt R-/).waitFor();
  const [started, checked, abandoned] = (await mine.history()).slice(-3);
  expect(started).toMatchObject({ type: 'InspectionStarted', data: { inspectorsPresent: 2 } });
  expect(checked).toMatchObject({ type: 'CheckRecorded', data: { check: 'TAX', outcome: 'pass' } });
  expect(abandoned).toMatchObject({
    type: 'InspectionAbandoned',
    data: { reason: 'The power went off in the whole district.' },
  });
  expect((await mine.now()).state.operation).toBe('closed.awaitingInspection');
  // The next one begins with an empty checklist.
  await page.getByRole('button', { name: 'The inspection begins now' }).waitFor();
  expect(await check(page, 'Tax').getByRole('radio', { name: 'passed' }).isChecked()).toBe(false);
});

test('a phone whose clock is three hours ahead is told so, and its times are corrected, not refused', async () => {
  const mine = await closedMine();
  await using visitor = await rectify.visit('/on-the-spot', phone);
  const { page } = visitor;
  await page.getByRole('heading', { name: 'Inspections on the spot', level: 1 }).waitFor();
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    const ahead = 3 * 3600_000;
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given: [] | [number | string]) {
        super(given.length === 0 ? now() + ahead : given[0]);
      }
      static override now() {
        return now() + ahead;
      }
    } as DateConstructor;
  });
  await page.goto(`/mines/${mine.mineId}/inspection`);
  await page.getByText('The clock of this device is 180 minutes ahead of the server.').waitFor();
  await page.getByRole('button', { name: 'The inspection begins now' }).click();
  await page.getByRole('textbox', { name: 'Inspectors present' }).fill('2');
  for (const name of ['Tax', 'Real names of producers', 'Real names of customers'])
    await check(page, name).getByRole('radio', { name: 'passed' }).check();
  await page.getByRole('radio', { name: 'signed', exact: true }).check();
  await page.getByRole('button', { name: 'Put the inspection on record' }).click();
  await page.getByText(/^received, receipt R-/).waitFor();
  const { status } = await mine.now();
  expect(status).toBe('inspected');
  for (const { occurredAt, recordedAt } of (await mine.history()).slice(-5)) {
    expect(Date.parse(recordedAt) - Date.parse(occurredAt)).toBeLessThan(120_000);
  }
});

test('a record that the server refuses stays on the phone with the reason, and can be changed and sent again', async () => {
  const mine = await closedMine();
  await using visitor = await rectify.visit(`/mines/${mine.mineId}/inspection`, phone);
  const { page } = visitor;
  await page.getByRole('button', { name: 'The inspection begins now' }).click();
  await page.getByRole('textbox', { name: 'Inspectors present' }).fill('2');
  for (const name of ['Tax', 'Real names of producers', 'Real names of customers'])
    await check(page, name).getByRole('radio', { name: 'passed' }).check();
  await page.getByRole('radio', { name: 'absent' }).check();
  await page.getByRole('textbox', { name: 'Summary' }).fill('Seen: 11010519491231002X');
  await page.getByRole('button', { name: 'Put the inspection on record' }).click();
  await page.getByText(/^returned by the server, nothing was recorded/).waitFor();
  await page
    .getByText(/[Ii]dentity numbers are never stored/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'On the spot', exact: true }).click();
  await page.getByRole('link', { name: /^The server returned 1 thing/ }).click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('textbox', { name: 'Summary' }).fill('All in order.');
  await page.getByRole('button', { name: 'Put the inspection on record' }).click();
  await page.getByText(/^received, receipt R-/).waitFor();
  expect((await mine.history()).at(-1)).toMatchObject({ type: 'InspectionPassed', data: { ownerSide: 'absent' } });
});
