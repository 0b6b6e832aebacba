import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { onTheWayTo, peopleAt, registered } from '../course.ts';
import { type Server, startServer } from '../server.ts';
import { launchChromium } from './chromium.ts';
import { visit } from './visitor.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

test('the papers of a reopened mine are made from its records, and a signed scan goes back on the file', async () => {
  const mine = await onTheWayTo('reopened', await registered(server, await peopleAt(server), { mineId: 'XJ-9001' }));
  await using visitor = await visit(browser, server, `/mines/${mine.mineId}`, { as: 'inspector' });
  const { page } = visitor;
  await page.getByRole('link', { name: 'Papers to print' }).click();
  for (const paper of ['Closing order', 'Inspection record', 'Decision on reopening'])
    await page.getByRole('link', { name: paper }).waitFor();

  await page.getByRole('link', { name: 'Inspection record' }).click();
  const paper = page.getByRole('article');
  await paper.getByText(/^No\. XJ-9001\/1\/R-/).waitFor();
  for (const check of ['Tax', 'Real names of producers', 'Real names of customers'])
    await paper.getByText(new RegExp(`^${check}.*: passed$`)).waitFor();
  await paper.getByText(/Made by Rectify from the records as of .*, up to position \d+\./).waitFor();

  const buffer = Buffer.from('%PDF-1.7 signed');
  await page.locator('input[type=file]').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer });
  await page.getByText('It is on the file.').waitFor();
  const attached = (await mine.history()).at(-1);
  expect(attached).toMatchObject({
    type: 'DocumentAttached',
    data: { visibility: 'owner', document: { name: expect.stringMatching(/^Inspection record XJ-9001.*scan\.pdf$/) } },
  });

  await page.emulateMedia({ media: 'print' });
  await paper.waitFor();
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(visitor.complaints).toEqual([]);
});
