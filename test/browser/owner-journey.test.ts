import { rmSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type MineAtServer, onTheWayTo, peopleAt, registered } from '../course.ts';
import { startServer, temporaryFolder } from '../server.ts';
import { givenRectify } from './given-rectify.ts';
import { pageIsKept } from './page-is-kept.ts';
import { photographs } from './photographs.ts';
import { visit } from './visitor.ts';

const rectify = givenRectify();

let mines = 0;
const givenMine = (): Promise<MineAtServer> => rectify.registered({ mineId: `XJ-910${++mines}` });
const form = (page: Page): Locator => page.getByRole('dialog');
const step = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

test('a new owner finds on one screen of a phone: whether to run, why, what is missing, whose turn, by when, how to appeal', async () => {
  const mine = await givenMine();
  const occurredAt = new Date().toISOString();
  await onTheWayTo('closed', mine);
  await mine.does(rectify.people.inspector, 'OrderServed', { servedAt: occurredAt, method: 'handed over at the site' });
  await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, width: 390 });
  const { page } = visitor;
  await page.getByRole('heading', { name: 'You must not run your mine', level: 1 }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  const answers = [
    page.getByRole('heading', { level: 1 }),
    page.getByText('Strict inspection after the outage').first(),
    page.getByText('Ordered by local authorities').first(),
    page.getByRole('link', { name: /^You can appeal until / }),
    page.getByRole('heading', { name: 'What is missing' }),
    step(page, 'Inspection').getByText(/^tax office · due /),
    step(page, 'Licences').getByText('Your turn · not sent yet'),
    step(page, 'Power supply procedure').getByText('Your turn · not sent yet'),
    step(page, 'Social security of employees').getByText('Your turn · not sent yet'),
  ];
  for (const answer of answers) expect(await isOnTheScreen(answer)).toBe(true);

  await page.getByRole('link', { name: /^You can appeal until / }).click();
  const appeal = page.getByRole('region', { name: 'Appeal' });
  await appeal.getByText('Appealing does not by itself let you run').waitFor();
  await appeal.getByRole('button', { name: 'Appeal' }).click();
  await form(page).getByRole('textbox', { name: 'Grounds' }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

describe('without a line', () => {
  test('six photos are kept on the phone, sent as one document when the line is back, and the receipt is there to show', async () => {
    const mine = await onTheWayTo('inspected', await givenMine());
    await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, width: 390 });
    const { page } = visitor;
    const photos = await photographs(page, 6);
    await step(page, 'Licences').getByText('Your turn').click();
    await step(page, 'Licences').getByRole('button', { name: 'Send a document' }).click();

    await page.context().setOffline(true);
    await form(page).locator('input[type=file]').setInputFiles(photos.slice(0, 4));
    await form(page).getByRole('img', { name: 'Photo 4' }).waitFor();
    await form(page).locator('input[type=file]').setInputFiles(photos.slice(4));
    await form(page)
      .getByText(/^6 photos, .* They are sent as one PDF, in this order\.$/)
      .waitFor();
    await form(page).getByRole('button', { name: 'Move photo 6 up' }).click();
    await form(page).getByRole('button', { name: 'Send a document' }).click();
    await form(page).getByText('not sent yet (only on this phone)').waitFor();
    await form(page).getByRole('button', { name: 'Close' }).last().click();
    await step(page, 'Licences').getByText('not sent yet (only on this phone)').last().waitFor();
    expect((await mine.history()).map(({ type }) => type)).not.toContain('EvidenceSubmitted');

    await page.context().setOffline(false);
    const kept = page.getByRole('region', { name: 'From this phone' });
    await kept.getByText(/^sent, receipt R-[0-9A-F]{8}, /).waitFor();
    const [receipt] = /R-[0-9A-F]{8}/.exec((await kept.textContent()) ?? '') ?? [];
    // The case is there before its history, which has the receipt.
    await step(page, 'Licences')
      .getByText(new RegExp(`not accepted yet.*${String(receipt)}`))
      .waitFor();

    const sent = (await mine.history()).filter(({ type }) => type === 'EvidenceSubmitted');
    expect(sent).toMatchObject([{ data: { requirement: 'LICENCES', document: { name: '6 photos.pdf' } } }]);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '6 photos.pdf' }).first().click();
    expect((await saving).suggestedFilename()).toBe('6 photos.pdf');
    expect(visitor.complaints.filter((complaint) => !isOfTheLine(complaint))).toEqual([]);
  });

  test('a page that is loaded anew shows what was read last and what is not sent, and goes on by itself', async () => {
    const mine = await onTheWayTo('closed', await givenMine());
    await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, width: 390 });
    const { page } = visitor;
    await page.getByRole('heading', { name: 'What is missing' }).waitFor();
    await page.getByText('The mine was closed by order of').first().waitFor();
    await pageIsKept(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: 'You must not run your mine', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByRole('textbox').first().fill('The outage was not ours.');
    await form(page).getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByText('not sent yet (only on this phone)').waitFor();
    await page.reload();
    const kept = page.getByRole('region', { name: 'From this phone' });
    await kept.getByText('not sent yet (only on this phone)').waitFor();
    await page.context().setOffline(false);
    await kept.getByText(/^sent, receipt R-/).waitFor();
    expect((await mine.history()).filter(({ type }) => type === 'OwnerStatementFiled')).toHaveLength(1);
  });

  test('a form opens, and what is written in it is kept, also where the browser keeps no page and the line was lost before the first one', async () => {
    const mine = await onTheWayTo('closed', await givenMine());
    await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, width: 390 });
    const { page } = visitor;
    await page.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    await page.evaluate(async () => {
      for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await page.reload();
    await page.getByRole('heading', { name: 'What is missing' }).waitFor();
    await page.waitForFunction(() =>
      ['event-form', 'calendar'].every((part) =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes(`/${part}-`)),
      ),
    );
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByRole('textbox').first().fill('The outage was not ours.');
    await form(page).getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByText('not sent yet (only on this phone)').waitFor();
    await page.context().setOffline(false);
    await page
      .getByRole('region', { name: 'From this phone' })
      .getByText(/^sent, receipt R-/)
      .waitFor();
  });

  test('an answer that is lost on its way back makes nothing happen twice', async () => {
    const mine = await onTheWayTo('closed', await givenMine());
    await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, width: 390 });
    const { page } = visitor;
    await page.getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByRole('textbox').first().fill('The outage was not ours.');
    const lost = `**/v1/mines/${mine.mineId}/events`;
    await page.route(lost, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await form(page).getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByText('not sent yet (only on this phone)').waitFor();
    await page.unroute(lost);
    await form(page).getByRole('button', { name: 'Close' }).last().click();
    await page
      .getByRole('region', { name: 'From this phone' })
      .getByText(/^sent, receipt R-/)
      .waitFor();
    expect((await mine.history()).filter(({ type }) => type === 'OwnerStatementFiled')).toHaveLength(1);
  });

  test('what was typed is there again after the page was loaded anew, and nobody signs out past what is not sent', async () => {
    const mine = await onTheWayTo('closed', await givenMine());
    await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, width: 390 });
    const { page } = visitor;
    await page.getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByRole('textbox').first().fill('The outage was not ours.');
    await page.reload();
    await page.getByRole('button', { name: 'Tell us your side' }).click();
    await expect(form(page).getByRole('textbox').first().inputValue()).resolves.toBe('The outage was not ours.');

    await page.context().setOffline(true);
    await form(page).getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByText('not sent yet (only on this phone)').waitFor();
    await form(page).getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await form(page).getByRole('heading', { name: 'You cannot sign out yet' }).waitFor();
    await form(page).getByRole('button', { name: 'Send now' }).waitFor();
    await page.context().setOffline(false);
    await form(page).getByRole('heading', { name: 'You cannot sign out yet' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    expect((await mine.history()).map(({ type }) => type)).toContain('OwnerStatementFiled');
  });
});

test('who has several mines goes from one back to all of them', async () => {
  const [one, other] = [await givenMine(), await givenMine()];
  await using visitor = await rectify.visit('/my', { as: { ownerOf: one.mineId }, width: 390 });
  const { page } = visitor;
  expect(await page.getByRole('navigation', { name: 'You are here' }).count()).toBe(0);
  await page.evaluate(
    (mines) => {
      const session = JSON.parse(sessionStorage.getItem('rectify.session') ?? '{}');
      sessionStorage.setItem('rectify.session', JSON.stringify({ ...session, mines }));
    },
    [one.mineId, other.mineId],
  );
  await page.goto(`/my/${one.mineId}`);
  await page.getByRole('navigation', { name: 'You are here' }).getByRole('link', { name: 'My mines' }).click();
  await page.getByRole('link', { name: one.mineId }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('what is new is told until it was seen, and by e-mail where a server sends any: the choice is kept', async () => {
  const mine = await onTheWayTo('closed', await givenMine());
  await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, width: 390 });
  const { page } = visitor;
  await page.getByRole('heading', { name: 'What is missing' }).waitFor();
  await mine.does(rectify.people.inspector, 'InspectionScheduled', { inspectionId: 'I7', scheduledFor: '2099-01-31' });
  const news = page.getByRole('status').filter({ hasText: 'New since you were here last' });
  await news.getByText('An inspection was planned for 31 Jan 2099.').waitFor();
  await page.reload();
  await news.getByRole('link', { name: 'Be told by e-mail' }).click();

  await page.getByText('This server sends no e-mail. What you choose is kept for when it does.').waitFor();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('at home');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await page.getByText('This is no e-mail address.').first().waitFor();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('owner@example.com');
  await page.getByRole('checkbox', { name: 'what falls due, and what is late' }).uncheck();
  await page.getByRole('button', { name: 'Keep this' }).click();
  await page.getByText('Kept.').waitFor();
  await page.reload();
  await page.getByRole('checkbox', { name: 'what others record about my mines and cases' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe('owner@example.com');
  expect(await page.getByRole('checkbox', { name: 'what falls due, and what is late' }).isChecked()).toBe(false);

  await page.goto(`/my/${mine.mineId}`);
  await news.getByRole('button', { name: 'I have seen this' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'What is missing' }).waitFor();
  expect(await news.count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
});

test('what an owner saw on the phone is not told as new at the desk, also when they saw it without a line', async () => {
  const mine = await onTheWayTo('closed', await givenMine());
  const as = { ownerOf: mine.mineId };
  await using phone = await rectify.visit('/my', { as, width: 390 });
  await phone.page.getByRole('heading', { name: 'What is missing' }).waitFor();
  await using desk = await rectify.visit('/my', { as });
  const news = ({ page }: typeof phone) => page.getByRole('status').filter({ hasText: 'New since you were here last' });
  const toldAtDesk = async (sentence: string) => {
    await news(desk).getByText(sentence).waitFor();
    return news(desk).getByRole('listitem').count();
  };
  const handedOver = () =>
    phone.page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/v1/seen'));

  await mine.does(rectify.people.inspector, 'InspectionScheduled', { inspectionId: 'I7', scheduledFor: '2099-01-31' });
  expect(await toldAtDesk('An inspection was planned for 31 Jan 2099.')).toBe(1);
  await Promise.all([handedOver(), news(phone).getByRole('button', { name: 'I have seen this' }).click()]);
  await desk.page.reload();
  await mine.does(rectify.people.inspector, 'NoteAdded', { text: 'Bring the meter.', visibility: 'owner' });
  expect(await toldAtDesk('A note was put on the file.')).toBe(1);

  await news(phone).getByText('A note was put on the file.').waitFor();
  await phone.page.context().setOffline(true);
  await news(phone).getByRole('button', { name: 'I have seen this' }).click();
  await news(phone).waitFor({ state: 'hidden' });
  await Promise.all([handedOver(), phone.page.context().setOffline(false)]);
  await desk.page.reload();
  await mine.does(rectify.people.inspector, 'InspectionStarted', { inspectionId: 'I7', inspectorsPresent: 2 });
  expect(await toldAtDesk('An inspection began.')).toBe(1);
  expect([...phone.complaints, ...desk.complaints]).toEqual([]);
});

test('what the server refuses stays on the phone with all that is wrong, and can be changed', async () => {
  const mine = await onTheWayTo('closed', await givenMine());
  await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, width: 390 });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Ask to lift the closure' }).click();
  await form(page).getByRole('textbox').first().fill('All is in order.');
  await page.context().setOffline(true);
  await form(page).getByRole('button', { name: 'Ask to lift the closure' }).click();
  await form(page).getByText('not sent yet (only on this phone)').waitFor();
  await form(page).getByRole('button', { name: 'Close' }).last().click();
  await mine.does(mine.owner, 'LiftRequested', { reason: 'Sent from elsewhere.' });
  await page.context().setOffline(false);
  const kept = page.getByRole('region', { name: 'From this phone' });
  await kept.getByText(/^returned by the server, nothing was recorded/).waitFor();
  await kept.getByRole('button', { name: 'Delete, do not send' }).click();
  await kept.waitFor({ state: 'hidden' });
});

test('what waits is sent when the server is there again after it was restarted', async () => {
  const data = temporaryFolder();
  try {
    await using first = await startServer({ data });
    const mine = await onTheWayTo('closed', await registered(first, await peopleAt(first), { mineId: 'XJ-9201' }));
    await using visitor = await visit(rectify.browser, first, '/my', { as: { ownerOf: mine.mineId }, width: 390 });
    const { page } = visitor;
    await page.getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByRole('textbox').first().fill('The outage was not ours.');
    await first.kill();
    await form(page).getByRole('button', { name: 'Tell us your side' }).click();
    await form(page).getByText('not sent yet (only on this phone)').waitFor();
    await form(page).getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('1 thing is not sent yet').waitFor();

    await using _again = await startServer({ data, variables: { PORT: new URL(first.address).port } });
    await page
      .getByRole('region', { name: 'From this phone' })
      .getByText(/^sent, receipt R-/)
      .waitFor();
    await page.getByText('1 thing is not sent yet').waitFor({ state: 'hidden' });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});

/** Whether the whole of something is seen without scrolling. */
async function isOnTheScreen(what: Locator): Promise<boolean> {
  await what.waitFor();
  const box = await what.boundingBox();
  const height = what.page().viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

/** Browsers complain that there is no line. */
const isOfTheLine = (complaint: string): boolean => complaint.includes('net::ERR_INTERNET_DISCONNECTED');
