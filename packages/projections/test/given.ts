import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEngine,
  type Engine,
  type EventData,
  type EventStore,
  type EventType,
  type Fact,
  type FoldedMine,
  type Instants,
  type Outcome,
  openStore,
  type Person,
  type Role,
} from '@rectify/engine';
import {
  type AnalysisReads,
  analysisReadsOf,
  type ClosureQuery,
  closureQuery,
  type HistoryQuery,
  historyQuery,
  type MineQuery,
  mineQuery,
  type Projector,
  type Reads,
  readsOf,
  type StatisticsQuery,
  startProjector,
  statisticsQuery,
  type TimeReads,
  timeReadsOf,
  type Viewer,
} from '../src/index.ts';

function person(id: string, role: Role, office: string, mines: readonly string[] = []): Person {
  return { id, role, office, regions: 'all', mines };
}

export const inspector = person('li.wei', 'inspector', 'tax');
export const supervisor = person('wang.fang', 'supervisor', 'energy');
export const secondSupervisor = person('zhao.min', 'supervisor', 'energy');
export const licensing = person('chen.jie', 'licensing', 'licensing');
export const reviewer = person('liu.yang', 'reviewer', 'review');
export const ownerOf = (mineId: string) => person(`owner-of-${mineId}`, 'owner', 'owner', [mineId]);

export const official: Viewer = { kind: 'official' };
export const analyst: Viewer = { kind: 'analyst', pseudonymKey: 'a secret of this test' };
export const viewingOwner = (...mines: string[]): Viewer => ({ kind: 'owner', mines });

/** The present of every question in these tests, unless a test sets another. */
export const NOW = '2019-01-01T00:00:00+08:00';

/** A file as the owner hands it in. */
export const aDocument = { name: 'proof.pdf', sha256: 'a'.repeat(64) };

/** An engine over a store, with a clock that is set by each event, and everything a test wants to do to mines. */
export interface Register {
  readonly engine: Engine;
  readonly store: EventStore;
  /** Sets the engine's clock. */
  at(instant: string): void;
  /** Registers a mine on 1 November 2018, running. */
  registers(mineId: string, data?: Partial<EventData<'MineRegistered'>>): Promise<void>;
  /** Something happens to a mine, recorded when it happens; under four eyes the second supervisor grants it at once. */
  does<T extends EventType>(
    mineId: string,
    who: Person,
    type: T,
    data: EventData<T>,
    when: When,
  ): Promise<readonly Fact[]>;
  /** Sends and answers whatever becomes of it. */
  attempts(mineId: string, who: Person, type: EventType, data: unknown, when: When): Promise<Outcome>;
  /** Closes a mine by an order. */
  closes(mineId: string, when: When, order?: Partial<EventData<'ClosureOrdered'>>): Promise<readonly Fact[]>;
  /** Takes a closed mine to reopened, the last step at an instant, the rest an hour before. */
  reopens(mineId: string, at: string): Promise<void>;
  factsOf(mineId: string): Promise<readonly Fact[]>;
  foldedOf(mineId: string): Promise<FoldedMine>;
}

/** When something happens in the world, and when it is recorded, if not then. */
export type When = string | { readonly occurredAt: string; readonly recordedAt: string };

/** Given a register of mines, by default in memory. */
export async function givenARegister(store?: EventStore): Promise<Register> {
  const kept = store ?? (await openStore('memory:', { newStoreId: () => 'store-1' }));
  let now = '2018-11-01T00:00:00+08:00';
  let ids = 0;
  let keys = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const engine = createEngine({ store: kept, clock: () => now, newId });

  const register: Register = {
    engine,
    store: kept,
    at(instant) {
      now = instant;
    },
    async registers(mineId, data) {
      now = '2018-11-01T00:00:00+08:00';
      const registration = {
        mineId,
        name: `Demonstration Mine ${mineId}`,
        region: 'CN-XJ',
        operator: { id: `operator-${mineId}`, name: 'Example Computing Co.' },
        capacity: { amount: 20, unit: 'MW' },
        ...data,
      };
      accepted(
        await engine.register({ person: inspector, commandId: `registration of ${mineId}`, data: registration }),
      );
    },
    async attempts(mineId, who, type, data, when) {
      now = typeof when === 'string' ? when : when.recordedAt;
      const occurredAt = typeof when === 'string' ? undefined : when.occurredAt;
      return engine.send({ mineId, person: who, type, data, occurredAt, commandId: `key-${++keys}` });
    },
    async does(mineId, who, type, data, when) {
      const outcome = await register.attempts(mineId, who, type, data, when);
      if (outcome.kind !== 'approval') return accepted(outcome);
      const { approvalId } = outcome.approval;
      return accepted(await register.attempts(mineId, secondSupervisor, 'ApprovalGranted', { approvalId }, now)).slice(
        1,
      );
    },
    closes: (mineId, when, order) =>
      register.does(
        mineId,
        inspector,
        'ClosureOrdered',
        { grounds: 'Strict inspection', authority: 'local authorities', legalBasis: 'not stated', ...order },
        when,
      ),
    async reopens(mineId, at) {
      const before = new Date(Date.parse(at) - 3_600_000).toISOString();
      const { mine } = await register.foldedOf(mineId);
      const inspectionId = `I${mine.inspections.ids.length + 1}`;
      await register.does(mineId, inspector, 'InspectionStarted', { inspectionId }, before);
      for (const { code } of mine.procedure.checks)
        await register.does(mineId, inspector, 'CheckRecorded', { check: code, outcome: 'pass' }, before);
      await register.does(mineId, inspector, 'InspectionPassed', { inspectionId }, before);
      for (const { code } of mine.procedure.requirements)
        await register.does(mineId, licensing, 'RequirementSatisfied', { requirement: code }, before);
      await register.does(mineId, licensing, 'RequirementsCertified', {}, before);
      await register.does(mineId, supervisor, 'ReopeningAuthorised', {}, at);
    },
    async factsOf(mineId) {
      return (await engine.load(mineId))?.facts ?? [];
    },
    async foldedOf(mineId) {
      const loaded = await engine.load(mineId);
      if (!loaded) throw new Error(`There is no mine ${mineId}.`);
      return loaded.folded;
    },
  };
  return register;
}

/** The facts of an accepted command; anything else fails the test, saying why. */
export function accepted(outcome: Outcome): readonly Fact[] {
  if (outcome.kind === 'accepted') return outcome.facts;
  throw new Error(`expected to be accepted, got ${JSON.stringify(outcome)}`);
}

/** Runs something on the read side of a store, in memory, when it has caught up. */
export async function reading(
  store: EventStore,
  then: (reads: Reads, projector: Projector) => Promise<void>,
): Promise<void> {
  const projector = startProjector({ store, file: ':memory:' });
  try {
    await projector.caughtUp();
    await then(readsOf(projector), projector);
  } finally {
    await projector.close();
  }
}

/** Analyses the read side of a store, in memory, when it has caught up. */
export async function analysing(store: EventStore, then: (analysis: AnalysisReads) => Promise<void>): Promise<void> {
  await reading(store, (_reads, projector) => then(analysisReadsOf(projector)));
}

/** Asks the read side of a store, in memory, about stretches of time, when it has caught up. */
export async function askingOfTime(
  store: EventStore,
  then: (time: TimeReads, reads: Reads) => Promise<void>,
): Promise<void> {
  await reading(store, (reads, projector) => then(timeReadsOf(projector), reads));
}

/** Runs something with a folder of its own, removed after it. */
export async function inAFolder(then: (file: (name: string) => string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-read-'));
  try {
    await then((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The query of a list as its parameters are written in a URL. */
export const minesWith = (parameters: Record<string, string> = {}): MineQuery => mineQuery.parse(parameters);
export const closuresWith = (parameters: Record<string, string> = {}): ClosureQuery => closureQuery.parse(parameters);
export const historyWith = (parameters: Record<string, string> = {}): HistoryQuery => historyQuery.parse(parameters);
export const statisticsWith = (parameters: Record<string, string> = {}): StatisticsQuery =>
  statisticsQuery.parse(parameters);

/** An official's question now, and at other instants. */
export const asOfficial = { viewer: official, now: NOW };
export const at = (asOf: string): Instants => ({ asOf });
