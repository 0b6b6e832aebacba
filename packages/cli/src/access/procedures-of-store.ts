import { describeProcedure, describeProcedures } from '@rectify/api';
import {
  type EventReader,
  type EventStore,
  type ProcedureEventType,
  readProcedures,
  sendProcedureEvent,
} from '@rectify/engine';
import { type Reads, readsOf, startProjector } from '@rectify/projections';
import type { Reading, Writing } from './access.ts';
import type { Act } from './act.ts';
import type { Outside } from './outside.ts';
import { refusalOfPublishing } from './refusal.ts';

type ReadingProcedures = Pick<Reading, 'procedures' | 'procedure' | 'previewMigrations'>;

/** Reads the procedures in a store; `reads` folds its log. */
export function proceduresOfStore(
  reader: EventReader,
  reads: () => Promise<Reads>,
  { clock, newId }: Outside,
): ReadingProcedures {
  return {
    async procedures() {
      const openCycles = await (await reads()).openCyclesByProcedure();
      return describeProcedures({ procedures: await readProcedures(reader), openCycles, now: clock() });
    },
    async procedure(name) {
      const found = (await readProcedures(reader)).get(name);
      if (!found) throw refusalOfPublishing({ code: 'unknown-procedure', procedure: name }, newId);
      return found.procedure;
    },
    previewMigrations: async (to, query) => (await reads()).previewMigrations(to, query, { now: clock() }),
  };
}

/** Publishes to a store that this process has opened, as the server would. */
export function publishingToStore(
  store: EventStore,
  readDatabase: string,
  { clock, newId }: Outside,
): Pick<Writing, 'publish' | 'withdraw'> {
  async function send(type: ProcedureEventType, data: unknown, { caller, key = newId() }: Act) {
    const outcome = await sendProcedureEvent({ store, clock, newId }, { person: caller, commandId: key, type, data });
    if (outcome.kind === 'rejected') throw refusalOfPublishing(outcome.rejection, newId);
    const { published, duplicate } = outcome;
    const known = { procedures: await readProcedures(store), openCycles: await openCycles(), now: clock() };
    return { procedure: describeProcedure(published, known), duplicate };
  }

  async function openCycles(): Promise<ReadonlyMap<string, number>> {
    const projector = startProjector({ store, file: readDatabase, isAlone: () => true });
    try {
      await projector.caughtUp();
      return await readsOf(projector).openCyclesByProcedure();
    } finally {
      await projector.close();
    }
  }

  return {
    publish: (version, act) => send('ProcedurePublished', version, act),
    withdraw: (procedure, reason, act) => send('ProcedureWithdrawn', { procedure, reason }, act),
  };
}
