// Takes the screenshots of the README into docs/images: pnpm screenshots
// Takes every page in every look into a folder, for looking at: pnpm screenshots --all FOLDER [--only WORDS OF ITS NAME]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from './browser/chromium.ts';
import { type Place, places } from './browser/places.ts';
import { drawn, type Look, visit } from './browser/visitor.ts';
import { document, order, peopleAt, registered } from './course.ts';
import { repository, type Server, startServer } from './server.ts';

/** The last day of the demonstration. */
const lastDay = '2018-12-31';

const readme: readonly (Place & { readonly file: string; readonly look: Look })[] = [
  { name: 'The board of officials', path: `/mines?asOf=${lastDay}`, as: 'inspector', file: 'board.png', look: {} },
  { name: 'A case', path: '/mines/XJ-0041?asOf=today', as: 'inspector', file: 'case.png', look: {} },
  {
    name: "An owner's phone",
    path: `/my/GZ-0011?asOf=${lastDay}`,
    as: { ownerOf: 'GZ-0011' },
    file: 'owner.png',
    look: { width: 390 },
  },
];

const looks: readonly Required<Look>[] = ([1440, 390] as const).flatMap((width) =>
  (['light', 'dark'] as const).flatMap((appearance) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, appearance, language })),
  ),
);

const { values } = parseArgs({ options: { all: { type: 'string' }, only: { type: 'string', default: '' } } });
await using server = await startServer({ variables: { RECTIFY_SCENARIO: 'november-2018' } });
const browser = await launchChromium();
try {
  await (values.all === undefined ? takeForReadme(browser, server) : takeAll(browser, server, values.all));
} finally {
  await browser.close();
}

async function takeForReadme(browser: Browser, server: Server): Promise<void> {
  const folder = join(repository, 'docs', 'images');
  await mkdir(folder, { recursive: true });
  await beginCase(server);
  for (const { file, look, ...place } of readme) await take(browser, server, place, look, join(folder, file), false);
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

async function takeAll(browser: Browser, server: Server, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const place of places.filter(({ name }) => name.includes(values.only))) {
    for (const look of looks) {
      const name = [place.name.replaceAll(/\W+/g, '-'), look.width, look.appearance, look.language].join('-');
      await take(browser, server, place, look, join(folder, `${name}.png`), true);
    }
  }
}

async function take(
  browser: Browser,
  server: Server,
  { path, as, before }: Place,
  look: Look,
  file: string,
  fullPage: boolean,
): Promise<void> {
  await using visitor = await visit(browser, server, path, { ...(as && { as }), ...look });
  await drawn(visitor.page);
  await before?.(visitor.page);
  await visitor.page.screenshot({ path: file, fullPage });
  process.stdout.write(`${file}\n`);
}
