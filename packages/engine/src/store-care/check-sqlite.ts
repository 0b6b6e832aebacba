import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordedEvent } from '../event-store/event-store.ts';
import { type Log, recorded, type StoredEvent } from '../event-store/log.ts';
import { openReader } from '../event-store/sqlite-database.ts';
import { messageOf } from '../event-store/sqlite-failure.ts';
import { sqliteLog } from '../event-store/sqlite-log.ts';
import { textIn } from '../event-store/sqlite-row.ts';
import { type CheckedLog, type Checking, checkLog } from './check-log.ts';

/** How many faults of the file itself are told at most; SQLite counts no further. */
const MOST_FILE_FAULTS = 1000;
const BATCH_EVENTS = 512;

/**
 * Checks a SQLite store row by row, for its own reader would stop at the first that is no event; and first the file, as SQLite does
 * (`pragma integrity_check`). While that runs the file's WAL cannot be reset, so beside a busy server it grows.
 * @throws StoreUnusable when it cannot even be opened
 */
export async function checkSqlite(
  file: string,
  checking: Checking,
): Promise<CheckedLog & { readonly storeId: string }> {
  const { db, storeId } = openReader(file);
  try {
    for (const problem of problemsOf(db)) checking.onFault({ what: 'file', detail: problem });
    return { storeId, ...(await checkLog({ readAll: () => rows(sqliteLog(db), checking) }, checking)) };
  } finally {
    db.close();
  }
}

function problemsOf(db: DatabaseSync): string[] {
  try {
    return db
      .prepare(`pragma integrity_check(${MOST_FILE_FAULTS})`)
      .all()
      .map((row) => textIn(row, 'integrity_check'))
      .filter((problem) => problem !== 'ok');
  } catch (error) {
    return [`SQLite cannot check it: ${messageOf(error)}.`];
  }
}

async function* rows(log: Log, { onFault }: Checking): AsyncGenerator<RecordedEvent[]> {
  let position = 0;
  try {
    const head = log.head();
    while (position < head) {
      const batch: RecordedEvent[] = [];
      for (const row of log.after(position, head)) {
        if (row.position !== position + 1) {
          onFault({ what: 'position', detail: `Nothing stands between positions ${position} and ${row.position}.` });
        }
        position = row.position;
        batch.push(readable(row, onFault));
        if (batch.length === BATCH_EVENTS) break;
      }
      yield batch;
      await nextTurn();
    }
  } catch (error) {
    onFault({ what: 'file', detail: `Nothing can be read after position ${position}: ${messageOf(error)}.` });
  }
}

/** An event, with nothing in it where its payloads are no JSON. */
function readable(row: StoredEvent, onFault: Checking['onFault']): RecordedEvent {
  try {
    return recorded(row);
  } catch (error) {
    onFault({ what: 'event', detail: messageOf(error) });
    return recorded({ ...row, data: '{}', metadata: '{}' });
  }
}
