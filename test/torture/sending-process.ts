// Sends notes through the engine to a SQLite store for ever, and prints each event once it is acknowledged, a line each as JSON:
// node sending-process.ts FILE NAME [LIMIT]. NAME makes the keys of this run its own. After LIMIT lines it ends at once, as by kill -9.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createEngine, mineStream, type Outcome, openStore, type Person } from '@rectify/engine';

const SENDERS = 32;
const MINES = 8;
const [, , file = '', name = '', limit = 'Infinity'] = process.argv;

const onFatal = (error: Error) => {
  throw error;
};
const store = await openStore(`sqlite:${file}`, { newStoreId: randomUUID, onFatal });
const engine = createEngine({ store, clock: () => new Date().toISOString(), newId: randomUUID });
const person: Person = { id: 'inspector-1', role: 'inspector', office: 'tax', regions: 'all', mines: [] };
const mineIds = Array.from({ length: MINES }, (_, number) => `XJ-${number}`);
let printed = 0;

await Promise.all(mineIds.map(register));
await Promise.all(Array.from({ length: SENDERS }, (_, sender) => sendForEver(sender)));

async function register(mineId: string): Promise<void> {
  const data = {
    mineId,
    name: `Mine ${mineId}`,
    region: 'CN-XJ',
    operator: { id: 'operator-1', name: 'Example Computing Co.' },
    capacity: { amount: 20, unit: 'MW' },
  };
  acknowledge(mineId, await engine.register({ person, commandId: 'registration', data }));
}

/** Every third act is of three events, to be stored together or not at all. */
async function sendForEver(sender: number): Promise<never> {
  const mineId = mineIds[sender % MINES] ?? '';
  for (let number = 0; ; number += 1) {
    const commandId = `${name}-${sender}-${number}`;
    const events = Array.from({ length: number % 3 === 0 ? 3 : 1 }, (_, index) => ({
      type: 'NoteAdded',
      data: { text: `${commandId} ${index} ${'and so on '.repeat(number % 40)}`, visibility: 'owner' },
    }));
    acknowledge(mineId, await engine.sendBatch({ mineId, person, commandId, events }));
  }
}

function acknowledge(mineId: string, outcome: Outcome): void {
  if (outcome.kind !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
  for (const { eventId, revision } of outcome.facts) {
    writeSync(1, `${JSON.stringify({ eventId, stream: mineStream(mineId), revision })}\n`);
    printed += 1;
  }
  if (printed >= Number(limit)) process.kill(process.pid, 'SIGKILL');
}
