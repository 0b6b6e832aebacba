import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { EventReader, RecordedEvent } from '../event-store/event-store.ts';
import {
  type BackupDocument,
  type BackupEnd,
  type BackupHeader,
  backupDocument,
  backupEnd,
  backupEvent,
  backupHeader,
} from './backup-format.ts';

/** A batch ends with the first append that makes it so long. */
const BATCH_EVENTS = 512;

const zlibError = z.object({ code: z.string().startsWith('Z_'), message: z.string() });

/** The file is no backup, or no whole one; the message says what is wrong with it. */
export class BackupUnusable extends Error {
  override readonly name = 'BackupUnusable';
}

/** A backup that was found to be whole. */
export interface Backup
  extends BackupHeader,
    Pick<BackupEnd, 'head' | 'events' | 'digest' | 'documents'>,
    Pick<EventReader, 'readAll'> {
  /** Reads all events from the file, in batches that split no append. */
  readAll(): AsyncIterable<RecordedEvent[]>;
  /** Reads all documents from the file. The content of one has to be read to its end before the next. */
  readDocuments(): AsyncIterable<DocumentInBackup>;
}

/** A document in a backup. */
export interface DocumentInBackup {
  readonly sha256: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Reads a backup to its end and makes sure that it is as it was written.
 * @param onProgress called now and then with the number of events so far
 * @throws BackupUnusable when it was cut off, changed or damaged; the system's error when the file cannot be read
 */
export async function openBackup(file: string, onProgress: (events: number) => void = () => {}): Promise<Backup> {
  const hash = createHash('sha256');
  let first: string | undefined;
  let last: string | undefined;
  let count = 0;
  for await (const lines of linesOf(file)) {
    first ??= lines[0];
    count += lines.length;
    const before = last === undefined ? [] : [last];
    last = lines.pop();
    hash.update([...before, ...lines].map((line) => `${line}\n`).join(''));
    onProgress(Math.max(0, count - 2));
  }
  if (first === undefined || last === undefined) throw new BackupUnusable(`${file} is empty.`);
  const header = backupHeader.safeParse(jsonIn(first));
  if (!header.success) {
    throw new BackupUnusable(`${file} is no backup of Rectify, or one of a version that this one does not know.`);
  }
  const end = backupEnd.safeParse(jsonIn(last));
  if (!end.success) throw new BackupUnusable(`${file} was cut off: its last line is missing.`);
  const { lines, ...held } = end.data;
  if (hash.digest('hex') !== lines)
    throw new BackupUnusable(`${file} was changed or damaged: its content is not what was written.`);
  return {
    ...header.data,
    ...held,
    readAll: () => eventsOf(file, held.events),
    readDocuments: () => documentsOf(file, held),
  };
}

async function* documentsOf(
  file: string,
  { events, documents }: Pick<BackupEnd, 'events' | 'documents'>,
): AsyncGenerator<DocumentInBackup, void> {
  const parts = partsOf(file, events);
  for (let read = 0; read < documents; read++) {
    const first = await parts.next();
    if (first.done) throw new BackupUnusable(`${file} holds fewer documents than it says.`);
    yield { sha256: first.value.document, content: contentFrom(first.value, parts) };
  }
}

async function* contentFrom(
  first: BackupDocument,
  others: AsyncGenerator<BackupDocument, void>,
): AsyncGenerator<Uint8Array, void> {
  let part = first;
  while (!part.last) {
    yield Buffer.from(part.base64, 'base64');
    const next = await others.next();
    if (next.done) return;
    part = next.value;
  }
}

/** The parts of all documents, in their order: all lines after the events but the last. */
async function* partsOf(file: string, events: number): AsyncGenerator<BackupDocument, void> {
  let index = 0;
  let waiting: string | undefined;
  for await (const lines of linesOf(file)) {
    for (const line of lines) {
      if (index > events) {
        if (waiting !== undefined) yield parsed(backupDocument, waiting, file);
        waiting = line;
      }
      index += 1;
    }
  }
}

async function* eventsOf(file: string, count: number): AsyncGenerator<RecordedEvent[], void> {
  let batch: RecordedEvent[] = [];
  let index = 0;
  for await (const lines of linesOf(file)) {
    for (const line of lines) {
      if (index > 0 && index <= count) batch.push(parsed(backupEvent, line, file));
      index += 1;
      if (batch.length >= BATCH_EVENTS && endsAppend(batch)) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

function endsAppend(batch: readonly RecordedEvent[]): boolean {
  const last = batch.at(-1);
  return last !== undefined && last.append.index === last.append.size - 1;
}

/** The lines of a compressed file, as many at a time as come. */
async function* linesOf(file: string): AsyncGenerator<string[], void> {
  const text = createGunzip().setEncoding('utf8');
  pipeline(createReadStream(file), text, () => {
    // What went wrong is thrown to whoever reads the text.
  });
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines;
    }
  } catch (error) {
    const damage = zlibError.safeParse(error);
    if (!damage.success) throw error;
    throw new BackupUnusable(`${file} is no backup of Rectify, or damaged: ${damage.data.message}.`, { cause: error });
  }
}

function parsed<S extends z.ZodType>(schema: S, line: string, file: string): z.output<S> {
  const read = schema.safeParse(jsonIn(line));
  if (read.success) return read.data;
  throw new BackupUnusable(`${file} holds a line that is neither an event nor a part of a document.`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
