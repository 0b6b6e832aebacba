import { parentPort, workerData } from 'node:worker_threads';
import { gatheredHistories, type Histories, loggedHistories } from '../bulk/histories.ts';
import { foldingMines } from '../bulk/mine-folder.ts';
import { openKept, type ReadDatabase } from '../read-database.ts';
import { type Beside, type BesideAssignment, besideAssignment, toFold, written } from './beside-messages.ts';
import { openOwnLog } from './own-log.ts';

/** The thread that folds mines which another writes into a read database: those that it is told, in the order in which it is. */

const port = parentPort;
if (!port) throw new Error('This is the script of a thread.');
const assigned = besideAssignment.parse(workerData);
const from = openKept(assigned.file, assigned.storeId);
if (!from) throw new Error(`There is nothing in ${assigned.file}.`);
from.db.exec('pragma query_only = on; pragma busy_timeout = 5000');
const fold = foldingMines({ of: from, histories: historiesFor(from, assigned) });

function historiesFor(of: ReadDatabase, { log, storeId }: BesideAssignment): Histories {
  if (log === undefined) return gatheredHistories(of);
  const upTo = of.position();
  const streams = upTo === undefined ? undefined : openOwnLog({ log, storeId }, upTo);
  if (!streams) throw new Error(`The log in ${log} cannot be read.`);
  return loggedHistories(streams, of);
}

function folded(mineIds: readonly string[]): Beside {
  try {
    return written(fold(mineIds));
  } catch {
    return null;
  }
}

port.on('message', (message) => port.postMessage(folded(toFold.parse(message).mineIds)));
