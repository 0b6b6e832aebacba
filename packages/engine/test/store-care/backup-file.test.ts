import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openMemoryStore } from '../../src/event-store/memory.ts';
import {
  type Backup,
  BackupFailed,
  BackupUnusable,
  documentFolder,
  type EventStore,
  openBackup,
  type RecordedEvent,
  recordReceived,
  writeBackup,
} from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'rectify-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const madeAt = '2018-11-11T00:00:00.000Z';
const documents = documentFolder(folder);

/** Keeps content, and puts on record in a store that it came; answers its fingerprint. */
async function receives(store: EventStore, content: string): Promise<string> {
  const kept = await documents.receive(partsOf(content), { limit: 1_000_000 });
  await recordReceived({ store, clock: () => madeAt, newId: randomUUID }, kept, {
    id: 'o-1',
    role: 'owner',
    office: 'owner',
  });
  return kept.sha256;
}

async function* partsOf(content: string) {
  yield Buffer.from(content);
}

async function documentsIn(backup: Pick<Backup, 'readDocuments'>): Promise<(readonly [string, string])[]> {
  const held: (readonly [string, string])[] = [];
  for await (const { sha256, content } of backup.readDocuments()) {
    const parts: Uint8Array[] = [];
    for await (const part of content) parts.push(part);
    held.push([sha256, Buffer.concat(parts).toString()]);
  }
  return held;
}

async function eventsOf(log: { readAll(): AsyncIterable<RecordedEvent[]> }): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const batch of log.readAll()) events.push(...batch);
  return events;
}

test('a backup gives back what was stored, and wherever a byte of it is changed or cut off it is refused or says the same', async () => {
  const store = openMemoryStore({ storeId: randomUUID() });
  for (let index = 0; index < 40; index += 1) {
    const data = { text: `Seen\u2028${index}`, z: 1, a: '\ud800', ['__proto__']: { deep: [] } };
    const events = [0, 1].map(() => ({ eventId: randomUUID(), type: 'NoteAdded', data, metadata: { z: 1, a: 2 } }));
    await store.append(`mine-${index % 3}`, events, index < 3 ? 'no-stream' : 2 * Math.floor(index / 3) - 1);
  }
  const sha256 = await receives(store, '%PDF-1.4 one');
  const stored = await eventsOf(store);
  const file = join(folder, 'whole');
  await writeBackup({ from: store, documents, file, madeAt, files: [{ path: 'keys/some.key', base64: 'c2VjcmV0' }] });
  const { readAll: _readAll, readDocuments: _readDocuments, ...said } = await openBackup(file);
  expect(await eventsOf(await openBackup(file))).toEqual(stored);
  expect(await documentsIn(await openBackup(file))).toEqual([[sha256, '%PDF-1.4 one']]);

  const bytes = readFileSync(file);
  const other = join(folder, 'changed');
  const place = fc.nat({ max: bytes.length - 1 });
  const change = fc.oneof(
    fc
      .tuple(place, fc.integer({ min: 1, max: 255 }))
      .map(([at, by]) => bytes.map((byte, index) => (index === at ? byte ^ by : byte))),
    place.map((at) => bytes.subarray(0, at)),
  );
  await fc.assert(
    fc.asyncProperty(change, async (changed) => {
      writeFileSync(other, changed);
      try {
        const { readAll, readDocuments, ...held } = await openBackup(other);
        expect([held, await eventsOf({ readAll })]).toEqual([said, stored]);
        expect(await documentsIn({ readDocuments })).toEqual([[sha256, '%PDF-1.4 one']]);
      } catch (error) {
        if (!(error instanceof BackupUnusable)) throw error;
      }
    }),
    { numRuns: 300 },
  );
});

test('of a store that could not be restored no backup is made', async () => {
  const store = openMemoryStore({ storeId: randomUUID() });
  await store.append('mine-1', [{ eventId: randomUUID(), type: 'NoteAdded', data: {}, metadata: {} }], 'no-stream');
  const [event] = await eventsOf(store);
  const damaged = {
    storeId: store.storeId,
    async *readAll() {
      if (event) yield [event, { ...event, revision: 2 }];
    },
  };
  const file = join(folder, 'damaged');
  const making = writeBackup({ from: damaged, documents, file, madeAt, files: [] });
  await expect(making).rejects.toThrow(BackupFailed);
  await expect(making).rejects.toThrow('revision 1 is missing');
  await expect(openBackup(file)).rejects.toThrow('ENOENT');
});

test('a backup holds the documents that came, large ones too, and says which are lost', async () => {
  const store = openMemoryStore({ storeId: randomUUID() });
  const large = `%PDF-1.4 ${'x'.repeat(700_000)}`;
  const kept = await receives(store, large);
  const changed = await receives(store, '%PDF-1.4 changed later');
  const missing = await receives(store, '%PDF-1.4 missing later');
  const fileOf = (sha256: string) => join(folder, 'documents', sha256.slice(0, 2), sha256);
  writeFileSync(fileOf(changed), '%PDF-1.4 changed now!!');
  rmSync(fileOf(missing));

  const file = join(folder, 'with-documents');
  const written = await writeBackup({ from: store, documents, file, madeAt, files: [] });
  expect(written).toMatchObject({ events: 3, documents: 1, lostDocuments: [changed, missing] });
  expect(await documentsIn(await openBackup(file))).toEqual([[kept, large]]);
});

test('a backup that was written before documents were kept can be read', async () => {
  const header = JSON.stringify({ format: 'rectify-backup/1', storeId: 's-1', madeAt, files: [] });
  const lines = createHash('sha256').update(`${header}\n`).digest('hex');
  const end = JSON.stringify({ head: null, events: 0, digest: 'd', lines });
  const file = join(folder, 'older');
  writeFileSync(file, gzipSync(`${header}\n${end}\n`));
  const backup = await openBackup(file);
  expect(backup).toMatchObject({ events: 0, documents: 0 });
  expect(await documentsIn(backup)).toEqual([]);
});
