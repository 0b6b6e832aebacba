/**
 * Building the read side anew against a raw scan of the log and against raw inserts of the same rows into the same tables and indexes; then lists, counts and
 * one mine, of the present and of a past instant as known at another. `--mines` says how many there are, each with ten events.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { type EventReader, openStore } from '@rectify/engine';
import {
  checkReadModels,
  closureQuery,
  mineQuery,
  type Reads,
  readsOf,
  startProjectorInThread,
  statisticsQuery,
} from '@rectify/projections';
import { line, milliseconds, percentile, ratio } from './figures.ts';
import { filledMineId, fillStore } from './filled-store.ts';

const EVENTS_A_MINE = 10;
const QUESTIONS = 40;
/** Of more mines events are not folded one by one: that takes too long. */
const MOST_ONE_BY_ONE = 10_000;

const { values } = parseArgs({ options: { mines: { type: 'string', default: '10000' } } });
const mines = Number(values.mines);

const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));
try {
  const log = join(folder, 'events.db');
  const file = join(folder, 'read.db');
  const { events } = await fillStore({ file: log, mines, events: mines * EVENTS_A_MINE });
  onDisk();
  const store = await openStore(`sqlite:${log}`, { newStoreId: randomUUID });
  const projector = await startProjectorInThread({ store, file, address: { kind: 'sqlite', file: log } });
  const filled = await timed(() => projector.caughtUp());
  onDisk();
  const rebuilt = await timed(() => projector.rebuild());
  onDisk();
  const scanned = await timed(() => scan(store));
  line(`${mines.toLocaleString('en')} mines: filled when empty, mine by mine`, (events * 1000) / filled);
  line('built anew, mine by mine', (events * 1000) / rebuilt);
  line('raw scan of the log with JSON.parse', (events * 1000) / scanned);
  const inserted = insertAnew(file, join(folder, 'raw.db'));
  line('raw inserts of the rows that it comes to', (events * 1000) / inserted);
  console.log(`  built anew ÷ raw inserts ${ratio(inserted, rebuilt)}, ÷ raw scan ${ratio(scanned, rebuilt)}`);
  console.log(`  ${Math.round((await stat(file)).size / events)} bytes an event in the read database`);
  if (mines <= MOST_ONE_BY_ONE)
    line('folded event by event, by a check', (events * 1000) / (await oneByOne(file, store)));
  await ask(readsOf(projector), await instantsIn(store));
  await projector.close();
  await store.close();
} finally {
  await rm(folder, { recursive: true });
}

/** Waits until all that was written before is on the disk, so that it does not slow down what is measured next. */
function onDisk(): void {
  execFileSync('sync');
}

/** How long a check of the read models folds the log event by event, in milliseconds. */
async function oneByOne(file: string, store: EventReader): Promise<number> {
  const began = performance.now();
  let took = 0;
  await checkReadModels({ file, store }, () => {
    took = performance.now() - began;
  });
  return took;
}

async function scan(store: EventReader): Promise<void> {
  for await (const batch of store.readAll()) if (batch.length === 0) throw new Error('Nothing was read.');
}

/** Puts all rows of a database into an empty one with the same tables and indexes, as they are read from it in the order of their keys; only the inserts are timed. */
function insertAnew(from: string, into: string): number {
  const built = new DatabaseSync(from, { readOnly: true });
  const raw = new DatabaseSync(into);
  raw.exec('pragma journal_mode = wal; pragma synchronous = normal');
  const made = built.prepare(
    "select name, type, sql from sqlite_master where sql is not null and name not like 'sqlite_%' and name not like 'mine_word%'",
  );
  const all = made.all().map(({ name, type, sql }) => ({ name: String(name), type: String(type), sql: String(sql) }));
  for (const { sql } of all) raw.exec(sql);
  let took = 0;
  for (const { name } of all.filter(({ type }) => type === 'table')) {
    const columns = built.prepare(`select * from ${name} limit 1`).columns().length;
    const insert = raw.prepare(`insert into ${name} values (?${', ?'.repeat(columns - 1)})`);
    const rows = built.prepare(`select * from ${name}`);
    rows.setReturnArrays(true);
    for (const some of chunks(rows.iterate(), 20_000)) {
      const began = performance.now();
      raw.exec('begin');
      for (const row of some) insert.run(...row);
      raw.exec('commit');
      took += performance.now() - began;
    }
  }
  built.close();
  raw.close();
  return took;
}

type Row = readonly (string | number | null)[];

function* chunks(rows: Iterable<unknown>, size: number): Generator<Row[]> {
  let chunk: Row[] = [];
  for (const row of rows) {
    if (Array.isArray(row)) chunk.push(row);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
    }
  }
  yield chunk;
}

/** An instant between the first event of a mine and its last, and one at which all of that was known. */
async function instantsIn(store: EventReader): Promise<{ readonly asOf: string; readonly knownAt: string }> {
  const recorded: string[] = [];
  for await (const batch of store.read(`mine-${filledMineId(0)}`))
    recorded.push(...batch.map(({ metadata }) => String(metadata.recordedAt)));
  const [asOf, knownAt] = [recorded[EVENTS_A_MINE / 2], recorded.at(-1)];
  if (asOf === undefined || knownAt === undefined) throw new Error('A mine has fewer events than expected.');
  return { asOf, knownAt };
}

async function ask(reads: Reads, then: { readonly asOf: string; readonly knownAt: string }): Promise<void> {
  const asking = { viewer: { kind: 'official' }, now: new Date().toISOString() } as const;
  const questions: [string, (instants: object) => Promise<unknown>][] = [
    ['a page of mines', (at) => reads.listMines(mineQuery.parse({ ...at }), asking)],
    [
      'a page of shut mines, last changed first',
      (at) => reads.listMines(mineQuery.parse({ shut: 'true', sort: '-lastChange', ...at }), asking),
    ],
    ['one mine', (at) => reads.mine(filledMineId(mines - 1), at, asking)],
    ['counts of mines', (at) => reads.countMines(at, asking)],
    ['a page of closures', (at) => reads.listClosures(closureQuery.parse({ ...at }), asking)],
  ];
  for (const [what, question] of questions) {
    const live = await asked(() => question({}));
    const past = await asked(() => question(then));
    milliseconds(what, live);
    milliseconds(`  of a past instant (${ratio(past.p50, live.p50)} times)`, past);
  }
  const statistics = (at: object) => () =>
    reads.statistics(statisticsQuery.parse({ groupBy: 'region', ...at }), asking);
  const first = await timed(statistics({}));
  const live = await asked(statistics({}));
  const past = await asked(statistics(then));
  console.log(
    `statistics by region for the first time, what they are counted from being copied: ${Math.round(first)} ms`,
  );
  milliseconds('statistics by region', live);
  milliseconds(`  of a past instant (${ratio(past.p50, live.p50)} times)`, past);
}

async function asked(question: () => Promise<unknown>): Promise<{ readonly p50: number; readonly p99: number }> {
  const took: number[] = [];
  for (let time = 0; time < QUESTIONS; time += 1) took.push(await timed(question));
  return { p50: percentile(took, 50), p99: percentile(took, 99) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
