/** The most memory that a process takes that fills a read side and folds on, for 10⁴ and 10⁵ mines (`--mines 1e4,1e5,1e6` for others), against one that only reads the log. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ratio } from './figures.ts';
import { fillStore } from './filled-store.ts';

const EVENTS_A_MINE = 10;
const program = fileURLToPath(new URL('folding-process.ts', import.meta.url));
const measured = z.object({ megabytes: z.number(), seconds: z.number() });

const { values } = parseArgs({ options: { mines: { type: 'string', default: '1e4,1e5' } } });
let smallest: number | undefined;
for (const mines of values.mines.split(',').map(Number)) {
  const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));
  try {
    const events = mines * EVENTS_A_MINE;
    await fillStore({ file: join(folder, 'events.db'), mines, events });
    const reading = ran(folder, 'read');
    const filling = ran(folder, 'fold');
    smallest ??= filling.megabytes;
    console.log(
      `${mines.toLocaleString('en').padStart(9)} mines: ${filling.megabytes} MiB at most while folding, ${ratio(filling.megabytes, smallest)} of the smallest; ${reading.megabytes} MiB only reading the log; ${Math.round(events / filling.seconds).toLocaleString('en')} events/s`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function ran(folder: string, what: 'read' | 'fold') {
  const said = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, folder, what], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return measured.parse(JSON.parse(said));
}
