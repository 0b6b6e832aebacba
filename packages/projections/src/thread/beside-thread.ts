import { parentPort, workerData } from 'node:worker_threads';
import { eventsOf } from '@rectify/engine/folding';
import { foldingMines } from '../bulk/mine-folder.ts';
import { prepared } from '../bulk/prepared-facts.ts';
import { openKept } from '../read-database.ts';
import { type Beside, besideAssignment, type ToPrepare, toPrepare, written } from './beside-messages.ts';
import { ownLog } from './own-log.ts';

/** The thread that prepares what another writes into a read database: what it is told, in the order in which it is. */

const port = parentPort;
if (!port) throw new Error('This is the script of a thread.');
const assigned = besideAssignment.parse(workerData);
const { file, storeId } = assigned;
const from = openKept(file, storeId);
if (!from) throw new Error(`There is nothing in ${file}.`);
const { procedures } = from;
from.db.exec('pragma query_only = on; pragma busy_timeout = 5000');
const fold = foldingMines(from);
const log = ownLog(assigned);

async function answer(told: ToPrepare): Promise<Beside> {
  if (told.kind === 'mines') return { mines: written(withProceduresOfNow(() => fold(told.mineIds))) };
  if (!log) return null;
  const events = await eventsOf(told, log);
  const facts = withProceduresOfNow(() => prepared(events, procedures.known()));
  return facts ? { facts } : null;
}

/** Does what may need a procedure that became known since they were read. */
function withProceduresOfNow<T>(step: () => T): T {
  try {
    return step();
  } catch {
    procedures.forget();
    return step();
  }
}

let answered = Promise.resolve();
port.on('message', (message) => {
  const told = toPrepare.parse(message);
  answered = answered.then(async () => port.postMessage(await answer(told).catch(() => null)));
});
