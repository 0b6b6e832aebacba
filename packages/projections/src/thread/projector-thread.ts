import { parentPort, workerData } from 'node:worker_threads';
import { startFolding } from '../folding.ts';
import { takingTurns } from '../giving-way.ts';
import { openReadDatabase, type ReadDatabase } from '../read-database.ts';
import { logByMessages } from './log-by-messages.ts';
import { assignment, type Said, toFailure, told } from './messages.ts';
import { preparingBeside } from './preparing-beside.ts';

/** The thread that folds: it reads the log by messages, and has the read database to itself but for readers. */

const port = parentPort;
if (!port) throw new Error('This is the script of a thread.');
const assigned = assignment.parse(workerData);
const say = (message: Said) => port.postMessage(message);
const { log, take } = logByMessages(assigned, say);

try {
  const folding = startFolding({
    log,
    file: assigned.file,
    slices: takingTurns,
    prepare: preparingBeside(assigned.log),
    changed() {
      const { error, ...state } = folding.state();
      say({ kind: 'changed', ...state, ...(error && { error: toFailure(error) }) });
    },
    swap,
  });
  const { state, position, folded } = folding.state();
  say({ kind: 'changed', state, position, folded });
  say({ kind: 'opened', isRebuildCutOff: folding.isRebuildCutOff() });

  port.on('message', (posted) => {
    const message = told.parse(posted);
    if (message.kind === 'close') return void folding.close().then(() => port.close());
    if (message.kind !== 'rebuild') return take(message);
    folding
      .rebuild((progress) => say({ kind: 'progress', progress }))
      .then(
        () => say({ kind: 'rebuilt' }),
        (error: unknown) => say({ kind: 'rebuilt', error: toFailure(error) }),
      );
  });
} catch (error) {
  say({ kind: 'failed', error: toFailure(error) });
  port.close();
}

/** The thread that reads has the file open too: it puts the new one in its place, so that none of its reads meets a gap. */
function swap(live: ReadDatabase, built: ReadDatabase): ReadDatabase {
  live.close();
  built.close();
  Atomics.store(assigned.swapped, 0, 0);
  say({ kind: 'swap' });
  Atomics.wait(assigned.swapped, 0, 0);
  if (Atomics.load(assigned.swapped, 0) !== 1) throw new Error('What was built anew could not be put in its place.');
  return openReadDatabase(live.file, live.storeId);
}
