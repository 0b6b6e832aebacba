/**
 * What the page weighs and how soon it shows, in a real Chromium without a limit of its line: bytes as sent of the first load, the largest contentful paint and the layout shift of each kind of
 * page with the demonstration behind it; and what a person waits for on the board with so many generated mines (`--mines`, or those of a data folder that was generated before, `--data`) behind the
 * server, against the 40 of the demonstration.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { launchChromium } from '../test/browser/chromium.ts';
import { drawn, type Look, type Persona, visit } from '../test/browser/visitor.ts';
import { milliseconds, percentile, ratio } from './figures.ts';
import { interact } from './page-interactions.ts';
import { type Serving, serve } from './serving.ts';

const ROUNDS = 5;
/** What the page may take: first load in bytes, the others in milliseconds, and no shift. */
const BUDGET = { firstLoad: 300_000, largestPaint: 2_500, shift: 0.1, interaction: 200 };

const rectify = fileURLToPath(new URL('../packages/cli/bin/rectify.mjs', import.meta.url));
const { values } = parseArgs({
  options: { mines: { type: 'string', default: '10000' }, data: { type: 'string' } },
});

interface Kind {
  readonly what: string;
  readonly path: string;
  readonly as?: Persona;
  readonly look?: Look;
}

const kinds: readonly Kind[] = [
  { what: 'the sign-in', path: '/' },
  { what: 'the board', path: '/mines?asOf=2018-12-31', as: 'inspector' },
  { what: 'a case', path: '/mines/XJ-0001?asOf=2018-11-24', as: 'inspector' },
  { what: 'an owner on a phone', path: '/my/GZ-0011?asOf=today', as: { ownerOf: 'GZ-0011' }, look: { width: 390 } },
  { what: 'the statistics', path: '/statistics?asOf=2018-12-31', as: 'analyst' },
  { what: 'the studio', path: '/studio/closures?asOf=2018-12-31', as: 'analyst' },
];

const painted = z.object({ largestPaint: z.number(), shift: z.number(), scripts: z.number() });

/** In the page: the largest contentful paint and the layout shift so far, and the bytes as sent of scripts and styles. */
const PAINTED = `new Promise((resolve) => {
  const found = { largestPaint: 0, shift: 0, scripts: 0 };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) found.largestPaint = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) found.shift += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
  for (const entry of performance.getEntriesByType('resource'))
    if (/\\.(js|css)$/.test(new URL(entry.name).pathname)) found.scripts += entry.encodedBodySize;
  setTimeout(() => resolve(found), 200);
})`;

const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));
const browser = await launchChromium();
try {
  const demonstration = await serve(join(folder, 'demonstration'), 'november-2018');
  try {
    for (const kind of kinds) await show(kind, demonstration);
    const few = await interactWith(demonstration, '40 mines');
    const data = values.data ?? join(folder, 'generated');
    if (values.data === undefined) generate(data);
    const generated = await serve(data, 'none');
    try {
      await interactWith(generated, `${Number(values.mines).toLocaleString('en')} mines`, few);
      console.log(`Each may take ${BUDGET.interaction} ms.`);
    } finally {
      await generated.stop();
    }
  } finally {
    await demonstration.stop();
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}

function generate(data: string): void {
  const made = spawnSync(process.execPath, [rectify, 'generate', '--mines', values.mines, '--data', data]);
  if (made.status !== 0) throw new Error(String(made.stderr));
}

/** Prints what one kind of page weighs and how soon it shows, each time in a browser that has nothing of it yet. */
async function show({ what, path, as, look = {} }: Kind, server: Serving): Promise<void> {
  const seen: z.infer<typeof painted>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const fresh: Browser = await launchChromium();
    try {
      await using visitor = await visit(fresh, server, path, { ...(as && { as }), ...look });
      await drawn(visitor.page);
      // Signed in, as somebody who comes back: the page is loaded anew.
      await visitor.page.reload();
      await drawn(visitor.page);
      seen.push(painted.parse(await visitor.page.evaluate(PAINTED)));
    } finally {
      await fresh.close();
    }
  }
  const median = (of: (one: z.infer<typeof painted>) => number) => percentile(seen.map(of), 50);
  const figures = [
    `${(median(({ scripts }) => scripts) / 1000).toFixed(0).padStart(5)} kB of code as sent (may be ${BUDGET.firstLoad / 1000})`,
    `largest paint ${median(({ largestPaint }) => largestPaint)
      .toFixed(0)
      .padStart(5)} ms (may take ${BUDGET.largestPaint})`,
    `shift ${median(({ shift }) => shift).toFixed(3)} (may be ${BUDGET.shift})`,
  ];
  console.log(`${what.padEnd(24)} ${figures.join(', ')}`);
}

/** Prints how long each interaction takes, beside what it takes with few mines. */
async function interactWith(
  server: Serving,
  mines: string,
  few: ReadonlyMap<string, number> = new Map(),
): Promise<ReadonlyMap<string, number>> {
  const medians = new Map<string, number>();
  for (const { what, took } of await interact(browser, server)) {
    const p50 = percentile(took, 50);
    medians.set(what, p50);
    milliseconds(`${what}, ${mines}`, { p50, p99: percentile(took, 99) });
    const before = few.get(what);
    if (before !== undefined) console.log(`  ÷ the demonstration: p50 ${ratio(p50, before)}`);
  }
  return medians;
}
