import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onTheWayTo } from '../course.ts';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify();
beforeAll(async () => {
  await onTheWayTo('inspecting', await rectify.registered({ mineId: 'XJ-9001' }));
});

const stateOf = (page: Page, state: string) =>
  page.getByRole('group', { name: /^Where the mine stands/ }).getByRole('button', { name: state });
const panel = (page: Page, state: string) => page.getByRole('region', { name: `Why not: ${state}?` });

test('a state that the mine is not in says how far it is, with each step and who takes it; the address names it', async () => {
  await using visitor = await rectify.visit('/mines/XJ-9001', { as: 'inspector' });
  const { page } = visitor;
  await stateOf(page, 'Licensed').click();
  const why = panel(page, 'Licensed, still shut');
  const steps = why.getByRole('listitem');
  await steps.filter({ hasText: 'Record a check: Tax' }).filter({ hasText: 'inspector (your role)' }).waitFor();
  expect(await steps.last().textContent()).toMatch(/Certify the requirements.*licensing officer/s);
  await why.getByText(`It is ${await steps.count()} steps away.`).waitFor();
  await page.waitForURL(/whyNot=operation:licensed/);
  await page.reload();
  await why
    .getByText(/Certify the requirements/)
    .first()
    .waitFor();
  await why.getByRole('button', { name: 'Close' }).click();
  await why.waitFor({ state: 'hidden' });
  expect(visitor.complaints).toEqual([]);
});

test('with the keyboard alone, and from the list that says the same; what one can do now opens its form', async () => {
  await using visitor = await rectify.visit('/mines/XJ-9001', { as: 'inspector' });
  const { page } = visitor;
  await stateOf(page, 'Awaiting re-inspection').focus();
  await page.keyboard.press('Enter');
  await panel(page, 'Awaiting re-inspection').waitFor();
  await page.locator('summary', { hasText: 'The same as a list' }).click();
  await page
    .getByRole('row', { name: /Making faults good/ })
    .getByRole('button', { name: 'Why not: Making faults good?' })
    .click();
  await panel(page, 'Making faults good').waitFor();
  await page
    .getByRole('row', { name: /Lodged/ })
    .getByRole('button', { name: 'Why not: Appeal: Lodged?' })
    .click();
  await panel(page, 'Appeal: Lodged').getByText(/owner/).first().waitFor();
  await using supervisor = await rectify.visit('/mines/XJ-9001', { as: 'supervisor' });
  await stateOf(supervisor.page, 'Ordered').click();
  await panel(supervisor.page, 'Power: Ordered')
    .getByRole('button', { name: /^Issue a power direction/ })
    .click();
  await supervisor.page.getByRole('dialog', { name: /^Issue a power direction/ }).waitFor();
  expect([...visitor.complaints, ...supervisor.complaints]).toEqual([]);
});
