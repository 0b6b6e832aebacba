import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { words } from '../../packages/web/src/language/en/words.ts';
import { givenRectify } from './given-rectify.ts';
import { misfits } from './misfits.ts';
import { type Place, places } from './places.ts';
import { drawn, type Visitor } from './visitor.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** A desk of 1440 pixels at 200 %, and one of 1280 at 400 % (WCAG 2.2, 1.4.4 and 1.4.10). */
const magnified = [
  { width: 720, height: 450 },
  { width: 320, height: 256 },
];

const rectify = givenRectify({ demonstration: true });

/** One tab for each person and language, in which they go from place to place. */
const tabs = new Map<string, Promise<Visitor>>();

async function goTo({ path, as, before }: Place, language: 'en' | 'zh-CN'): Promise<Visitor> {
  const key = JSON.stringify([as, language]);
  const known = tabs.get(key);
  const tab = known ?? rectify.visit(path, { ...(as && { as }), language });
  tabs.set(key, tab);
  const visitor = await tab;
  await visitor.page.setViewportSize(desk);
  if (known !== undefined) await visitor.page.goto(path);
  await before?.(visitor.page);
  return visitor;
}

/** How many complaints of each tab were told. */
const told = new WeakMap<Visitor, number>();

/** What the page complained of since this was asked before: no place is blamed for another. */
function newComplaints(visitor: Visitor): string[] {
  const complaints = visitor.complaints.slice(told.get(visitor) ?? 0);
  told.set(visitor, visitor.complaints.length);
  return complaints;
}

test.each(places)('$name can be used by everybody: at a desk, magnified, on a phone, light and dark', async (place) => {
  const visitor = await goTo(place, 'en');
  const { page } = visitor;
  const faults: string[] = [];
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await drawn(page);
      // What does not depend on colours was looked at in the light.
      const found = await faultsOf(page, colorScheme === 'light' ? undefined : 'color-contrast');
      faults.push(...found.map((fault) => `${size.width} ${colorScheme}: ${fault}`));
    }
    faults.push(...(await misfits(page)).map((misfit) => `${size.width}: ${misfit}`));
    faults.push(...(await falselyCurrent(page)));
  }
  for (const size of magnified) {
    await page.setViewportSize(size);
    await drawn(page);
    faults.push(...(await misfits(page)).map((misfit) => `${size.width}: ${misfit}`));
  }
  expect(faults).toEqual([]);
  expect(newComplaints(visitor)).toEqual([]);
});

test.each(places)('$name fits a phone in Chinese too', async (place) => {
  const visitor = await goTo(place, 'zh-CN');
  const { page } = visitor;
  await page.setViewportSize(phone);
  await drawn(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await page.getByRole('main').textContent()).toMatch(/\p{Script=Han}/u);
  expect(await misfits(page)).toEqual([]);
  expect(newComplaints(visitor)).toEqual([]);
});

test.each(places)('$name says everything in the other language as soon as that is chosen', async (place) => {
  const visitor = await goTo(place, 'zh-CN');
  const { page } = visitor;
  for (const [other, language] of [
    ['English', 'en'],
    ['中文', 'zh-CN'],
  ] as const) {
    await drawn(page);
    expect(await keysShown(page)).toEqual([]);
    // Behind a window that is open it could not be pressed.
    await page.locator('header button', { hasText: other }).first().dispatchEvent('click');
    await page.locator(`html[lang=${language}]`).waitFor();
  }
  expect(newComplaints(visitor)).toEqual([]);
});

test('the reference of the API is there to read, and comes from this server alone', async () => {
  await using visitor = await rectify.visit('/mines');
  const { page, complaints } = visitor;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/docs');
  await page.getByRole('heading', { name: /^Rectify/ }).waitFor();
  await page.getByRole('button', { name: /Send an event to a mine/ }).click();
  await page.getByText('The statechart decides.').waitFor();
  expect(asked.filter((url) => !url.startsWith(rectify.server.address) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
});

/** Keys of texts that are to be seen, or heard, where the text itself should be. */
async function keysShown(page: Page): Promise<readonly string[]> {
  const isKey = new RegExp(`\\b(?:${Object.keys(words).join('|')})(?:\\.[\\w-]+)+\\b`, 'g');
  return (await page.locator('body').ariaSnapshot()).match(isKey) ?? [];
}

/** Links that say to be the page itself and lead to another; a place that is named among others may leave out what narrows it. */
async function falselyCurrent(page: Page): Promise<string[]> {
  const here = new URL(page.url());
  const current = await page
    .locator('a[aria-current=page]')
    .evaluateAll((links) =>
      links.map((link) => ({ href: link.getAttribute('href') ?? '', named: link.closest('nav') !== null })),
    );
  return current.flatMap(({ href, named }) => {
    const { pathname, searchParams } = new URL(href, here);
    const leadsHere = pathname === here.pathname && (named || isSame(searchParams, here.searchParams));
    return leadsHere ? [] : [`${href} says to be ${here.pathname}${here.search}`];
  });
}

function isSame(some: URLSearchParams, others: URLSearchParams): boolean {
  const [a, b] = [some, others].map((params) => JSON.stringify([...params].sort()));
  return a === b;
}

/** What axe finds that is serious or critical, by all of its rules or one. */
async function faultsOf(page: Page, rule?: string): Promise<string[]> {
  // All in one frame, and only what is at fault: many times faster, and the page has no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rule === undefined ? axe : axe.withRules([rule])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
}
