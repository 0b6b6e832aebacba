/** What a store of one size does, measured in this process alone, so that its peak of memory is that of this size; prints JSON for `growth.ts`. */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { createEngine, type JsonObject, mineStream, openStore, type Person } from '@rectify/engine';
import { percentile } from './figures.ts';
import { filledMineId } from './filled-store.ts';
import { grownStore } from './grown-figures.ts';

const SENDERS = 64;
const ACTIVE_MINES = 10_000;
const ROUNDS = 5;
const APPENDS = 5_000;
const SENDS = 5_000;
const HISTORIES = 5_000;

const inspector: Person = { id: 'inspector-1', role: 'inspector', office: 'energy', regions: 'all', mines: [] };
const note = { text: 'The owner was told by telephone what is missing.', visibility: 'owner' };

const { file, mines, eventsPerMine } = grownStore.parse(JSON.parse(process.argv[2] ?? ''));
const all = Array.from({ length: mines }, (_, mine) => mine);
const active = all.filter((mine) => mine % Math.max(1, Math.floor(mines / ACTIVE_MINES)) === 0).slice(0, ACTIVE_MINES);
const lastRevisions = new Int32Array(mines).fill(eventsPerMine - 1);
const diskBytes = statSync(file).size;

const began = performance.now();
const store = await openStore(`sqlite:${file}`, { newStoreId: randomUUID });
const openingMs = performance.now() - began;
const engine = createEngine({ store, clock: () => new Date().toISOString(), newId: randomUUID });
const historyMs = await history();
const readAll = await wholeLog();
const metadata = await metadataOfANote();
const appendActive = await median(() => perSecond(APPENDS, active, appendNote));
const appendAny = await median(() => perSecond(APPENDS, all, appendNote));
const storeMegabytes = peak();
const sendActive = await median(() => perSecond(SENDS, active, sendNote));
await store.close();

const engineMegabytes = peak();
const speeds = { appendActive, appendAny, sendActive, readAll };
const memory = { storeMegabytes, engineMegabytes };
console.log(JSON.stringify({ ...speeds, ...memory, openingMs, historyMs, diskBytes }));

/** Milliseconds to read a whole mine, the middle of many taken at random. */
async function history(): Promise<number> {
  const took: number[] = [];
  for (let count = 0; count < HISTORIES; count += 1) {
    const mine = Math.floor(Math.random() * mines);
    const start = performance.now();
    let events = 0;
    for await (const batch of store.read(mineStream(filledMineId(mine)))) events += batch.length;
    took.push(performance.now() - start);
    if (events !== eventsPerMine) throw new Error(`Mine ${mine} has ${events} events.`);
  }
  return percentile(took, 50);
}

/** Events a second. */
async function wholeLog(): Promise<number> {
  const start = performance.now();
  let events = 0;
  for await (const batch of store.readAll()) events += batch.length;
  if (events !== mines * eventsPerMine) throw new Error(`The log has ${events} events.`);
  return (events / (performance.now() - start)) * 1000;
}

/** The metadata that the engine gives a note; one is stored for it. */
async function metadataOfANote(): Promise<JsonObject> {
  await sendNote(0);
  lastRevisions[0] = eventsPerMine;
  for await (const [last] of store.read(mineStream(filledMineId(0)), { from: eventsPerMine }))
    if (last) return last.metadata;
  throw new Error('The note was not stored.');
}

/** Stores a note without deciding it. */
async function appendNote(mine: number): Promise<void> {
  const revision = lastRevisions[mine] ?? 0;
  const mineId = filledMineId(mine);
  const given = { ...metadata, mineId, commandId: randomUUID() };
  await store.append(
    mineStream(mineId),
    [{ eventId: randomUUID(), type: 'NoteAdded', data: note, metadata: given }],
    revision,
  );
  lastRevisions[mine] = revision + 1;
}

async function sendNote(mine: number): Promise<void> {
  const command = { mineId: filledMineId(mine), person: inspector, commandId: randomUUID() };
  const outcome = await engine.send({ ...command, type: 'NoteAdded', data: note });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejection));
}

/** How many a second, when each sender waits for its answer and takes a mine at random that no other sender takes. */
async function perSecond(count: number, of: readonly number[], once: (mine: number) => Promise<void>): Promise<number> {
  let left = count;
  const sender = async (number: number) => {
    const own = Math.ceil((of.length - number) / SENDERS);
    while (left > 0) {
      left -= 1;
      const mine = of[Math.floor(Math.random() * own) * SENDERS + number];
      if (mine === undefined) throw new Error(`${of.length} mines are too few for ${SENDERS} senders.`);
      await once(mine);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: SENDERS }, (_, number) => sender(number)));
  return (count / (performance.now() - start)) * 1000;
}

async function median(round: () => Promise<number>): Promise<number> {
  const rounds: number[] = [];
  for (let number = 0; number < ROUNDS; number += 1) rounds.push(await round());
  return percentile(rounds, 50);
}

/** Most memory that this process had at once until now, in MiB. */
function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}
