import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onTheWayTo } from '../course.ts';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify();

const form = (page: Page) => page.getByRole('dialog').first();

/** Waits until the keyboard is on what has a label. */
const reaches = (page: Page, label: string) => page.locator(`[aria-label="${label}"]:focus`).waitFor();

test('by keyboard alone a day is typed or picked, a time is typed, and what is none is told', async () => {
  const mine = await onTheWayTo('closed', await rectify.registered({ mineId: 'XJ-DAY1' }));
  await using visitor = await rectify.visit('/mines/XJ-DAY1?act=InspectionScheduled', { as: 'inspector' });
  const { page } = visitor;
  const { keyboard } = page;
  const day = form(page).getByRole('textbox', { name: 'Day' });
  await day.press('Tab');
  expect(await page.getByRole('alert').count()).toBe(0);
  await day.focus();
  await keyboard.type('31 nov 2097');
  await keyboard.press('Tab');
  await page.getByRole('alert').getByText('This is not a day.').waitFor();
  await day.fill('2097/1/15');
  await page.getByRole('alert').waitFor({ state: 'hidden' });
  await keyboard.press('Tab');
  expect(await day.inputValue()).toBe('15 Jan 2097');

  await keyboard.press('Enter');
  await page.getByRole('button', { name: '15 Jan 2097', pressed: true }).waitFor();
  await reaches(page, '15 Jan 2097');
  for (const key of ['ArrowDown', 'End', 'ArrowRight', 'ArrowDown', 'PageDown', 'Home']) await keyboard.press(key);
  await reaches(page, '4 Mar 2097');
  await keyboard.press('Escape');
  await page.getByRole('columnheader').first().waitFor({ state: 'detached' });
  await reaches(page, 'Choose from a calendar');
  expect(await day.inputValue()).toBe('15 Jan 2097');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: '15 Jan 2097', pressed: true }).waitFor();
  await reaches(page, '15 Jan 2097');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await reaches(page, 'Choose from a calendar');
  expect(await day.inputValue()).toBe('16 Jan 2097');

  const time = form(page).getByRole('textbox', { name: 'Time' });
  await keyboard.press('Tab');
  await keyboard.type('25:00');
  await keyboard.press('Shift+Tab');
  await page.getByRole('alert').getByText('This is not a time of day.').waitFor();
  await time.fill('1430');
  await time.press('Enter');
  await page.getByText(/^Recorded: Inspection scheduled/).waitFor();
  const { data } = (await mine.history()).findLast(({ type }) => type === 'InspectionScheduled') ?? {};
  expect(data).toMatchObject({ scheduledFor: '2097-01-16T14:30:00+08:00' });
  expect(visitor.complaints).toEqual([]);
});

test('on a phone in Chinese the calendar fits, has targets for fingers, begins its weeks on Monday, and ends with today', async () => {
  await onTheWayTo('closed', await rectify.registered({ mineId: 'XJ-DAY2' }));
  const look = { language: 'zh-CN', width: 390, appearance: 'dark' } as const;
  await using visitor = await rectify.visit('/mines/XJ-DAY2?act=NoteAdded', { as: 'inspector', ...look });
  const { page } = visitor;
  await form(page).getByText('更多内容与发生时间').click();
  await form(page).getByLabel('此前', { exact: true }).check();
  const day = form(page).getByRole('textbox', { name: '日期' });
  await day.fill('2999年1月1日');
  await day.press('Tab');
  await page.getByRole('alert').getByText('或以前的日期').waitFor();
  await day.fill('2018年11月5日');
  await page.getByRole('button', { name: '从日历中选择' }).click();
  const chosen = page.getByRole('button', { name: '2018年11月5日', pressed: true });
  await chosen.waitFor();
  expect(await page.getByRole('columnheader').first().textContent()).toBe('一');

  const boxes = await page.getByRole('dialog', { name: '从日历中选择' }).getByRole('button').all();
  for (const button of boxes) {
    const box = await button.boundingBox();
    expect(box).not.toBeNull();
    if (!box) continue;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    expect(box.y + box.height).toBeLessThanOrEqual(844);
  }
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);

  await page.getByRole('button', { name: '2018年11月9日' }).click();
  expect(await day.inputValue()).toBe('2018年11月9日');
  expect(visitor.complaints).toEqual([]);
});
