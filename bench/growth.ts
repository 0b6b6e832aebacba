/** How cost grows with a store: the same figures at 10⁴ events, 10⁵ and so on, each in a process of its own. `--sizes 1e4,1e7`, `--chart`. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { ratio } from './figures.ts';
import { type FilledStore, fillStore } from './filled-store.ts';
import { type GrownFigures, grownFigures } from './grown-figures.ts';
import { growthChart } from './growth-chart.ts';
import { panels } from './growth-panels.ts';
import { machine } from './machine.ts';

/** No fewer mines, unless there are fewer events; from then on more, each with so many events. */
const MINES = 10_000;
const EVENTS_PER_MINE = 20;
const chart = fileURLToPath(new URL('../docs/images/growth.svg', import.meta.url));
const measuring = fileURLToPath(new URL('grown-store.ts', import.meta.url));

/** What was measured at one size. */
interface Grown {
  readonly filled: FilledStore;
  readonly figures: GrownFigures;
}

const given = parseArgs({
  options: { sizes: { type: 'string', default: '1e4,1e5,1e6' }, chart: { type: 'boolean', default: false } },
}).values;
const columns = [
  ['events', ({ filled }) => whole(filled.events)],
  ['of a mine', ({ filled }) => whole(filled.eventsPerMine)],
  ['raw', ({ figures }) => whole(figures.rawActive)],
  ['append', ({ figures }) => whole(figures.appendActive)],
  ['append, any', ({ figures }) => whole(figures.appendAny)],
  ['send', ({ figures }) => whole(figures.sendActive)],
  ['readAll', ({ figures }) => whole(figures.readAll)],
  ['history', ({ figures }) => `${figures.historyMs.toFixed(2)} ms`],
  ['opening', ({ figures }) => `${whole(figures.openingMs)} ms`],
  ['on disk', ({ filled, figures }) => whole(figures.diskBytes / filled.events)],
  ['÷ JSON', ({ filled, figures }) => ratio(figures.diskBytes, filled.jsonBytes)],
  ['store', ({ figures }) => whole(figures.storeMegabytes)],
  ['and engine', ({ figures }) => whole(figures.engineMegabytes)],
] satisfies [string, (grown: Grown) => string][];

console.log(`Events/s put straight into the table, 64 a commit (raw), by 64 senders (append, send: to 10,000 mines; any: to any mine), by one reader (readAll); a mine's whole history;
bytes a stored event; peak memory in MiB of a process with the store, and of one that sends too.
`);
printRow(columns.map(([title]) => title));
printRow(columns.map(() => '---:'));
const grown: Grown[] = [];
for (const size of given.sizes.split(',').map(Number)) {
  const one = await measured(size);
  grown.push(one);
  printRow(columns.map(([, cell]) => cell(one)));
}
printGrowth(grown);
if (given.chart) {
  const title = 'How cost grows with the number of events stored';
  const sizes = grown.map(({ filled, figures }) => ({ size: filled.events, values: figures }));
  const drawn = growthChart({ title, subtitle: machine().join('; '), across: 'events in the store', panels, sizes });
  await writeFile(chart, drawn);
}

async function measured(events: number): Promise<Grown> {
  const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));
  try {
    const file = join(folder, 'events.db');
    const mines = Math.min(events, Math.max(MINES, Math.floor(events / EVENTS_PER_MINE)));
    const filled = await fillStore({ file, mines, events });
    const { eventsPerMine } = filled;
    const flags = ['--disable-warning=ExperimentalWarning', measuring];
    const told = JSON.stringify({ file, mines, eventsPerMine });
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, told]);
    return { filled, figures: grownFigures.parse(JSON.parse(stdout)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function printGrowth(sizes: readonly Grown[]): void {
  const [smallest, largest] = [sizes.at(0), sizes.at(-1)];
  if (!smallest || !largest || smallest === largest) return;
  const cost = (speed: 'rawActive' | 'appendActive' | 'appendAny' | 'sendActive') =>
    ratio(smallest.figures[speed], largest.figures[speed]);
  console.log(`
Cost of one at ${whole(largest.filled.events)} events ÷ at ${whole(smallest.filled.events)}:
  raw ${cost('rawActive')}   append ${cost('appendActive')}   append, any ${cost('appendAny')}   send ${cost('sendActive')}, where a history is longer too`);
}

function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.map((cell) => cell.padStart(11)).join(' | ')} |`);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
