import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type MineAtServer, note, onTheWayTo, order, peopleAt, registered } from '../course.ts';
import { startServer, temporaryFolder } from '../server.ts';
import { givenRectify } from './given-rectify.ts';
import { visit } from './visitor.ts';

const rectify = givenRectify();

let mines = 0;
const givenMine = (): Promise<MineAtServer> => rectify.registered({ mineId: `XJ-900${++mines}` });
const canDo = (page: Page): Locator => page.getByRole('region', { name: 'What you can do' });
const form = (page: Page): Locator => page.getByRole('dialog');

test('an inspector asks for closing, a supervisor grants it, and the owner sees it on the page that is open', async () => {
  const { mineId } = await givenMine();
  await using owner = await rectify.visit('/my', { as: { ownerOf: mineId } });
  await owner.page.getByRole('heading', { name: 'You may run your mine', level: 1 }).waitFor();
  await owner.page.evaluate(() => document.body.setAttribute('data-since', 'before the closing'));

  await using inspector = await rectify.visit(`/mines/${mineId}`, { as: 'inspector' });
  await canDo(inspector.page)
    .getByRole('button', { name: /^Order closing/ })
    .click();
  await form(inspector.page).getByRole('textbox', { name: 'Grounds' }).fill('Strict inspection');
  await form(inspector.page).getByRole('textbox', { name: 'Authority' }).fill('Energy office, Xinjiang');
  await form(inspector.page).getByRole('checkbox', { name: 'Not stated' }).last().check();
  await form(inspector.page)
    .getByRole('button', { name: /^Request: / })
    .click();
  await form(inspector.page).getByText(`Mine ${mineId} must stop running.`).waitFor();
  await form(inspector.page)
    .getByRole('button', { name: /^Request: / })
    .click();
  await canDo(inspector.page).getByText('Requested. A second person has to grant it').waitFor();
  expect(await owner.page.getByRole('heading', { level: 1 }).textContent()).toBe('You may run your mine');

  await using supervisor = await rectify.visit(`/mines/${mineId}`, { as: 'supervisor' });
  await canDo(supervisor.page).getByRole('button', { name: 'Approve' }).click();
  await form(supervisor.page).getByRole('button', { name: 'Approve' }).click();

  await owner.page.getByRole('heading', { name: 'You must not run your mine', level: 1 }).waitFor();
  await owner.page.getByText('Energy office, Xinjiang').first().waitFor();
  await inspector.page.getByRole('main').getByText('Closed', { exact: true }).first().waitFor();
  expect(await owner.page.locator('body').getAttribute('data-since')).toBe('before the closing');
  expect(await owner.page.content()).not.toMatch(/inspector-1|supervisor-1/);
  expect([owner, inspector, supervisor].flatMap(({ complaints }) => complaints)).toEqual([]);
});

test('what an owner sends is not yet accepted, and both sides can read it as it was sent', async () => {
  const mine = await onTheWayTo('inspected', await givenMine());
  await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, width: 390 });
  const { page } = visitor;
  const licences = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Licences' }) });
  await licences.getByText('Your turn').click();
  await licences.getByRole('button', { name: 'Send a document' }).click();
  const buffer = Buffer.from('%PDF-1.7 licence no. 7');
  await form(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'licence.pdf', mimeType: 'application/pdf', buffer });
  await form(page).getByText('22 B, received').waitFor();
  await form(page).getByRole('button', { name: 'Send a document' }).click();
  await page.getByText('This is not an acceptance').waitFor();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await licences.getByText(/not accepted yet/).waitFor();

  const sent = (await mine.history()).at(-1);
  const sha256 = createHash('sha256').update(buffer).digest('hex');
  expect(sent).toMatchObject({ type: 'EvidenceSubmitted', data: { document: { name: 'licence.pdf', sha256 } } });
  await using inspector = await rectify.visit(`/mines/${mine.mineId}`, { as: 'inspector' });
  for (const reader of [page, inspector.page]) {
    const saving = reader.waitForEvent('download');
    await reader.getByRole('button', { name: 'licence.pdf' }).first().click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('licence.pdf');
    expect(readFileSync(await saved.path())).toEqual(buffer);
  }
  expect(visitor.complaints).toEqual([]);
});

test('a file that is no document is refused with what is taken, and another one can be chosen', async () => {
  const mine = await onTheWayTo('inspected', await givenMine());
  await using visitor = await rectify.visit('/my', { as: { ownerOf: mine.mineId }, language: 'zh-CN' });
  const { page } = visitor;
  await page.getByRole('button', { name: '提交材料' }).first().click();
  const file = page.locator('input[type=file]');
  await file.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>1</script>') });
  await page.getByText('该文件不是PDF').waitFor();
  await file.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await page.getByText('已收到').waitFor();
});

describe('what cannot be done explains itself', () => {
  test('with all that is missing, who sees to it, and the way there', async () => {
    const { mineId } = await onTheWayTo('inspecting', await givenMine());
    await using visitor = await rectify.visit(`/mines/${mineId}`, { as: 'supervisor' });
    const actions = canDo(visitor.page);
    const sentence = actions.getByText('You cannot authorise reopening yet.');
    const missing = ['a passed inspection (tax office)', 'licences (owner)', 'certification of the requirements'];
    for (const part of missing) await sentence.filter({ hasText: part }).waitFor();

    await actions.locator('summary', { hasText: 'Not possible now' }).click();
    await actions.getByRole('searchbox', { name: 'Search in: Not possible now' }).fill('refuse to lift');
    await actions.getByText('The owner has not asked for the closure to be lifted.').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test('with every condition of a check that is due', async () => {
    const { mineId } = await onTheWayTo('inspecting', await givenMine());
    await using visitor = await rectify.visit(`/mines/${mineId}`, { as: 'inspector' });
    const step = canDo(visitor.page).getByRole('listitem').filter({ hasText: 'You cannot pass the inspection yet.' });
    for (const check of ['Tax', 'Real names of producers', 'Real names of customers'])
      await step.getByText(`${check}: the check has not been recorded.`).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test('at the field that is at fault', async () => {
    const { mineId } = await givenMine();
    await using visitor = await rectify.visit(`/mines/${mineId}`, { as: 'inspector' });
    const { page } = visitor;
    await canDo(page).getByRole('button', { name: 'Add a note' }).click();
    await form(page).getByRole('textbox', { name: 'Note' }).fill('Seen: 11010519491231002X');
    await form(page).getByRole('radio', { name: /owner/i }).check();
    await form(page).getByRole('button', { name: 'Add a note' }).click();
    await form(page).getByText('There is a problem').waitFor();
    await form(page)
      .getByText(/Identity numbers are never stored/)
      .first()
      .waitFor();
    expect(await form(page).getByRole('textbox', { name: 'Note' }).getAttribute('aria-invalid')).toBe('true');
    expect(visitor.complaints).toEqual([]);
  });

  test('also once the window has become narrower, as when a tablet is turned', async () => {
    const { mineId } = await givenMine();
    await using visitor = await rectify.visit(`/mines/${mineId}?act=ClosureOrdered`, { as: 'inspector' });
    const { page } = visitor;
    await form(page).locator('button[type=submit]').click();
    await form(page).getByText('There is a problem').waitFor();
    await page.setViewportSize({ width: 900, height: 1200 });
    // The columns are one now, and what one can do comes before the clock.
    await page.waitForFunction(() => document.querySelector('article')?.childElementCount === 4);
    expect(await form(page).getByText('There is a problem').isVisible()).toBe(true);
  });

  test('when the case has moved on under an open form, which keeps what was typed', async () => {
    const mine = await onTheWayTo('closed', await givenMine());
    await using visitor = await rectify.visit(`/mines/${mine.mineId}`, { as: 'supervisor' });
    const { page } = visitor;
    await canDo(page).getByRole('button', { name: 'Withdraw the closing order' }).click();
    await form(page).getByRole('textbox', { name: 'Reason' }).fill('Ordered in error');
    await mine.does(rectify.people.inspector, 'InspectionStarted', { inspectionId: 'I1' });
    const send = form(page).getByRole('button', { name: 'Withdraw the closing order' });
    await send.click();
    await send.click();
    const movedOn = form(page).getByText('The case has moved on since you opened this.');
    await movedOn.waitFor();
    await form(page).getByRole('button', { name: 'Look at the case again' }).click();
    await movedOn.waitFor({ state: 'hidden' });
    expect(await form(page).getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Ordered in error');
    await send.click();
    await send.click();
    await canDo(page).getByText('Recorded: Closing order withdrawn').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test('to an analyst, who sends nothing', async () => {
    const { mineId } = await givenMine();
    await using visitor = await rectify.visit(`/mines/${mineId}`, { as: 'analyst' });
    await visitor.page.getByText('You can read this case; your role sends nothing here.').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test('when the page looks back, with the way to today', async () => {
    const { mineId } = await givenMine();
    await using visitor = await rectify.visit(`/mines/${mineId}?asOf=2018-11-11`, { as: 'inspector' });
    const { page } = visitor;
    await page.getByRole('heading', { name: 'Not found' }).waitFor();
    await page.getByText(/registered after 11 Nov 2018/).waitFor();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await canDo(page).getByRole('button', { name: 'Add a note' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

test('someone without a mouse signs in, opens a case and sends an event', async () => {
  const { mineId } = await givenMine();
  await using visitor = await rectify.visit('/');
  const { page } = visitor;
  await reach(page, page.getByRole('button', { name: /^Inspector 1/ }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mines', level: 1 }).waitFor();
  await reach(page, page.getByRole('searchbox', { name: 'Search mines' }));
  await page.keyboard.type(mineId);
  await page.getByText('1 mine', { exact: true }).waitFor();
  await reach(page, page.getByRole('row', { name: mineId }).getByRole('link', { name: /^Mine / }));
  await page.keyboard.press('Enter');
  await reach(page, canDo(page).getByRole('button', { name: 'Add a note' }));
  await page.keyboard.press('Enter');
  await reach(page, form(page).getByRole('textbox', { name: 'Note' }));
  await page.keyboard.type('Seen without a mouse');
  await reach(page, form(page).getByRole('radio').first());
  await page.keyboard.press('Space');
  await reach(page, form(page).getByRole('button', { name: 'Add a note' }));
  await page.keyboard.press('Enter');
  await canDo(page).getByText('Recorded: Note added').waitFor();
  await page.getByRole('region', { name: 'Timeline' }).getByText('Seen without a mouse').first().waitFor();
  expect(visitor.complaints).toEqual([]);
});

describe('a replay', () => {
  test('goes through a history step by step, the figures and the diagram following', async () => {
    const mine = await rectify.registered({ mineId: 'XJ-9101', occurredAt: '2024-01-08T09:00:00+08:00' });
    await mine.does(rectify.people.inspector, 'ClosureOrdered', order, { occurredAt: '2024-03-01T09:00:00+08:00' });
    const scheduled = { inspectionId: 'I1', scheduledFor: '2024-03-11' };
    await mine.does(rectify.people.inspector, 'InspectionScheduled', scheduled, {
      occurredAt: '2024-03-07T09:00:00+08:00',
    });
    await using visitor = await rectify.visit('/mines/XJ-9101', { as: 'analyst' });
    const { page } = visitor;
    await page.getByRole('link', { name: 'Step through it' }).click();
    await page.getByRole('slider', { name: 'Step 1 of 5' }).waitFor();
    const figure = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    await figure('Status').getByText('Operating', { exact: true }).waitFor();

    await page.getByRole('button', { name: /^Next step/ }).click();
    await page.getByRole('heading', { name: /^Closing ordered/ }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: /^Inspection scheduled/ }).waitFor();
    await page.keyboard.press('Home');
    await page.getByRole('slider', { name: 'Step 1 of 5' }).waitFor();
    await page.getByRole('textbox', { name: 'Day' }).fill('7 Mar 2024');
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    await page.getByRole('slider', { name: 'Step 3 of 5' }).waitFor();
    await figure('Status').getByText('Closed', { exact: true }).waitFor();
    await figure('Closed so far').getByText('6 days').waitFor();
    await page.getByRole('img', { name: /Operation: Awaiting inspection/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('step')).toBe('3');
    expect(visitor.complaints).toEqual([]);
  });
});

test('a page tells that the server is gone, and goes on by itself when it is back', async () => {
  const data = temporaryFolder();
  try {
    await using first = await startServer({ data });
    await registered(first, await peopleAt(first), { mineId: 'XJ-9201' });
    await using visitor = await visit(rectify.browser, first, '/mines/XJ-9201', { as: 'inspector' });
    const { page } = visitor;
    await canDo(page).getByRole('button', { name: 'Add a note' }).waitFor();
    await first.kill();
    const lost = page.getByText('The connection to the server was lost. Trying again…');
    await lost.waitFor();

    await using again = await startServer({ data, variables: { PORT: new URL(first.address).port } });
    await lost.waitFor({ state: 'hidden' });
    const inspector = await again.as({ role: 'inspector' });
    await inspector.post('/v1/mines/XJ-9201/events', { type: 'NoteAdded', data: note });
    await page.getByRole('region', { name: 'Timeline' }).getByText(note.text).first().waitFor();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});

/** Presses Tab until something has the focus. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${wanted}.`);
}

test('how far reopening is stands beside it, and the way to any event is shown when asked for, by keyboard too', async () => {
  const { mineId } = await onTheWayTo('inspected', await givenMine());
  await using supervisor = await rectify.visit(`/mines/${mineId}`, { as: 'supervisor' });
  const way = canDo(supervisor.page).getByRole('group').filter({ hasText: '5 steps away' });
  await way.getByText('5 steps away: show the way').focus();
  await supervisor.page.keyboard.press('Enter');
  expect(await linesOf(way)).toEqual([
    'Accept a requirement: Licences · licensing officer',
    'Accept a requirement: Power supply procedure · licensing officer',
    'Accept a requirement: Social security of employees · licensing officer',
    'Certify the requirements · licensing officer',
    'Authorise reopening · supervisor (your role), then granted by a second person (supervisor)',
  ]);

  await canDo(supervisor.page).getByText('Not possible now').first().press('Enter');
  const refused = canDo(supervisor.page)
    .getByRole('listitem')
    .filter({ hasText: /^Return the evidence/ });
  await refused.getByText('Show the way').press('Enter');
  await refused.getByText('2 steps away').waitFor();
  expect(await linesOf(refused)).toEqual([
    'Send evidence: Licences · owner',
    'Return the evidence: Licences · licensing officer',
  ]);
  expect(supervisor.complaints).toEqual([]);
});

/** The items of a list as one reads them: a space that does not break is a space. */
async function linesOf(list: Locator): Promise<string[]> {
  return (await list.getByRole('listitem').allTextContents()).map((text) => text.replaceAll('\u00a0', ' '));
}
