import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { launchChromium } from './chromium.ts';

const platformFonts = z.object({ fonts: z.array(z.object({ familyName: z.string(), glyphCount: z.number() })) });

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test('the browser of the tests draws Chinese and English in fonts that come with the project', async () => {
  const page = await browser.newPage();
  await page.setContent('<p style="font-family: sans-serif">煤矿 已关闭 closed</p>');
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('DOM.enable');
  await inspector.send('CSS.enable');
  const { root } = await inspector.send('DOM.getDocument');
  const { nodeId } = await inspector.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
  const { fonts } = platformFonts.parse(await inspector.send('CSS.getPlatformFontsForNode', { nodeId }));
  expect(fonts.map((font) => font.familyName).join(' ')).toMatch(/Noto Sans SC/);
  expect(fonts.map((font) => font.familyName).join(' ')).toMatch(/Open Sans/);
});
