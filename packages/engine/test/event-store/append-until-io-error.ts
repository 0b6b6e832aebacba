import { randomUUID } from 'node:crypto';
import { openSqliteReader, openSqliteStore } from '../../src/event-store/sqlite.ts';

const [, , file = ''] = process.argv;
let fatal = 0;
const store = openSqliteStore({ file, newStoreId: randomUUID, onFatal: () => fatal++ });
const acknowledged: string[] = [];
const refused: string[] = [];

while (refused.length < 3 && acknowledged.length < 1000) {
  const event = { eventId: randomUUID(), type: 'NoteAdded', data: { text: 'x'.repeat(50_000) }, metadata: {} };
  try {
    await store.append(event.eventId, [event], 'no-stream');
    acknowledged.push(event.eventId);
  } catch (error) {
    refused.push(error instanceof Error ? error.name : String(error));
  }
}

const reader = openSqliteReader(file);
let found = 0;
for await (const batch of reader.readAll())
  found += batch.filter((event) => acknowledged.includes(event.eventId)).length;
process.stdout.write(JSON.stringify({ acknowledged: acknowledged.length, found, refused, fatal }));
process.exit(0);
