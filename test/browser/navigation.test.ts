import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify();

/** From its beginning to its end, in pixels from the beginning of the window. */
async function lies(link: Locator): Promise<readonly [number, number]> {
  const box = await link.boundingBox();
  if (box === null) throw new Error('It is not drawn');
  return [box.x, box.x + box.width];
}

test('on a phone the places stand in one line, which shows where one is and moves to the others', async () => {
  await using visitor = await rectify.visit('/changes', { as: 'inspector', width: 390 });
  const { page } = visitor;
  const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  const here = places.filter({ hasText: 'Changes' });
  await here.and(page.locator('[aria-current=page]')).waitFor();
  expect(new Set(await places.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top))).size).toBe(
    1,
  );
  const [begins, ends] = await lies(here);
  expect(begins).toBeGreaterThan(0);
  expect(ends).toBeLessThan(390);

  await places.first().focus();
  expect((await lies(places.first()))[0]).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work/);
  expect(visitor.complaints).toEqual([]);
});
