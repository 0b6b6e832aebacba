/** What a store of one size does, measured in this process alone, so that its peak of memory is that of this size; prints JSON for `growth.ts`. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createEngine, type JsonObject, mineStream, openStore, type Person } from '@rectify/engine';
import { percentile } from './figures.ts';
import { filledMineId } from './filled-store.ts';
import { grownStore } from './grown-figures.ts';

const SENDERS = 64;
const ACTIVE_MINES = 10_000;
const TURNS = 8;
const STORED_A_TURN = 40 * SENDERS;
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
const [rawActive, appendActive, appendAny] = await inTurns([
  rawInserts,
  () => perSecond(active, appendNote),
  () => perSecond(all, appendNote),
]);
const storeMegabytes = peak();
const [sendActive] = await inTurns([() => perSecond(active, sendNote)]);
await store.close();
const engineMegabytes = peak();

const speeds = { rawActive, appendActive, appendAny, sendActive, readAll };
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
  const mineId = filledMineId(mine);
  const given = { ...metadata, mineId, commandId: randomUUID() };
  const event = { eventId: randomUUID(), type: 'NoteAdded', data: note, metadata: given };
  await store.append(mineStream(mineId), [event], nextRevision(mine) - 1);
}

/** Counts on: whoever asks stores an event there. */
function nextRevision(mine: number): number {
  const next = (lastRevisions[mine] ?? 0) + 1;
  lastRevisions[mine] = next;
  return next;
}

async function sendNote(mine: number): Promise<void> {
  const command = { mineId: filledMineId(mine), person: inspector, commandId: randomUUID() };
  const outcome = await engine.send({ ...command, type: 'NoteAdded', data: note });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejection));
}

/** Rows of a note a second put straight into the table, under the same pragmas, as many a commit as there were senders. */
async function rawInserts(): Promise<number> {
  const db = new DatabaseSync(file);
  db.exec('pragma synchronous = full; pragma foreign_keys = on');
  const insert = db.prepare(
    'insert into events (stream, revision, append_index, append_size, event_id, type, data, metadata) values (?, ?, 0, 1, ?, ?, ?, ?)',
  );
  const texts = ['NoteAdded', JSON.stringify(note), JSON.stringify(metadata)] as const;
  const start = performance.now();
  for (let stored = 0; stored < STORED_A_TURN; stored += 1) {
    if (stored % SENDERS === 0) db.exec(stored === 0 ? 'begin immediate' : 'commit; begin immediate');
    const mine = active[Math.floor(Math.random() * active.length)] ?? 0;
    insert.run(mineStream(filledMineId(mine)), nextRevision(mine), randomUUID(), ...texts);
  }
  db.exec('commit');
  const speed = (STORED_A_TURN / (performance.now() - start)) * 1000;
  db.close();
  return speed;
}

/** How many a second, when each sender waits for its answer and takes a mine at random that no other sender takes. */
async function perSecond(of: readonly number[], once: (mine: number) => Promise<void>): Promise<number> {
  let left = STORED_A_TURN;
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
  return (STORED_A_TURN / (performance.now() - start)) * 1000;
}

/** The middle speed of each, when they take turns, so that whatever else the machine does weighs on all alike. */
async function inTurns(speeds: readonly (() => Promise<number>)[]): Promise<readonly number[]> {
  const turns: number[][] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const taken: number[] = [];
    for (const speed of speeds) taken.push(await speed());
    turns.push(taken);
  }
  return speeds.map((_, index) =>
    percentile(
      turns.map((taken) => taken[index] ?? Number.NaN),
      50,
    ),
  );
}

/** Most memory that this process had at once until now, in MiB. On Linux `maxRSS` begins with what the process had that started this one. */
function peak(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : null;
  return Number(own?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}
