// Takes the screenshots of the README and of docs/design.md, or of every page in every look: pnpm screenshots. `--help` says how.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { preparePage } from '../scripts/setup.mjs';
import { launchChromium } from './browser/chromium.ts';
import { type Place, places } from './browser/places.ts';
import { states } from './browser/states.ts';
import { drawn, type Look, visit } from './browser/visitor.ts';
import { document, order, peopleAt, registered } from './course.ts';
import { repository, type Server, startServer } from './server.ts';

/** A server with the demonstration in each language: a picture of the page in one shows the demonstration in it. */
type Servers = Readonly<Record<NonNullable<Look['language']>, Server>>;

const demonstrationIn = (language: keyof Servers) => ({
  RECTIFY_SCENARIO: 'november-2018',
  RECTIFY_SCENARIO_LANGUAGE: language,
});

/** The last day of the demonstration. */
const lastDay = '2018-12-31';

/** A picture of a document: of a whole window, or of a part of the page. */
interface Picture extends Place {
  readonly file: string;
  readonly look: Look;
  readonly part?: (page: Page) => Locator;
}

/** How many mines are shut comes after the list of them. */
const seeTheFigures = (page: Page) =>
  page
    .getByText(/shut: |停产共/)
    .first()
    .waitFor();

const statuses = (page: Page) => page.getByRole('group', { name: /^(Status|状态)$/ });

const pictures: readonly Picture[] = [
  {
    name: 'The board of officials',
    path: `/mines?asOf=${lastDay}`,
    as: 'inspector',
    file: 'board.png',
    look: {},
    before: seeTheFigures,
  },
  { name: 'A case', path: '/mines/XJ-0041?asOf=today', as: 'inspector', file: 'case.png', look: {} },
  {
    name: "An owner's phone",
    path: `/my/GZ-0011?asOf=${lastDay}`,
    as: { ownerOf: 'GZ-0011' },
    file: 'owner.png',
    look: { width: 390 },
  },
  {
    name: 'The statuses, light',
    path: '/mines?asOf=2018-11-25',
    as: 'inspector',
    file: 'design-statuses-light.png',
    look: {},
    part: statuses,
  },
  {
    name: 'The statuses, dark and in Chinese',
    path: '/mines?asOf=2018-11-25',
    as: 'inspector',
    file: 'design-statuses-dark.png',
    look: { language: 'zh-CN', appearance: 'dark' },
    part: statuses,
  },
  {
    name: 'Looking back at what was known earlier',
    path: '/mines?asOf=2018-11-11&knownAt=2018-11-19',
    as: 'analyst',
    file: 'design-as-of.png',
    look: {},
    part: (page) => page.locator('[data-band=past]'),
  },
  {
    name: 'The board, dark and in Chinese',
    path: `/mines?asOf=${lastDay}`,
    as: 'inspector',
    file: 'design-board-dark.png',
    look: { language: 'zh-CN', appearance: 'dark' },
    before: seeTheFigures,
  },
];

const widths = [1440, 390] as const;
const appearances = ['light', 'dark'] as const;
const languages = ['en', 'zh-CN'] as const;

const { values } = parseArgs({
  options: {
    all: { type: 'string' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help());
else await takePictures(values);

function help(): string {
  return [
    'pnpm screenshots [--all FOLDER [--only WORDS]]',
    '',
    'Builds the page if it has changed, opens it with the demonstration behind it in the same language, and takes the pictures of README and docs/design.md into docs/images.',
    '',
    '  --all FOLDER  instead every page in every look (two languages, light and dark, 1440 and 390 pixels wide) into a',
    '                folder, with index.html to look at them all',
    '  --only WORDS  of those the places whose names contain the words',
    '',
    'The places:',
    ...[...places, ...states].map(({ name }) => `  ${name}`),
  ].join('\n');
}

async function takePictures({ all, only }: { readonly all?: string; readonly only: string }): Promise<void> {
  preparePage();
  await using english = await startServer({ variables: demonstrationIn('en') });
  await using chinese = await startServer({ variables: demonstrationIn('zh-CN') });
  const servers = { en: english, 'zh-CN': chinese };
  const browser = await launchChromium();
  try {
    await (all === undefined ? takeForDocuments(browser, servers) : takeAll(browser, servers, all, only));
  } finally {
    await browser.close();
  }
}

async function takeForDocuments(browser: Browser, servers: Servers): Promise<void> {
  const folder = join(repository, 'docs', 'images');
  await mkdir(folder, { recursive: true });
  await beginCase(servers.en);
  for (const { file, look, part, ...place } of pictures) {
    await take(browser, servers, place, look, async (page) => {
      await (part ? part(page) : page).screenshot({ path: join(folder, file) });
    });
    process.stdout.write(`${join(folder, file)}\n`);
  }
}

/** A case that is a few days old today, with an inspection under way: what one can do shows on a case of today alone. */
async function beginCase(server: Server): Promise<void> {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const people = await peopleAt(server);
  const mine = await registered(server, people, {
    mineId: 'XJ-0041',
    name: 'Demonstration Mine 41',
    operator: 'Example Computing Co. 41',
    occurredAt: daysAgo(60),
  });
  const { inspector } = people;
  await mine.does(inspector, 'ClosureOrdered', order, { occurredAt: daysAgo(6) });
  await mine.does(inspector, 'OrderServed', { servedAt: daysAgo(5), method: 'handed over at the site' });
  await mine.does(mine.owner, 'EvidenceSubmitted', { requirement: 'LICENCES', document });
  await mine.does(inspector, 'InspectionStarted', { inspectionId: 'I1', inspectorsPresent: 2 });
  await mine.does(inspector, 'CheckRecorded', { check: 'TAX', outcome: 'pass' });
  const finding = { findingId: 'F1', description: 'The feed of the east hall is not metered separately.' };
  await mine.does(inspector, 'FindingRaised', { ...finding, dueOn: daysAgo(-14).slice(0, 10) });
}

async function takeAll(browser: Browser, servers: Servers, folder: string, only: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const shown: { readonly name: string; readonly files: string[] }[] = [];
  for (const place of [...places, ...states].filter(({ name }) => name.includes(only))) {
    const taken = await Promise.all(languages.map((language) => takeIn(browser, servers, place, { language, folder })));
    shown.push({ name: place.name, files: taken.flat() });
    await writeFile(join(folder, 'index.html'), overview(shown));
  }
}

/** Takes a place in one language, in each width; light, and then dark as for somebody whose screen turns dark meanwhile. */
async function takeIn(
  browser: Browser,
  servers: Servers,
  place: Place,
  { language, folder }: { readonly language: keyof Servers; readonly folder: string },
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const width of widths)
    await take(browser, servers, place, { language, width }, async (page) => {
      await growToContent(page);
      for (const appearance of appearances) {
        const file = `${[place.name.replaceAll(/\W+/g, '-'), width, appearance, language].join('-')}.png`;
        await page.emulateMedia({ colorScheme: appearance });
        await painted(page);
        await page.screenshot({ path: join(folder, file) });
        files.push(file);
        process.stdout.write(`${join(folder, file)}\n`);
      }
    });
  return files;
}

/**
 * Makes the window as high as what it shows, from its top, so that all of it is in one picture. A window over the page is
 * seen in the window that it was opened in.
 */
async function growToContent(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  const size = await page.evaluate(() => ({
    width: innerWidth,
    height: window.document.querySelector('dialog[open]') ? innerHeight : window.document.documentElement.scrollHeight,
  }));
  await page.setViewportSize(size);
  await painted(page);
}

/** Waits until the page has been painted as it is now. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
}

/** All pictures on one page, a row for each place; each opens in its own size. */
function overview(shown: readonly { readonly name: string; readonly files: readonly string[] }[]): string {
  const picture = (file: string) =>
    `<a href="${file}"><img src="${file}" loading="lazy" alt="${file}"><br><small>${file}</small></a>`;
  const rows = shown.map(({ name, files }) => `<h2>${name}</h2><div>${files.map(picture).join('')}</div>`);
  const style =
    'body{font:14px system-ui;margin:16px}div{display:flex;gap:12px;overflow-x:auto}img{height:420px;border:1px solid #ccc}';
  return `<!doctype html><meta charset="utf-8"><title>Every screen</title><style>${style}</style>${rows.join('\n')}\n`;
}

async function take(
  browser: Browser,
  servers: Servers,
  { path, as, before }: Place,
  look: Look,
  picture: (page: Page) => Promise<void>,
): Promise<void> {
  await using visitor = await visit(browser, servers[look.language ?? 'en'], path, { ...(as && { as }), ...look });
  await drawn(visitor.page);
  await before?.(visitor.page);
  await picture(visitor.page);
}
