/** Reading all events back against a raw scan of the same table that parses the same JSON, taking turns; one mine's history; opening the store. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type EventStore, mineStream, openStore } from '@rectify/engine';
import { line, milliseconds, percentile, ratio } from './figures.ts';
import { filledMineId, fillStore } from './filled-store.ts';

const EVENTS = 200_000;
const MINES = 10_000;
const TURNS = 5;
const HISTORIES = 2_000;
const OPENINGS = 20;

const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));
try {
  const file = join(folder, 'events.db');
  await fillStore({ file, mines: MINES, events: EVENTS });
  const openings: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1)
    openings.push(await timed(async () => (await open(file)).close()));
  const store = await open(file);
  await compareScans(store, file);
  const histories: number[] = [];
  for (let read = 0; read < HISTORIES; read += 1) {
    const stream = mineStream(filledMineId((read * 7919) % MINES));
    histories.push(await timed(() => counted(store.read(stream))));
  }
  await store.close();
  milliseconds('one mine’s history', { p50: percentile(histories, 50), p99: percentile(histories, 99) });
  milliseconds('open and close the store', { p50: percentile(openings, 50), p99: percentile(openings, 99) });
} finally {
  await rm(folder, { recursive: true });
}

function open(file: string): Promise<EventStore> {
  return openStore(`sqlite:${file}`, { newStoreId: randomUUID });
}

async function compareScans(store: EventStore, file: string): Promise<void> {
  const db = new DatabaseSync(file, { readOnly: true });
  const all = db.prepare('select * from events order by position');
  const took = { raw: 0, readAll: 0 };
  let events = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    took.raw += await timed(async () => {
      for (const { data, metadata } of all.iterate()) {
        JSON.parse(String(data));
        JSON.parse(String(metadata));
        events += 1;
      }
    });
    took.readAll += await timed(() => counted(store.readAll()));
  }
  db.close();
  line('raw scan with JSON.parse', (events * 1000) / took.raw);
  line('readAll', (events * 1000) / took.readAll);
  console.log(`  readAll ÷ raw scan ${ratio(took.raw, took.readAll)}`);
}

async function counted(batches: AsyncIterable<readonly unknown[]>): Promise<number> {
  let events = 0;
  for await (const batch of batches) events += batch.length;
  if (events === 0) throw new Error('Nothing was read.');
  return events;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
