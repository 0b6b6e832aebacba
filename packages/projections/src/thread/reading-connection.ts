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
  /** Closes the file, lets another be put in its place, and opens that, all at once. */
  exchange(put: () => void): void;
  close(): void;
}

const count = z.object({ procedure_events: z.int() });

/**
 * Opens a connection to a read database that another has made.
 * @throws NoReadDatabase, NotAReadDatabase
 */
export function readingConnection(file: string, storeId: string): ReadingConnection {
  let { database: current, procedureEvents } = opened();
  let isReading = false;
  let eventsKnown = -1;

  function opened() {
    const database = openKept(file, storeId);
    if (!database) throw new NoReadDatabase(file);
    database.db.exec('pragma query_only = on; pragma busy_timeout = 5000');
    const counting = database.db.prepare('select count(*) as procedure_events from procedure_events');
    return { database, procedureEvents: () => count.parse(counting.get()).procedure_events };
  }

  function begin(): void {
    current.db.exec('begin');
    isReading = true;
    const found = procedureEvents();
    if (found !== eventsKnown) current.procedures.forget();
    eventsKnown = found;
    setImmediate(end);
  }

  function end(): void {
    if (!isReading) return;
    isReading = false;
    current.db.exec('commit');
  }

  return {
    refresh: end,
    database() {
      if (!isReading) begin();
      return current;
    },
    exchange(put) {
      end();
      current.close();
      try {
        put();
      } finally {
        ({ database: current, procedureEvents } = opened());
        eventsKnown = -1;
      }
    },
    close() {
      end();
      current.close();
    },
  };
}
