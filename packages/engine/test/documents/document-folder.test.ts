import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { openMemoryStore } from '../../src/event-store/memory.ts';
import {
  checkDocuments,
  checkLog,
  DocumentRefused,
  documentFolder,
  type RecordedEvent,
  recordReceived,
  removeUnfinishedDocuments,
  type StoreFault,
} from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'rectify-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documents = documentFolder(folder);
const LIMIT = 1_000_000;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function* partsOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

const sha256Of = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

async function contentOf(sha256: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of documents.read(sha256)) parts.push(part);
  return Buffer.concat(parts).toString();
}

test('a document is kept under the fingerprint of what came, in however many parts it came', async () => {
  const content = '%PDF-1.7\nThree pages.';
  const kept = await documents.receive(partsOf('%PDF-1.7', '\nThree', ' pages.'), { limit: LIMIT });
  expect(kept).toEqual({ sha256: sha256Of(content), bytes: content.length, mediaType: 'application/pdf' });
  expect(await contentOf(kept.sha256)).toBe(content);
  expect(await documents.receive(partsOf(content), { limit: LIMIT, announced: kept.sha256 })).toEqual(kept);
  expect((await documents.find(kept.sha256))?.mediaType).toBe('application/pdf');
  expect(documents.has(sha256Of('never sent'))).toBe(false);
});

test('what a document is, is told by what it holds', async () => {
  expect(await documents.receive(partsOf(png), { limit: LIMIT })).toMatchObject({ mediaType: 'image/png' });
});

test.each([
  ['nothing', [], 'empty'],
  ['a web page', ['<!doctype html><script>alert(1)</script>'], 'type'],
  ['a drawing that can run scripts', ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'], 'type'],
  ['a program', [Buffer.from('7f454c4602010100000000000000000003003e00', 'hex')], 'type'],
  ['plain text', ['To whom it may concern'], 'type'],
  ['more than is taken', ['%PDF-1.7', 'x'.repeat(LIMIT)], 'too-large'],
] as const)('%s is refused, and nothing of it is kept', async (_what, parts, why) => {
  await expect(documents.receive(partsOf(...parts), { limit: LIMIT })).rejects.toMatchObject({ why });
  expect(readdirSync(join(folder, 'documents', 'incoming'))).toEqual([]);
});

test('what comes with another fingerprint than was announced is refused', async () => {
  const receiving = documents.receive(partsOf('%PDF-1.7 cut of'), {
    limit: LIMIT,
    announced: sha256Of('%PDF-1.7 cut off'),
  });
  await expect(receiving).rejects.toThrow(DocumentRefused);
  expect(documents.has(sha256Of('%PDF-1.7 cut of'))).toBe(false);
});

test('of a document that breaks off nothing is kept', async () => {
  async function* breaksOff() {
    yield Buffer.from('%PDF-1.7');
    throw new Error('The connection was lost.');
  }
  await expect(documents.receive(breaksOff(), { limit: LIMIT })).rejects.toThrow('The connection was lost.');
  expect(readdirSync(join(folder, 'documents', 'incoming'))).toEqual([]);
  expect(documents.has(sha256Of('%PDF-1.7'))).toBe(false);
});

test('what was coming when a process ended is removed', () => {
  const incoming = join(folder, 'documents', 'incoming');
  mkdirSync(incoming, { recursive: true });
  writeFileSync(join(incoming, randomUUID()), '%PDF-1.7 hal');
  removeUnfinishedDocuments(folder);
  expect(readdirSync(join(folder, 'documents'))).not.toContain('incoming');
});

test('no name leads out of the folder', () => {
  expect(() => documents.has('../../etc/passwd')).toThrow(TypeError);
});

test('a check names every document that came and is missing or was changed', async () => {
  const store = openMemoryStore({ storeId: randomUUID() });
  const clock = () => '2018-11-06T02:00:00.000Z';
  const owner = { id: 'o-1', role: 'owner', office: 'owner' } as const;
  const receives = async (content: string) => {
    const kept = await documents.receive(partsOf(content), { limit: LIMIT });
    const received = await recordReceived({ store, clock, newId: randomUUID }, kept, owner);
    expect(await recordReceived({ store, clock, newId: randomUUID }, kept, { ...owner, id: 'o-2' })).toEqual(received);
    return kept.sha256;
  };
  await receives('%PDF-1.7 whole');
  const missing = await receives('%PDF-1.7 missing');
  const changed = await receives('%PDF-1.7 before');
  const fileOf = (sha256: string) => join(folder, 'documents', sha256.slice(0, 2), sha256);
  rmSync(fileOf(missing));
  writeFileSync(fileOf(changed), '%PDF-1.7 after');

  const faults: StoreFault[] = [];
  const onFault = (fault: StoreFault) => faults.push(fault);
  const received: RecordedEvent[] = [];
  await checkLog(store, { onFault, onReceived: (event) => received.push(event) });
  expect(received).toHaveLength(3);
  await checkDocuments(received, documents, { onFault });
  expect(faults).toEqual([
    { what: 'document', detail: expect.stringMatching(`${missing}.*is missing`) },
    { what: 'document', detail: expect.stringMatching(`${changed}.*was changed`) },
  ]);
});
