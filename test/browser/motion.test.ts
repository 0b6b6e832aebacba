import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onTheWayTo } from '../course.ts';
import { givenRectify } from './given-rectify.ts';
import { drawn } from './visitor.ts';

const rectify = givenRectify();
beforeAll(async () => {
  await onTheWayTo('licensed', await rectify.registered({ mineId: 'XJ-9301' }));
});

/** What begins to move while somebody steps through a history, chooses settings and opens the palette. */
async function movesOf(page: Page): Promise<string[]> {
  await page.goto('/mines/XJ-9301/replay?step=1');
  await drawn(page);
  await page.getByRole('button', { name: /^Last/ }).click();
  await page.getByRole('button', { name: 'Language and display' }).click();
  await page.getByRole('group', { name: 'Appearance' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  const moved = await page.evaluate(() => document.documentElement.dataset.moved ?? '');
  return moved.split(';').filter((one) => one !== '');
}

test('for whoever asks for less motion nothing moves', async () => {
  await using visitor = await rectify.visit('/mines', { as: 'analyst' });
  const { page } = visitor;
  await page.addInitScript(() => {
    for (const began of ['transitionrun', 'animationstart']) {
      document.addEventListener(began, ({ type, target }) => {
        const name = target instanceof Element ? target.localName : '';
        document.documentElement.dataset.moved = `${document.documentElement.dataset.moved ?? ''}${type} ${name};`;
      });
    }
  });
  expect(await movesOf(page)).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await movesOf(page)).not.toEqual([]);
  expect(visitor.complaints).toEqual([]);
});
