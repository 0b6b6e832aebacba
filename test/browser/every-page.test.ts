import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Server, startServer } from '../server.ts';
import { launchChromium } from './chromium.ts';
import { places } from './places.ts';
import { drawn, visit } from './visitor.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ variables: { RECTIFY_SCENARIO: 'november-2018' } }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

test.each(places)(
  '$name can be used by everybody: at a desk and on a phone, light and dark',
  async ({ path, as, before }) => {
    await using visitor = await visit(browser, server, path, as === undefined ? {} : { as });
    const { page } = visitor;
    await before?.(page);
    const faults: string[] = [];
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await drawn(page);
        // What does not depend on colours was looked at in the light.
        const found = await faultsOf(page, colorScheme === 'light' ? undefined : 'color-contrast');
        faults.push(...found.map((fault) => `${width} ${colorScheme}: ${fault}`));
      }
      if (await isWiderThanItsWindow(page)) faults.push(`${width}: scrolls sideways`);
    }
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  },
);

test.each(places.filter(({ before }) => before === undefined))(
  '$name fits a phone in Chinese too',
  async ({ path, as }) => {
    await using visitor = await visit(browser, server, path, { ...(as && { as }), language: 'zh-CN', width: 390 });
    const { page } = visitor;
    await drawn(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.getByRole('main').textContent()).toMatch(/\p{Script=Han}/u);
    expect(await isWiderThanItsWindow(page)).toBe(false);
    expect(visitor.complaints).toEqual([]);
  },
);

/** What axe finds that is serious or critical, by all of its rules or one. */
async function faultsOf(page: Page, rule?: string): Promise<string[]> {
  // All in one frame, and only what is at fault: many times faster, and the page has no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rule === undefined ? axe : axe.withRules([rule])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
}

const isWiderThanItsWindow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
