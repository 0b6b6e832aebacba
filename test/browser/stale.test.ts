import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onTheWayTo } from '../course.ts';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify();

const form = (page: Page) => page.getByRole('dialog');

test('of two who act on one case at once the second is told what the first did, keeps what they typed, and then decides', async () => {
  const mine = await onTheWayTo('inspecting', await rectify.registered({ mineId: 'XJ-9001' }));
  await using first = await rectify.visit('/mines/XJ-9001?act=FindingRaised', { as: 'inspector' });
  await using second = await rectify.visit('/mines/XJ-9001?act=ClosureWithdrawn', { as: 'supervisor' });
  await form(second.page).getByRole('textbox', { name: 'Reason' }).fill('Ordered in error');

  await form(first.page).getByLabel('Description', { exact: true }).fill('Transformer without a fence');
  await form(first.page).getByLabel('Due on', { exact: true }).fill('15 Feb 2099');
  await form(first.page).getByRole('button', { name: 'Raise a finding' }).click();
  await first.page.getByText(/^Recorded: Finding raised/).waitFor();

  // The case behind the form is told at once; the form still says what it was opened on.
  await second.page
    .getByRole('region', { name: 'Timeline', includeHidden: true })
    .getByText('Finding raised')
    .first()
    .waitFor({ state: 'attached' });
  const send = form(second.page).getByRole('button', { name: 'Withdraw the closing order' });
  await send.click();
  await form(second.page)
    .getByText(/must|may run again/)
    .first()
    .waitFor();
  await send.click();
  const movedOn = form(second.page).getByText('The case has moved on since you opened this.');
  await movedOn.waitFor();
  await form(second.page)
    .getByText(/^Since then: finding raised/i)
    .waitFor();
  expect((await mine.now()).status).toBe('closed');

  await form(second.page).getByRole('button', { name: 'Look at the case again' }).click();
  await movedOn.waitFor({ state: 'hidden' });
  expect(await form(second.page).getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Ordered in error');
  await send.click();
  await form(second.page)
    .getByText(/may run again/)
    .first()
    .waitFor();
  await send.click();
  await second.page.getByText(/^Recorded: Closing order withdrawn/).waitFor();
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

test('what the other did can make it impossible: it says so and why, and what was typed is not lost with it', async () => {
  await onTheWayTo('closed', await rectify.registered({ mineId: 'XJ-9002' }));
  await using first = await rectify.visit('/mines/XJ-9002?act=InspectionScheduled', { as: 'inspector' });
  await form(first.page).getByRole('group', { name: 'Scheduled for' }).getByLabel('Day').fill('15 Jan 2099');

  await using second = await rectify.visit('/mines/XJ-9002?act=ClosureWithdrawn', { as: 'supervisor' });
  await form(second.page).getByRole('textbox', { name: 'Reason' }).fill('Ordered in error');
  const withdraw = form(second.page).getByRole('button', { name: 'Withdraw the closing order' });
  await withdraw.click();
  await form(second.page)
    .getByText(/may run again/)
    .first()
    .waitFor();
  await withdraw.click();
  await second.page.getByText(/^Recorded: Closing order withdrawn/).waitFor();

  await form(first.page).getByText('This is not possible now.').waitFor();
  await form(first.page).getByText('Not possible while the case stands at “operating”.').waitFor();
  await form(first.page).getByText('What you had typed:').waitFor();
  await form(first.page).getByText('15 Jan 2099').waitFor();
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

test('what is recorded before a page that was asked for follows what happens shows on it all the same', async () => {
  const mine = await onTheWayTo('closed', await rectify.registered({ mineId: 'XJ-9004' }));
  await using visitor = await rectify.visit('/mines/XJ-9004', { as: 'inspector' });
  const { page } = visitor;
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const { promise: recorded, resolve } = Promise.withResolvers<void>();
  await page.route('**/v1/live', async (route) => {
    await recorded;
    await route.continue();
  });
  await page.reload();
  await timeline.getByRole('listitem').first().waitFor();
  await mine.does(rectify.people.inspector, 'NoteAdded', { text: 'Bring the meter.', visibility: 'owner' });
  resolve();
  await timeline.getByText('Bring the meter.').first().waitFor();
});
