import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Server } from '../server.ts';

/** What the sign-in calls people, in both languages. */
const people = {
  inspector: /^(Inspector|检查人员)/,
  supervisor: /^(Supervisor 1|主管人员1)/,
  secondSupervisor: /^(Supervisor 2|主管人员2)/,
  licensing: /^(Licensing officer|许可经办人)/,
  reviewer: /^(Reviewer|复议人员)/,
  analyst: /^(Analyst|分析人员)/,
  admin: /^(Administrator|系统管理员)/,
} as const;

const owner = /^(Owner of a mine|矿场经营者)/;

/** Who somebody signs in as; an owner says of which mine. */
export type Persona = keyof typeof people | { readonly ownerOf: string };

/** How somebody looks at the page. */
export interface Look {
  readonly language?: 'en' | 'zh-CN';
  /** 1440 for a desk, 390 for a phone. */
  readonly width?: 1440 | 390;
  readonly appearance?: 'light' | 'dark';
}

/** Someone in front of the page, in a tab of their own. */
export interface Visitor extends AsyncDisposable {
  readonly page: Page;
  /** What went wrong in the page without anybody being told: errors of scripts, of the console, and of the content policy. */
  readonly complaints: readonly string[];
}

/** How long anything on the page may take to appear, in milliseconds. */
const PATIENCE = 60_000;

/** One context a browser, server and look: tabs in it find in the cache what others have loaded. */
const contexts = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

/** Opens a page of a server in a new tab and signs in on it; without `as` nobody does. */
export async function visit(
  browser: Browser,
  server: Pick<Server, 'address'>,
  path: string,
  { as, ...look }: Look & { readonly as?: Persona } = {},
): Promise<Visitor> {
  const context = await contextFor(browser, server, look);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A request that the server refuses is told to the person, and by the browser to the console.
    const refused = message.text().startsWith('Failed to load resource: the server responded with a status of 4');
    // Chromium says so of what the document had preloaded, whenever a service worker answers for it instead.
    const preloaded = /cross-world service worker resource mismatch|was preloaded using link preload but not used/.test(
      message.text(),
    );
    if (['error', 'warning'].includes(message.type()) && !refused && !preloaded) complaints.push(message.text());
  });
  await page.goto(path);
  if (as !== undefined) await signIn(page, as, path);
  return { page, complaints, [Symbol.asyncDispose]: () => page.close() };
}

function contextFor(browser: Browser, { address }: Pick<Server, 'address'>, look: Look): Promise<BrowserContext> {
  const { language = 'en', width = 1440, appearance = 'light' } = look;
  const known = contexts.get(browser) ?? new Map<string, Promise<BrowserContext>>();
  contexts.set(browser, known);
  const key = [address, language, width, appearance].join(' ');
  const context = known.get(key) ?? open();
  known.set(key, context);
  return context;

  async function open(): Promise<BrowserContext> {
    const opened = await browser.newContext({
      baseURL: address,
      locale: language,
      viewport: { width, height: width === 390 ? 844 : 900 },
      colorScheme: appearance,
      reducedMotion: 'reduce',
    });
    opened.setDefaultTimeout(PATIENCE);
    return opened;
  }
}

async function signIn(page: Page, as: Persona, path: string): Promise<void> {
  if (typeof as === 'string') {
    await page.getByRole('button', { name: people[as] }).first().click();
    // Whoever goes elsewhere before the server has answered is not signed in.
    await page.locator('#who').waitFor({ state: 'hidden' });
    return;
  }
  await page.getByRole('button', { name: owner }).click();
  await page.getByRole('searchbox').fill(as.ownerOf);
  await page.getByRole('button', { name: as.ownerOf }).click();
  // The address may be an owner's already while nobody is signed in: what was asked has to be gone first.
  await page.getByRole('searchbox').waitFor({ state: 'hidden' });
  await page.waitForURL(/\/my\//);
  await page.goto(path);
}

/** Waits until the page is drawn: its heading is there and nothing is being loaded. */
export async function drawn(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('[aria-busy=true], [role=status] > .visually-hidden') === null,
  );
}
