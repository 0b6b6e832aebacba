import { rmSync } from 'node:fs';
import { problemAnswer, storedAnswer } from '@rectify/api';
import { startServer, temporaryFolder } from '../server.ts';
import { readingStore } from './folder.ts';
import { type Acknowledged, compareWithStore } from './ledger.ts';
import { acknowledgedBy, givenMines, sendNote } from './notes.ts';
import type { Attack, Figures, Row } from './row.ts';
import { seeded } from './seeded.ts';

const DUPLICATES = 5;
/** So many keys are under way at once. */
const KEYS_AT_ONCE = 8;

/** The same is sent several times at once under each key; a round is one key. */
export const oneEffect: Row = {
  name: 'one-effect',
  promise: 'One effect per Idempotency-Key',
  attack:
    '5 concurrent duplicates under each key, a key a round: one event, answered alike; then another body under the key: refused',
  rounds: { full: 10_000, few: 15 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const random = seeded(seed);
  const data = temporaryFolder();
  try {
    await using server = await startServer({ data });
    // Many mines, so that the histories stay as short as those of real cases.
    const mineIds = Array.from({ length: Math.ceil(rounds / 100) }, (_, number) => `XJ-${9000 + number}`);
    const who = await givenMines(server, mineIds);
    const acknowledged: Acknowledged[] = [];
    const faults: string[] = [];
    let next = 0;
    async function useKeys(): Promise<void> {
      for (let key = next++; key < rounds && timeLeft(); key = next++) {
        const mineId = mineIds[Math.floor(random() * mineIds.length)] ?? '';
        const name = `key-${key}`;
        const answers = await Promise.all(Array.from({ length: DUPLICATES }, () => sendNote(who, mineId, name)));
        const events = answers.map(acknowledgedBy);
        acknowledged.push(...events.slice(0, 1));
        if (new Set(events.map(({ eventId }) => eventId)).size > 1)
          faults.push(`${name} was answered with several events.`);
        const fresh = answers.filter((answer) => !answer.as(storedAnswer).duplicate).length;
        if (fresh !== 1) faults.push(`${name} was answered ${fresh} times as if for the first time.`);
        const other = (await sendNote(who, mineId, name, 'Something else.')).as(problemAnswer);
        if (other.type !== 'key-reused') faults.push(`${name} with another body was answered with ${other.type}.`);
        if ((key + 1) % 100 === 0) report(`${key + 1} of ${rounds} keys`);
      }
    }
    await Promise.all(Array.from({ length: KEYS_AT_ONCE }, useKeys));
    const left = await readingStore(data, (store) => compareWithStore(acknowledged, store));
    return {
      rounds: acknowledged.length,
      acknowledged: acknowledged.length,
      ...left,
      faults: [...left.faults, ...faults],
      counted: { requests: acknowledged.length * (DUPLICATES + 1) },
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
