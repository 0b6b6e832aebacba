import type { Page } from 'playwright-core';
import { photographs } from './photographs.ts';

/** Presses the button that is called this in one of the languages, where the look has it. */
export function press(english: string, chinese: string): (page: Page) => Promise<void> {
  return async (page) => {
    const button = page.getByRole('button', { name: new RegExp(`^(${english}|${chinese})`) }).first();
    if (await button.isVisible()) await button.click();
  };
}

/** Types words into the palette. */
export function ask(words: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(words);
    await page.getByRole('combobox').press('End');
  };
}

/** Asks for the address that cites the figure of the page. */
export async function cite(page: Page): Promise<void> {
  await press('Cite', '引用')(page);
  await page.getByRole('button', { name: /^(Copy the address|复制网址)$/ }).waitFor();
}

/** Opens the calendar of a form that asks for a day. */
export async function openTheCalendar(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Choose from a calendar|从日历中选择)$/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^(Next month|下一月)$/ }).waitFor();
}

/** Types what is no day and no time, and goes on. */
export async function typeNoDay(page: Page): Promise<void> {
  const form = page.getByRole('dialog').or(page.getByRole('complementary')).first();
  await form
    .getByRole('textbox', { name: /^(Day|日期)$/ })
    .first()
    .fill('31 Nov 2018');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('25:00');
  await page.keyboard.press('Tab');
}

/** Says on the sign-in to be an owner, and looks for the mine. */
export async function chooseMine(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Owner of a mine|矿场经营者)/ }).click();
  await page.getByRole('searchbox').fill('GZ-00');
  await page.getByRole('button', { name: 'GZ-0001' }).waitFor();
}

/** The list answers that something went wrong. */
export async function failToRead(page: Page): Promise<void> {
  const body = { type: '/problems/unexpected', title: 'Unexpected', status: 500, instance: 'urn:uuid:7d0c-11' };
  const contentType = 'application/problem+json';
  await page.route('**/v1/mines?**', (route) =>
    route.fulfill({ status: 500, contentType, body: JSON.stringify(body) }),
  );
  await page.reload();
  await page.getByRole('alert').first().waitFor();
}

/** The sign-in has run out. */
export async function runOut(page: Page): Promise<void> {
  const body = { type: '/problems/unauthenticated', title: 'Unauthenticated', status: 401 };
  const contentType = 'application/problem+json';
  await page.route('**/v1/mines?**', (route) =>
    route.fulfill({ status: 401, contentType, body: JSON.stringify(body) }),
  );
  await page.reload();
  await page.getByRole('dialog', { name: /^(Your session ended|登录已失效)$/ }).waitFor();
}

/** The list does not answer. */
export async function waitForever(page: Page): Promise<void> {
  await page.route('**/v1/mines?**', () => new Promise(() => {}));
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** What is live breaks off. */
export async function loseTheConnection(page: Page): Promise<void> {
  await page.route('**/v1/live', (route) => route.abort());
  await page.reload();
  await page.getByText(/^(The connection to the server was lost|与服务器的连接已断开)/).waitFor();
}

/** Opens all filters of the board. */
export async function openFilters(page: Page): Promise<void> {
  const folded = page.locator('summary', { hasText: /^(Filters|筛选)([ （]|$)/ });
  if (await folded.isVisible()) await folded.click();
  await page.locator('summary', { hasText: /^(More filters|更多筛选)$/ }).click();
}

/** Waits for the form that the address names. */
export async function waitForTheForm(page: Page): Promise<void> {
  await page.getByRole('dialog').locator('button[type=submit]').waitFor();
}

/** Fills the form in and sends it; what it comes to is shown before. */
export async function confirm(page: Page): Promise<void> {
  await waitForTheForm(page);
  const form = page.getByRole('dialog');
  // Days and times, which show an example, stay open.
  const texts = form.locator('textarea, input:not([placeholder], [type=checkbox], [type=radio])');
  for (const text of await texts.all())
    if (await text.isVisible()) await text.fill('Strict inspection after the outages');
  await form.locator('button[type=submit]').click();
}

/** Sends a note that may not be kept. */
export async function beRefused(page: Page): Promise<void> {
  await waitForTheForm(page);
  const form = page.getByRole('dialog');
  await form.locator('textarea').fill('Seen: 11010519491231002X');
  await form.getByRole('radio').first().check();
  await form.locator('button[type=submit]').click();
  await form.locator('[aria-invalid=true]').first().waitFor();
}

/** Sends a note. */
export async function addNote(page: Page): Promise<void> {
  await press('Add a note', '添加备注')(page);
  const form = page.getByRole('dialog');
  await form.locator('textarea').fill('Seen on site.');
  await form.getByRole('radio').first().check();
  await form.locator('button[type=submit]').click();
  await page.getByText(/^(Recorded: |已记录：)/).waitFor();
}

/** Opens what is not possible, and the way to it. */
export async function askTheWay(page: Page): Promise<void> {
  await page
    .locator('summary', { hasText: /^(Not possible now|目前不能办理)/ })
    .first()
    .click();
  for (const way of (await page.locator('summary', { hasText: /show the way|查看步骤|查看办法/i }).all()).slice(0, 2))
    await way.click();
}

/** Opens everything in the timeline that can be opened. */
export async function openTimeline(page: Page): Promise<void> {
  const folded = page.getByRole('region', { name: /^(Timeline|时间线)$/ }).locator('summary');
  await folded.first().waitFor();
  for (const one of (await folded.all()).slice(0, 12)) await one.click();
}

/** Opens what stood in a corrected entry before. */
export async function openCorrection(page: Page): Promise<void> {
  await page
    .locator('summary', { hasText: /^(corrected|已更正)$/ })
    .first()
    .click();
}

/** Corrects the day of the closing order and asks what that changes. */
export async function correct(page: Page): Promise<void> {
  const entry = page
    .getByRole('region', { name: /^(Timeline|时间线)$/ })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^(Correct this fact|更正此项记录)$/, includeHidden: true }) })
    .filter({ hasText: /Closing ordered|责令停产/ })
    .last();
  await entry.locator('summary', { hasText: /^(Details|详情)$/ }).click();
  await entry.getByRole('button', { name: /^(Correct this fact|更正此项记录)$/ }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: /^(Reason|理由)$/ }).fill('As the order on the file says');
  await form
    .getByLabel(/^(Day|日期)$/)
    .first()
    .fill('2018-11-06');
  await form.getByRole('button', { name: /^(Show what this changes|查看更正后的变化)$/ }).click();
  const shown = form.getByRole('region', { name: /^(What this changes|更正后的变化)$/ });
  await shown.getByRole('heading').nth(1).waitFor();
  await shown.scrollIntoViewIfNeeded();
}

/** Fills a checklist in, with photographs of a finding. */
export async function fillTheChecklist(page: Page): Promise<void> {
  await press('The inspection begins now', '现在开始检查')(page);
  const radios = page.getByRole('radio', { name: /^(failed|不通过)$/ });
  await radios.first().check();
  await press('Add a finding', '登记问题')(page);
  const finding = page.getByRole('group', { name: /^(Finding 1|问题1)$/ });
  await finding.locator('textarea').fill('The east hall is not metered.');
  await finding.locator('input[type=file]').setInputFiles(await photographs(page, 2));
  await finding.getByRole('img').nth(1).waitFor();
}

/** Puts a checklist on record that says nothing yet. */
export async function putOnRecord(page: Page): Promise<void> {
  await press('Put the inspection on record', '提交检查记录')(page);
}

/** Adds a note to two mines, of which one takes none. */
export async function runOnMany(page: Page): Promise<void> {
  const form = page.locator('form').filter({ has: page.locator('button[type=submit]') });
  await form.locator('textarea').first().fill('Seen on site.');
  await form.locator('button[type=submit]').click();
  await page.getByRole('button', { name: /: 2 mines$|：2座矿场$/ }).click();
  await page.waitForURL(/\/runs\//);
  await page.getByRole('link', { name: 'XJ-0012' }).or(page.getByText('XJ-0012')).first().waitFor();
}

/** Shows the page as it comes from a printer, which opens what is folded. */
export async function seeAsPrinted(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}
