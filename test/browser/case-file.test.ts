import { expect, test } from '@jest/globals';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify({ demonstration: true });

test('a part of the file is shown at a time, chosen with the keyboard too, and the address names it', async () => {
  await using visitor = await rectify.visit('/mines/GZ-0003?asOf=2018-11-25', { as: 'inspector' });
  const { page } = visitor;
  const shown = page.getByRole('tabpanel');
  await shown.getByText('Power supply procedure').first().waitFor();
  await page.getByRole('tab', { name: /^Requirements 0\/3/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/tab=findings/);
  expect(await page.getByRole('tab', { name: /^Findings 2/ }).getAttribute('aria-selected')).toBe('true');
  expect(await shown.count()).toBe(1);
  await page.reload();
  await page.getByRole('tabpanel', { name: /^Findings/ }).waitFor();
  await page.getByRole('tab', { name: 'Power', exact: true }).click();
  await shown.getByText('No power direction is in force').waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const part of ['Requirements for reopening', 'Findings', 'Deadlines'])
    await page.getByRole('heading', { name: part }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

test('a month shows what is due on which day, and which days are not worked', async () => {
  await using visitor = await rectify.visit('/mines/GZ-0003?asOf=2018-11-25&tab=deadlines', {
    as: 'inspector',
  });
  const { page } = visitor;
  const month = (name: string) => page.getByRole('table', { name: `What is due in ${name}` });
  await month('November 2018').getByRole('cell', { name: '26 making a fault good' }).waitFor();
  await month('November 2018').getByRole('cell', { name: '24 not a working day' }).waitFor();
  await page.getByText('This month has 22 working days.').waitFor();
  await page.getByText('Making a fault good is due on 26 Nov, in 1 day.').waitFor();
  await page.getByRole('button', { name: 'Next month' }).click();
  await month('December 2018')
    .getByRole('cell', { name: /^3 making a fault good/ })
    .waitFor();
  // The last Saturday of the year is worked, for the holiday that follows it.
  expect(await month('December 2018').getByRole('cell', { name: '29', exact: true }).count()).toBe(1);
  await page.waitForURL(/month=2018-12/);
  expect(visitor.complaints).toEqual([]);
});

test('a case is given to somebody from its assignment', async () => {
  await using visitor = await rectify.visit('/mines/GZ-0003?asOf=today&tab=assignment', { as: 'supervisor' });
  const { page } = visitor;
  await page.getByRole('tabpanel').getByRole('button', { name: 'Assign the case' }).click();
  await page.getByRole('dialog', { name: 'Assign the case' }).waitFor();
  expect(visitor.complaints).toEqual([]);
});
