import type { Page } from 'playwright-core';
import { press, waitForTheForm } from './state-acts.ts';

/** Signs in as the owner of more than one mine. */
export async function ownSeveral(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const mines = ['GZ-0011', 'GZ-0012', 'XJ-0012', 'XJ-0014'];
    const body = JSON.stringify({ role: 'owner', actor: 'owner-of-several', mines });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch('/v1/dev/session', { method: 'POST', headers, body });
    const { token, person } = await answer.json();
    sessionStorage.setItem('rectify.session', JSON.stringify({ ...person, token, number: 0 }));
  });
  await page.goto('/my?asOf=today');
  await page.getByRole('link', { name: /GZ-0012/ }).waitFor();
}

/** Opens a form of the owner's page by the words on its button. */
export function begin(english: string, chinese: string): (page: Page) => Promise<void> {
  return async (page) => {
    await unfold(page);
    await press(english, chinese)(page);
    await waitForTheForm(page);
  };
}

/** Opens everything that is folded. */
export async function unfold(page: Page): Promise<void> {
  await page.locator('main').waitFor();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
}

/** Opens the form of an appeal. */
export async function appeal(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: /^(Appeal|行政复议)$/ })
    .getByRole('button')
    .first()
    .click();
  await waitForTheForm(page);
}

/** Sends a form of evidence without evidence. */
export async function sendNothing(page: Page): Promise<void> {
  await page
    .getByText(/^(Your turn|由您办理)/)
    .first()
    .click();
  await press('Send a document', '提交材料')(page);
  const form = page.getByRole('dialog');
  await form.locator('button[type=submit]').click();
  await form.locator('[aria-invalid=true]').first().waitFor();
}

/** Tells the own side of it. */
export async function tell(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Tell us your side|陈述意见)/ }).click();
  const form = page.getByRole('dialog');
  await form.locator('textarea').first().fill('The outage was not ours.');
  await form.locator('button[type=submit]').click();
  await form.getByText(/R-[0-9A-F]{8}/).waitFor();
}
