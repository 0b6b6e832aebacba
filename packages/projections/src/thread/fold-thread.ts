import { parentPort, workerData } from 'node:worker_threads';
import { foldingMines } from '../bulk/mine-folder.ts';
import { openKept } from '../read-database.ts';
import { foldingAssignment, toFold, written } from './folded-messages.ts';

/** The thread that folds whole mines for one that writes them: those that it is told, in the order in which it is. */

const port = parentPort;
if (!port) throw new Error('This is the script of a thread.');
const { file, storeId } = foldingAssignment.parse(workerData);
const from = openKept(file, storeId);
if (!from) throw new Error(`There are no facts in ${file}.`);
from.db.exec('pragma query_only = on; pragma busy_timeout = 5000');
const fold = foldingMines(from);

port.on('message', (mineIds) => port.postMessage(written(fold(toFold.parse(mineIds)))));
