import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemAnswer } from '@rectify/api';
import { type Answer, type Client, type Server, startServer, temporaryFolder } from '../server.ts';
import { readingStore } from './folder.ts';
import { type Acknowledged, compareWithStore } from './ledger.ts';
import { acknowledgedBy, givenMines, sendNote } from './notes.ts';
import { type Attack, type Figures, NotPossibleHere, type Row } from './row.ts';
import { seeded } from './seeded.ts';

const CLIENTS = 16;
const MEBIBYTE = 1024 * 1024;
/** What is taken away when room is to be made, in bytes. */
const BALLAST = 4 * MEBIBYTE;
/** How long a server may take to be ready again once there is room, in milliseconds. */
const PATIENCE = 60_000;
/** In sentences. */
const LONGEST_NOTE = 250;
const mineIds = ['XJ-9001', 'XJ-9002', 'XJ-9003', 'XJ-9004'];

/** A disk is filled up by a server under load, then room is made; a round each. */
export const fullDisk: Row = {
  name: 'full-disk',
  promise: 'Full disk',
  attack:
    'a 16 MiB tmpfs is filled up by 16 clients: refused with 503 and Retry-After, not ready, nothing acknowledged lost; with room again, the same keys are stored and the server is ready',
  rounds: { full: 10, few: 1 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const random = seeded(seed);
  const sum = { rounds: 0, acknowledged: 0, found: 0, lost: 0, doubled: 0 };
  const faults: string[] = [];
  let refused = 0;
  for (; sum.rounds < rounds && timeLeft(); sum.rounds += 1) {
    const data = temporaryFolder();
    mountSmallDisk(data);
    try {
      writeFileSync(join(data, 'ballast'), Buffer.alloc(BALLAST));
      await using server = await startServer({ data });
      const who = await givenMines(server, mineIds);
      const { acknowledged, refusals } = await filledUp(who, random);
      refused += refusals.length;
      faults.push(...refusals.flatMap(({ answer }) => faultOf(answer)));
      if ((await server.nobody.get('/health/ready')).status !== 503)
        faults.push('With a full disk the server is ready.');
      const full = await readingStore(data, (store) => compareWithStore(acknowledged, store));

      rmSync(join(data, 'ballast'));
      for (const { mineId, key, text } of refusals)
        acknowledged.push(acknowledgedBy(await sendNote(who, mineId, key, text)));
      if (!(await becomesReady(server))) faults.push('With room again the server is not ready.');
      if ((await server.stop()).code !== 0) faults.push('After all the server did not end in order.');
      const left = await readingStore(data, (store) => compareWithStore(acknowledged, store));
      sum.acknowledged += acknowledged.length;
      sum.found += left.found;
      sum.lost += Math.max(left.lost, full.lost);
      sum.doubled += Math.max(left.doubled, full.doubled);
      faults.push(...full.faults, ...left.faults);
      report(`${sum.rounds + 1} of ${rounds} disks, ${sum.acknowledged} acknowledged`);
    } finally {
      spawnSync('umount', [data]);
      rmSync(data, { recursive: true, force: true });
    }
  }
  return { ...sum, faults, counted: { 'requests refused': refused } };
}

/** @throws NotPossibleHere */
function mountSmallDisk(folder: string): void {
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'rectify-torture', folder]);
  if (status === 0) return;
  rmSync(folder, { recursive: true });
  throw new NotPossibleHere(
    `A small disk cannot be mounted, for which one has to be root: ${error?.message ?? stderr}`,
  );
}

/** A note that was not stored, and what was answered; undefined when the connection was cut. */
interface Refusal {
  readonly mineId: string;
  readonly key: string;
  readonly text: string;
  readonly answer: Answer | undefined;
}

/** Each client sends notes of many lengths until one is refused. */
async function filledUp(who: Client, random: () => number) {
  const acknowledged: Acknowledged[] = [];
  const refusals = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client): Promise<Refusal> => {
      for (let number = 0; ; number += 1) {
        const mineId = mineIds[client % mineIds.length] ?? '';
        const key = `client-${client}-${number}`;
        const text = 'Seen on site. '.repeat(1 + Math.floor(random() * LONGEST_NOTE));
        const answer = await sendNote(who, mineId, key, text).catch(() => undefined);
        if (answer?.status !== 201) return { mineId, key, text, answer };
        acknowledged.push(acknowledgedBy(answer));
      }
    }),
  );
  return { acknowledged, refusals };
}

/** What is wrong with how a full disk was told. */
function faultOf(answer: Answer | undefined): string[] {
  if (!answer) return ['With a full disk a connection was cut.'];
  const { status, type } = answer.as(problemAnswer);
  if (status === 503 && type === 'unavailable' && answer.headers.has('Retry-After')) return [];
  return [`With a full disk the answer is ${status} ${type}.`];
}

async function becomesReady({ nobody }: Server): Promise<boolean> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) if ((await nobody.get('/health/ready')).status === 200) return true;
  return false;
}
