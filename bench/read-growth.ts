/**
 * How the read side does as a store grows: 10⁴ mines, 10⁵ and so on with ten events each, each size in a process of its own. `--sizes 1e4,1e6`, `--chart`. With `--kept FOLDER` what was
 * filled and folded is kept there, and asked again the next time.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { ratio } from './figures.ts';
import { fillStoreVariously } from './filled-store.ts';
import { growthChart } from './growth-chart.ts';
import { machine } from './machine.ts';
import { type ReadFigures, readFigures, type StoreToRead, storeToRead } from './read-figures.ts';

const EVENTS_A_MINE = 10;
const chart = fileURLToPath(new URL('../docs/images/read-side-growth.svg', import.meta.url));
const measuring = fileURLToPath(new URL('grown-read-side.ts', import.meta.url));

/** What was measured at one size. */
interface Grown {
  readonly mines: number;
  readonly events: number;
  readonly figures: ReadFigures;
}

const given = parseArgs({
  options: {
    sizes: { type: 'string', default: '1e4,1e5' },
    chart: { type: 'boolean', default: false },
    kept: { type: 'string' },
  },
}).values;

const grown: Grown[] = [];
for (const mines of given.sizes.split(',').map(Number)) grown.push(await measured(mines));
printFolding(grown);
printQuestions(grown);
if (given.chart) await writeFile(chart, drawn(grown));

async function measured(mines: number): Promise<Grown> {
  const folder = given.kept ?? (await mkdtemp(join(tmpdir(), 'rectify-bench-')));
  try {
    const store = await filled(mines, (what) => join(folder, `${mines}-${what}`));
    const flags = ['--disable-warning=ExperimentalWarning', measuring, JSON.stringify(store)];
    const { stdout } = await promisify(execFile)(process.execPath, flags);
    return { mines, events: store.events, figures: readFigures.parse(JSON.parse(stdout)) };
  } finally {
    if (given.kept === undefined) await rm(folder, { recursive: true });
  }
}

/** A store of so many mines; the one that was kept, if there is one. */
async function filled(mines: number, path: (what: string) => string): Promise<StoreToRead> {
  const told = path('store.json');
  if (existsSync(told)) return storeToRead.parse(JSON.parse(await readFile(told, 'utf8')));
  const log = path('events.db');
  const now = new Date();
  const { events } = await fillStoreVariously({ file: log, mines, events: mines * EVENTS_A_MINE, now });
  const store = { log, file: path('read.db'), events, now: now.toISOString() };
  await writeFile(told, JSON.stringify(store));
  return store;
}

function printFolding(sizes: readonly Grown[]): void {
  console.log(`Events a second folded into an empty read database, bytes an event in it; peak memory in MiB of the process until it had folded all, and when it had been asked too. What was folded before is only asked.
`);
  printRow(['mines', 'events', 'folded', 'bytes', 'memory', 'asked']);
  printRow(Array.from({ length: 6 }, () => '---:'));
  for (const { mines, events, figures } of sizes) {
    const { folded, bytes, foldingMegabytes, askedMegabytes } = figures;
    printRow(
      [mines, events, folded, bytes, foldingMegabytes, askedMegabytes].map((one) => (one === null ? '–' : whole(one))),
    );
  }
}

function printQuestions(sizes: readonly Grown[]): void {
  console.log(`
Milliseconds at 50 and 99 per cent, of the present and of a past instant as known at another, and how many times the median of the present that of the past is.
`);
  printRow(['', ...sizes.flatMap(({ mines }) => [`${whole(mines)} mines`, 'past', '÷'])]);
  printRow(['---', ...sizes.flatMap(() => ['---:', '---:', '---:'])]);
  for (const [index, { what }] of (sizes[0]?.figures.questions ?? []).entries()) {
    const cells = sizes.flatMap(({ figures }) => {
      const asked = figures.questions[index];
      if (!asked) return [];
      const { present, past } = asked;
      return [
        `${short(present.p50)}, ${short(present.p99)}`,
        `${short(past.p50)}, ${short(past.p99)}`,
        ratio(past.p50, present.p50),
      ];
    });
    printRow([what, ...cells]);
  }
}

function drawn(sizes: readonly Grown[]): string {
  const asked = (when: 'present' | 'past') =>
    (sizes[0]?.figures.questions ?? []).map(({ what }) => [what, `${when}: ${what}`] as const);
  const panel = (title: string, lines: readonly (readonly [string, string])[]) => ({
    title,
    unit: 'ms, median',
    scale: 'log' as const,
    lines: Object.fromEntries(lines),
  });
  const isPage = ([what]: readonly [string, string]) => /^(a page|shut|of one|found|one mine)/.test(what);
  return growthChart({
    title: 'How the read side does with the number of mines',
    subtitle: machine().join('; '),
    across: 'mines, with ten events each',
    panels: [
      panel('Pages of the present', asked('present').filter(isPage)),
      panel('Pages of a past instant', asked('past').filter(isPage)),
      panel(
        'Figures of the present',
        asked('present').filter((one) => !isPage(one)),
      ),
      panel(
        'Figures of a past instant',
        asked('past').filter((one) => !isPage(one)),
      ),
    ],
    sizes: sizes.map(({ mines, figures }) => ({
      size: mines,
      values: Object.fromEntries(
        figures.questions.flatMap(({ what, present, past }) => [
          [`present: ${what}`, present.p50],
          [`past: ${what}`, past.p50],
        ]),
      ),
    })),
  });
}

function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(16))).join(' | ')} |`);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function short(value: number): string {
  return value < 10 ? value.toFixed(1) : whole(value);
}
