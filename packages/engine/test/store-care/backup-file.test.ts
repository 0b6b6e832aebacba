import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openMemoryStore } from '../../src/event-store/memory.ts';
import { BackupFailed, BackupUnusable, openBackup, type RecordedEvent, writeBackup } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'rectify-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const madeAt = '2018-11-11T00:00:00.000Z';

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
  const stored = await eventsOf(store);
  const file = join(folder, 'whole');
  await writeBackup({ from: store, file, madeAt, files: [{ path: 'keys/some.key', base64: 'c2VjcmV0' }] });
  const { readAll: _readAll, ...said } = await openBackup(file);
  expect(await eventsOf(await openBackup(file))).toEqual(stored);

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
        const { readAll, ...held } = await openBackup(other);
        expect([held, await eventsOf({ readAll })]).toEqual([said, stored]);
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
  const making = writeBackup({ from: damaged, file, madeAt, files: [] });
  await expect(making).rejects.toThrow(BackupFailed);
  await expect(making).rejects.toThrow('revision 1 is missing');
  await expect(openBackup(file)).rejects.toThrow('ENOENT');
});
