import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onTheWayTo, order } from '../course.ts';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify();

const waiting = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Approve' }) });
const changes = (page: Page) => page.getByRole('region', { name: 'What this changes' });

test('who decides on a request sees what is proposed, by whom, on which facts, and what it changes, and declines with a reason', async () => {
  const mine = await rectify.registered({ mineId: 'XJ-9001' });
  await mine.requests(rectify.people.inspector, 'ClosureOrdered', order);
  await using supervisor = await rectify.visit('/mines/XJ-9001', { as: 'supervisor' });
  const { page } = supervisor;
  await waiting(page).getByText('Order closing').waitFor();
  await waiting(page)
    .getByText(/^Requested by inspector/)
    .waitFor();
  await waiting(page).getByText('Strict inspection after the outage').waitFor();
  await waiting(page).getByText('Show what this changes').click();
  await changes(page).getByText('operating').first().waitFor();
  const told = await changes(page).textContent();
  expect(told).toMatch(/Operation.*operating → After: .*waiting for an inspection/);
  expect(told).toContain('May runBefore: yes → After: no');
  expect(told).toMatch(/not due → After: \d/);
  expect(told).not.toContain('Figures that move');

  await page.getByRole('button', { name: 'Decline' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Reason' }).fill('The grounds name another mine');
  await form.getByRole('button', { name: 'Decline' }).click();
  await page.getByRole('region', { name: 'Timeline' }).getByText('The grounds name another mine').first().waitFor();
  expect((await mine.now()).detail.approvals).toEqual([]);
  expect(supervisor.complaints).toEqual([]);
});

test('who asked sees the request and who can answer it, and no answer of their own', async () => {
  const mine = await onTheWayTo('complete', await rectify.registered({ mineId: 'XJ-9002' }));
  await mine.does(rectify.people.licensing, 'RequirementsCertified', {});
  await mine.requests(rectify.people.supervisor, 'ReopeningAuthorised', {});
  await using same = await rectify.visit('/mines/XJ-9002', { as: 'supervisor' });
  await same.page.getByText(/^Requested by you/).waitFor();
  expect(await same.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await using second = await rectify.visit('/mines/XJ-9002', { as: 'secondSupervisor' });
  await waiting(second.page).getByText('Show what this changes').click();
  await changes(second.page)
    .getByText(/licensed/)
    .first()
    .waitFor();
  await second.page.getByRole('button', { name: 'Approve' }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await same.page.getByRole('main').getByText('Reopened', { exact: true }).first().waitFor();
  expect([...same.complaints, ...second.complaints]).toEqual([]);
});
