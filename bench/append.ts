/**
 * Appends through the store against raw inserts into the same table and indexes, in groups of the same size, under the same pragmas. Both take
 * turns, so that whatever else the machine does weighs on both alike. Then how long reading one mine's history takes meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { createEngine, type EventStore, type NewEvent, openStore } from '@rectify/engine';
import { leadToLicensed } from './course.ts';
import { line, milliseconds, percentile, ratio } from './figures.ts';

const MINES = 10_240;
const TURNS = 6;
const TURN_MS = 500;
const READING_MS = 5_000;

/** A store looks for its files after each COMMIT until its folder has not changed for so long. */
const UNCHANGED_MS = 2_100;
const READ_EVERY_MS = 5;

/** Stores events for one turn; answers how many. */
type Turn = () => Promise<number>;

const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));
try {
  const payloads = await payloadsOfCourse();
  for (const senders of [1, 16, 64, 256]) await compare(senders, payloads);
  await readMeanwhile(64, payloads);
} finally {
  await rm(folder, { recursive: true });
}

/** What a course of 17 events from registered to licensed stores. */
async function payloadsOfCourse(): Promise<readonly Omit<NewEvent, 'eventId'>[]> {
  const store = await openStore('memory:', { newStoreId: randomUUID });
  await leadToLicensed(createEngine({ store, clock: () => new Date().toISOString(), newId: randomUUID }), 'B-1');
  const payloads = [];
  for await (const batch of store.readAll())
    payloads.push(...batch.map(({ type, data, metadata }) => ({ type, data, metadata })));
  return payloads;
}

async function compare(senders: number, payloads: readonly Omit<NewEvent, 'eventId'>[]): Promise<void> {
  const raw = await rawInserts(join(folder, `raw-${senders}.db`), senders, payloads);
  const appending = await appends(join(folder, `append-${senders}.db`), senders, payloads);
  await pause(UNCHANGED_MS);
  const sums = { raw: 0, appended: 0 };
  for (let turn = 0; turn < TURNS; turn += 1) {
    sums.raw += await raw.turn();
    sums.appended += await appending.turn();
  }
  raw.close();
  await appending.store.close();
  const seconds = (TURNS * TURN_MS) / 1000;
  line(senders === 1 ? 'raw inserts, a commit each' : `raw inserts, ${senders} a commit`, sums.raw / seconds);
  line(`appends, ${senders} sender${senders === 1 ? '' : 's'}`, sums.appended / seconds);
  console.log(`  append ÷ raw insert ${ratio(sums.appended, sums.raw)}`);
}

/** The next event of each mine in turn, mines far apart one after the other. */
function* events(payloads: readonly Omit<NewEvent, 'eventId'>[], mines: number, prefix: string) {
  for (let revision = 0; ; revision += 1) {
    const payload = payloads[revision % payloads.length];
    if (!payload) throw new Error('The course holds no events.');
    for (let mine = 0; mine < mines; mine += 1)
      yield {
        stream: `mine-${prefix}${(mine * 7919) % mines}`,
        revision,
        event: { eventId: randomUUID(), ...payload },
      };
  }
}

/** Inserts into a file that the store made, as many rows a commit as there would be senders. */
async function rawInserts(file: string, group: number, payloads: readonly Omit<NewEvent, 'eventId'>[]) {
  const texts = payloads.map(({ data, metadata }) => ({
    data: JSON.stringify(data),
    metadata: JSON.stringify(metadata),
  }));
  await (await openStore(`sqlite:${file}`, { newStoreId: randomUUID })).close();
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536');
  const insert = db.prepare(
    'insert into events (stream, revision, append_index, append_size, event_id, type, data, metadata) values (?, ?, 0, 1, ?, ?, ?, ?)',
  );
  const coming = events(payloads, MINES, 'XJ-');
  const turn: Turn = async () => {
    let stored = 0;
    for (const end = performance.now() + TURN_MS; performance.now() < end; stored += group) {
      db.exec('begin immediate');
      for (let row = 0; row < group; row += 1) {
        const { value } = coming.next();
        const text = texts[value ? value.revision % texts.length : 0];
        if (!value || !text) throw new Error('There is no end of events.');
        insert.run(value.stream, value.revision, value.event.eventId, value.event.type, text.data, text.metadata);
      }
      db.exec('commit');
    }
    return stored;
  };
  return { turn, close: () => db.close() };
}

/** Senders that each wait for the answer before they send the next event, each to mines of its own. */
async function appends(file: string, senders: number, payloads: readonly Omit<NewEvent, 'eventId'>[]) {
  const store = await openStore(`sqlite:${file}`, { newStoreId: randomUUID });
  const coming = Array.from({ length: senders }, (_, sender) => events(payloads, MINES / senders, `${sender}-`));
  const turn: Turn = async () => {
    const end = performance.now() + TURN_MS;
    const stored = await Promise.all(coming.map((own) => sendUntil(store, own, end)));
    return stored.reduce((sum, count) => sum + count, 0);
  };
  return { store, turn };
}

async function sendUntil(store: EventStore, coming: ReturnType<typeof events>, end: number): Promise<number> {
  let stored = 0;
  while (performance.now() < end) {
    const { value } = coming.next();
    if (!value) throw new Error('There is no end of events.');
    await store.append(value.stream, [value.event], value.revision === 0 ? 'no-stream' : value.revision - 1);
    stored += 1;
  }
  return stored;
}

/** Reads of one mine's history, one every few milliseconds, first with nobody appending, then beside senders; what a read waits for its turn counts. */
async function readMeanwhile(senders: number, payloads: readonly Omit<NewEvent, 'eventId'>[]): Promise<void> {
  const { store } = await appends(join(folder, 'reading.db'), senders, payloads);
  const history = payloads.map((payload) => ({ eventId: randomUUID(), ...payload }));
  await store.append('mine-read', history, 'no-stream');
  const alone = await readFor(store, READING_MS);
  const coming = Array.from({ length: senders }, (_, sender) => events(payloads, MINES / senders, `${sender}-`));
  const end = performance.now() + READING_MS;
  const sending = Promise.all(coming.map((own) => sendUntil(store, own, end)));
  const beside = await readFor(store, READING_MS);
  const stored = (await sending).reduce((sum, count) => sum + count, 0);
  await store.close();
  line(`appends, ${senders} senders, while a history is read`, stored / (READING_MS / 1000));
  for (const [what, took] of [
    ['a history read, nobody appending', alone],
    [`a history read beside ${senders} senders`, beside],
  ] as const)
    milliseconds(what, { p50: percentile(took, 50), p99: percentile(took, 99) });
}

/** How long each read took from when it was due, in milliseconds. */
async function readFor(store: EventStore, duration: number): Promise<readonly number[]> {
  const took: number[] = [];
  const end = performance.now() + duration;
  while (performance.now() < end) {
    const due = performance.now() + READ_EVERY_MS;
    await pause(READ_EVERY_MS);
    for await (const batch of store.read('mine-read')) if (batch.length === 0) throw new Error('Nothing was read.');
    took.push(performance.now() - due);
  }
  return took;
}
