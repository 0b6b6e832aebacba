/** How long a send takes over HTTP while its server does nothing else, builds its read side anew, or is backed up by another process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { percentile, ratio } from './figures.ts';
import { filledMineId, fillStore } from './filled-store.ts';
import { post, signedIn } from './requests.ts';
import { runRectify, serve } from './serving.ts';

const MINES = 5_000;
const EVENTS = 50_000;
const SENDS_PER_SECOND = 50;
const SECONDS = 20;
const note = { type: 'NoteAdded', data: { text: 'The owner was told what is missing.', visibility: 'owner' } };
const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));

try {
  await fillStore({ file: join(folder, 'events.db'), mines: MINES, events: EVENTS });
  const server = await serve(folder, 'none');
  try {
    await measure(server.address);
  } finally {
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true });
}

async function measure(address: string): Promise<void> {
  while (!(await fetch(`${address}/health/ready`)).ok) await setTimeout(500);
  const [inspector, admin] = [await signedIn(address, 'inspector'), await signedIn(address, 'admin')];
  let backups = 0;
  const works = {
    'nothing else': () => setTimeout(SECONDS * 1000),
    'a rebuild of the read side': () => rebuild(address, admin),
    'a backup by another process': () => runRectify(folder, 'backup', join(folder, `backup-${backups++}`)),
  };
  console.log(
    `${SENDS_PER_SECOND} sends/s over HTTP to a server with ${EVENTS.toLocaleString('en')} events, and meanwhile:`,
  );
  await sendsDuring(works['nothing else'], address, inspector);
  let alone: readonly number[] = [];
  for (const [what, work] of Object.entries(works)) {
    const { took, rounds, seconds } = await sendsDuring(work, address, inspector);
    if (alone.length === 0) alone = took;
    const [p50, p99, most] = [50, 99, 100].map((percent) => percentile(took, percent));
    console.log(`${what.padEnd(32)} p50 ${ms(p50)}   p99 ${ms(p99)}   most ${ms(most)}   ${took.length} sends`);
    if (took === alone) continue;
    const [times50, times99] = [50, 99].map((percent) => ratio(percentile(took, percent), percentile(alone, percent)));
    console.log(
      `  ÷ nothing else: p50 ${times50}   p99 ${times99}   (${rounds} times, ${(seconds / rounds).toFixed(1)} s each)`,
    );
  }
}

/**
 * Milliseconds that sends took while a work was done, over and over until the time is up. They begin when it is their turn, whether or not
 * the ones before are answered, and are counted from then.
 */
async function sendsDuring(work: () => Promise<unknown>, address: string, token: string) {
  const began = performance.now();
  let over = false;
  const working = async () => {
    let rounds = 0;
    try {
      for (; performance.now() - began < SECONDS * 1000; rounds += 1) await work();
    } finally {
      over = true;
    }
    return { rounds, seconds: (performance.now() - began) / 1000 };
  };
  const sending = async () => {
    const sends: Promise<PromiseSettledResult<number>[]>[] = [];
    for (let number = 0; !over; number += 1) {
      const due = began + (number * 1000) / SENDS_PER_SECOND;
      await setTimeout(Math.max(0, due - performance.now()));
      sends.push(Promise.allSettled([sendNote(address, token, due)]));
    }
    return (await Promise.all(sends)).flat().map((sent) => {
      if (sent.status === 'rejected') throw sent.reason;
      return sent.value;
    });
  };
  const [worked, took] = await Promise.all([working(), sending()]);
  return { took, ...worked };
}

async function rebuild(address: string, token: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const state = z.object({ state: z.enum(['running', 'done']) });
  await post(`${address}/v1/rebuild`, token);
  const isRunning = async () =>
    state.parse(await (await fetch(`${address}/v1/rebuild`, { headers })).json()).state === 'running';
  while (await isRunning()) await setTimeout(100);
}

/** Answers the milliseconds from when it was due until it was stored. */
async function sendNote(address: string, token: string, due: number): Promise<number> {
  const mineId = filledMineId(Math.floor(Math.random() * MINES));
  await post(`${address}/v1/mines/${mineId}/events`, token, note);
  return performance.now() - due;
}

function ms(value: number | undefined): string {
  return `${(value ?? Number.NaN).toFixed(1).padStart(7)} ms`;
}
