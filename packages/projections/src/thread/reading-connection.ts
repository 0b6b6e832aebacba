import { z } from 'zod';
import { NoReadDatabase, openKept, type ReadDatabase } from '../read-database.ts';

/** A connection for reading what another thread writes. */
export interface ReadingConnection {
  /**
   * The read database as it is at one moment, for as long as nothing is awaited: what the other thread commits meanwhile is not seen before the
   * next turn of the event loop, or before `refresh`.
   */
  database(): ReadDatabase;
  /** Sees what was committed by now from the next question on. */
  refresh(): void;
  /** Closes the file and lets another be put in its place, which the next question opens, or what is there if that fails. */
  exchange(put: () => void): void;
  close(): void;
}

const count = z.object({ procedure_events: z.int() });

/**
 * Opens a connection to a read database that another has made.
 * @throws NoReadDatabase, NotAReadDatabase
 */
export function readingConnection(file: string, storeId: string): ReadingConnection {
  let current: ReturnType<typeof opened> | undefined = opened();
  let isReading = false;
  let eventsKnown = -1;

  function opened() {
    const database = openKept(file, storeId);
    if (!database) throw new NoReadDatabase(file);
    database.db.exec('pragma query_only = on; pragma busy_timeout = 5000');
    const counting = database.db.prepare('select count(*) as procedure_events from procedure_events');
    return { database, procedureEvents: () => count.parse(counting.get()).procedure_events };
  }

  function begin({ database, procedureEvents }: ReturnType<typeof opened>): void {
    database.db.exec('begin');
    isReading = true;
    const found = procedureEvents();
    if (found !== eventsKnown) database.procedures.forget();
    eventsKnown = found;
    setImmediate(end);
  }

  function end(): void {
    if (!isReading) return;
    isReading = false;
    current?.database.db.exec('commit');
  }

  return {
    refresh: end,
    database() {
      current ??= opened();
      if (!isReading) begin(current);
      return current.database;
    },
    exchange(put) {
      end();
      current?.database.close();
      current = undefined;
      eventsKnown = -1;
      put();
    },
    close() {
      end();
      current?.database.close();
    },
  };
}
