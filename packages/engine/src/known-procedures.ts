import type { EventReader, RecordedEvent } from './event-store/event-store.ts';
import type { Mine } from './rectification/case/mine.ts';
import { inOpenCycle } from './rectification/case/open-cycle.ts';
import type { EventData, EventType } from './rectification/events/events.ts';
import { type Fact, factOf } from './rectification/fact.ts';
import { type Procedure, procedureName } from './rectification/procedures/procedure.ts';
import { PROCEDURES_STREAM, type ProcedureFact, procedureFactOf } from './rectification/procedures/procedure-fact.ts';
import {
  type Procedures,
  type PublishedProcedure,
  procedureInForce,
  proceduresAfter,
  shippedProcedures,
} from './rectification/procedures/procedures.ts';

/** The procedure versions as far as their stream was read. */
export interface ProcedureShelf {
  readonly procedures: Procedures;
  readonly facts: readonly ProcedureFact[];
}

/**
 * Reads the stream of procedures from where it was left, after it is asked; answers the same object if nothing is new. Who asks before the
 * reading has begun shares it.
 */
export function knownProcedures(store: Pick<EventReader, 'read'>): () => Promise<ProcedureShelf> {
  let shelf: ProcedureShelf = { procedures: shippedProcedures, facts: [] };
  let next: Promise<ProcedureShelf> | undefined;

  async function readOn(): Promise<ProcedureShelf> {
    await Promise.resolve();
    next = undefined;
    const known = shelf;
    const fresh: ProcedureFact[] = [];
    for await (const batch of store.read(PROCEDURES_STREAM, { from: known.facts.length }))
      fresh.push(...batch.map(procedureFactOf));
    if (fresh.length === 0) return shelf;
    const read: ProcedureShelf = {
      procedures: fresh.reduce(proceduresAfter, known.procedures),
      facts: [...known.facts, ...fresh],
    };
    // Another reading may have come further meanwhile.
    if (read.facts.length > shelf.facts.length) shelf = read;
    return read;
  }

  return () => {
    next ??= readOn();
    return next;
  };
}

/**
 * Reads stored events of mines as facts. Procedures are asked for only where one is named that was not met yet: a version never changes,
 * and was published before any fact could name it. @throws UnreadableFact, UnknownProcedure
 */
export function factsReader(
  read: () => Promise<ProcedureShelf>,
): (events: readonly RecordedEvent[]) => Promise<readonly Fact[]> {
  let met: Procedures = shippedProcedures;
  const isMet = ({ metadata: { procedure } }: RecordedEvent) => typeof procedure === 'string' && met.has(procedure);
  return async (events) => {
    if (!events.every(isMet)) met = (await read()).procedures;
    return events.map((event) => factOf(event, met));
  };
}

/** All procedure versions that a store knows. */
export async function readProcedures(store: Pick<EventReader, 'read'>): Promise<Procedures> {
  return (await knownProcedures(store)()).procedures;
}

/** The procedure whose rules a mine is under: the one its open cycle is pinned to, else the one in force for its region. */
export function procedureFor(mine: Mine, procedures: Procedures, at: string): Procedure {
  return inOpenCycle(mine) ? mine.procedure : procedureInForce(procedures, mine.region, at);
}

/** When something is asked, and which procedures are known then. */
export interface Present {
  readonly now: string;
  readonly procedures: Procedures;
}

/** The procedure versions that an open cycle of a mine can be moved to: for its region, not withdrawn, another than its own. */
export function migrationTargets({ procedure: own, region }: Mine, procedures: Procedures): PublishedProcedure[] {
  return [...procedures.values()].filter(
    ({ name, procedure, withdrawnAt }) =>
      name !== procedureName(own) && withdrawnAt === null && procedure.regions.includes(region),
  );
}

/**
 * The procedure that a fact is stored with: what a cycle that it begins is pinned to (the version in force where and when it
 * begins), what it migrates to, or else what it was decided under.
 */
export function procedureOf(
  { type, data, occurredAt }: { readonly type: EventType; readonly data: EventData; readonly occurredAt: string },
  mine: Mine,
  procedures: Procedures,
  now: string,
): Procedure {
  if (type === 'ProcedureMigrated' && 'procedure' in data)
    return procedures.get(data.procedure)?.procedure ?? mine.procedure;
  if (type === 'RelocationCompleted' && 'region' in data) return procedureInForce(procedures, data.region, occurredAt);
  if (beginsACycle.has(type)) return procedureInForce(procedures, mine.region, occurredAt);
  return procedureFor(mine, procedures, now);
}

/** Ending a cycle on a new, uninspected site begins another at once. */
const beginsACycle: ReadonlySet<EventType> = new Set<EventType>([
  'ClosureOrdered',
  'ClosureWithdrawn',
  'ClosureQuashed',
]);
