import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../src/event-store/sqlite.ts';

const [, , file = ''] = process.argv;
const store = openSqliteStore({ file, newStoreId: randomUUID });

/** Appends three events at a time to a stream of its own, for ever; prints their ids when they are acknowledged. */
async function appendForEver(stream: string): Promise<void> {
  for (let expected: number | 'no-stream' = 'no-stream'; ; ) {
    const events = [1, 2, 3].map((note) => ({
      eventId: randomUUID(),
      type: 'NoteAdded',
      data: { note },
      metadata: {},
    }));
    expected = (await store.append(stream, events, expected)).lastRevision;
    writeSync(1, `${events.map((event) => event.eventId).join(' ')}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, () => appendForEver(randomUUID())));
