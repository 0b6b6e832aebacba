/** A store on disk with as many events as wanted, written as fast as SQLite can: to measure at sizes that sending would take hours to reach. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createEngine, mineStream, openStore, type RecordedEvent } from '@rectify/engine';
import { leadThroughCycles } from './course.ts';
import { alike, type ForMine, type Likeness, NUMBER, numberOf, various } from './likeness.ts';

/** So many mines are led side by side, as events of different mines stand between those of one. */
const SIDE_BY_SIDE = 10_000;

/** What a store was filled with. */
export interface FilledStore {
  readonly mines: number;
  readonly eventsPerMine: number;
  readonly events: number;
  /** Bytes of the JSON of all events: stream, revision, id, type, data and metadata. */
  readonly jsonBytes: number;
}

/** An event of the history that is copied. */
interface Template {
  readonly event: RecordedEvent;
  readonly eventId: ForMine;
  readonly data: ForMine;
  readonly metadata: ForMine;
}

/** The id of the nth mine of a filled store, from 0. */
export function filledMineId(mine: number): string {
  return `M-${numberOf(mine)}`;
}

/**
 * Makes a new store and fills it with the same history for every mine: registered, closed, certified, reopened, closed again, and so on, as far as
 * its share of the events goes; never half an append. All of it is on the disk when this is done.
 */
export async function fillStore(wanted: {
  readonly file: string;
  readonly mines: number;
  readonly events: number;
}): Promise<FilledStore> {
  const { file, mines } = wanted;
  const appends = await historyOf(Math.floor(wanted.events / mines), alike);
  await writeStore(file, mines, appends, alike);
  const history = appends.flat();
  const jsonBytes = mines * history.reduce((sum, { event }) => sum + bytesOf(event), 0);
  return { mines, eventsPerMine: history.length, events: mines * history.length, jsonBytes };
}

/**
 * As {@link fillStore}, but the mines are spread over regions, operators and three years up to `now`, and have come more or less far: between none and twice as many
 * events as are their share. The same for the same `now`.
 */
export async function fillStoreVariously(wanted: {
  readonly file: string;
  readonly mines: number;
  readonly events: number;
  readonly now: Date;
}): Promise<Pick<FilledStore, 'mines' | 'events'>> {
  const { file, mines, now } = wanted;
  const likeness = various(now);
  const appends = await historyOf(Math.floor((2 * wanted.events) / mines), likeness);
  return { mines, events: await writeStore(file, mines, appends, likeness) };
}

/** The appends of a mine's history, up to so many events. */
async function historyOf(events: number, { clock, textOf }: Likeness): Promise<readonly (readonly Template[])[]> {
  const store = await openStore('memory:', { newStoreId: randomUUID });
  let ids = 0;
  const newId = () => `${NUMBER}-0000-4000-8000-${String(ids++).padStart(12, '0')}`;
  const engine = createEngine({ store, clock, newId });
  await leadThroughCycles(engine, `M-${NUMBER}`, Math.ceil(events / 16));
  const appends: Template[][] = [];
  let taken = 0;
  for await (const batch of store.read(mineStream(`M-${NUMBER}`))) {
    for (const event of batch) {
      if (event.append.index === 0) {
        if (taken + event.append.size > events) break;
        taken += event.append.size;
        appends.push([]);
      }
      appends.at(-1)?.push(templateOf(event, textOf));
    }
  }
  await store.close();
  return appends;
}

function templateOf(event: RecordedEvent, textOf: Likeness['textOf']): Template {
  return {
    event,
    eventId: textOf(event.eventId),
    data: textOf(JSON.stringify(event.data)),
    metadata: textOf(JSON.stringify(event.metadata)),
  };
}

/** Answers how many events it wrote. */
async function writeStore(
  file: string,
  mines: number,
  appends: readonly (readonly Template[])[],
  { appendsOf }: Likeness,
): Promise<number> {
  const store = await openStore(`sqlite:${file}`, { newStoreId: randomUUID });
  await store.close();
  const events = write(file, mines, appends, appendsOf);
  sync(file);
  return events;
}

/** Without journal and sync, for a file that is thrown away when this fails. */
function write(
  file: string,
  mines: number,
  appends: readonly (readonly Template[])[],
  appendsOf: Likeness['appendsOf'],
): number {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -500000');
  const insert = db.prepare(
    'insert into events (stream, revision, append_index, append_size, event_id, type, data, metadata) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  let events = 0;
  for (let first = 0; first < mines; first += SIDE_BY_SIDE) {
    for (const [index, append] of appends.entries()) {
      db.exec('begin');
      for (let mine = first; mine < Math.min(mines, first + SIDE_BY_SIDE); mine += 1) {
        if (index >= appendsOf(mine, appends.length)) continue;
        const stream = mineStream(filledMineId(mine));
        for (const { event, eventId, data, metadata } of append) {
          const texts = [eventId(mine), event.type, data(mine), metadata(mine)] as const;
          insert.run(stream, event.revision, event.append.index, event.append.size, ...texts);
          events += 1;
        }
      }
      db.exec('commit');
    }
  }
  db.exec('pragma journal_mode = wal');
  db.close();
  return events;
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function bytesOf({ stream, revision, eventId, type, data, metadata }: RecordedEvent): number {
  return Buffer.byteLength(JSON.stringify({ stream, revision, eventId, type, data, metadata }));
}
