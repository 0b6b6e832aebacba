import type { Page } from 'playwright-core';

/** Waits until the browser keeps the page itself, so that it opens without a line. */
export async function pageIsKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(async () => (await caches.match('/')) !== undefined);
}
