import { openMemoryStore } from '../src/event-store/memory.ts';
import {
  createEngine,
  type Engine,
  type EventData,
  type EventStore,
  type EventType,
  type Fact,
  type FoldedMine,
  type Outcome,
  type Person,
  type Procedure,
  procedureName,
  type Rejection,
  type Role,
  type SentEvent,
  sendProcedureEvent,
} from '../src/index.ts';
import { registration, wellFormed } from './well-formed.ts';

function person(id: string, role: Role, office: string): Person {
  return { id, role, office, regions: ['CN-XJ', 'CN-GZ'], mines: role === 'owner' ? ['XJ-0001'] : [] };
}

export const inspector = person('inspector-1', 'inspector', 'tax');
export const supervisor = person('supervisor-1', 'supervisor', 'energy');
export const secondSupervisor = person('supervisor-2', 'supervisor', 'energy');
export const licensing = person('licensing-1', 'licensing', 'licensing');
export const reviewer = person('reviewer-1', 'reviewer', 'review');
export const owner = person('owner-1', 'owner', 'owner');
export const analyst = person('analyst-1', 'analyst', 'analysis');
export const admin = person('admin-1', 'admin', 'administration');
export const system = person('system', 'system', 'system');

/** How an event is sent, where it matters. */
export interface Circumstances {
  readonly occurredAt?: string;
  readonly key?: string;
  readonly expectedRevision?: number;
}

/** A registered mine, the engine it lives in, and a clock that moves on a minute after each attempt. */
export interface MineUnderTest {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly mineId: string;
  /** Sets the clock: what is attempted next happens at this instant. */
  at(instant: string): MineUnderTest;
  /** Sends whatever it is given. */
  attempts(who: Person, type: string, data: unknown, circumstances?: Circumstances): Promise<Outcome>;
  batch(who: Person, events: readonly SentEvent[], circumstances?: Circumstances): Promise<Outcome>;
  /** Something happens to the mine: sent with well-formed data and, under four eyes, granted by the second supervisor. Answers what was stored. */
  does<T extends EventType>(
    who: Person,
    type: T,
    data?: Partial<EventData<T>>,
    circumstances?: Circumstances,
  ): Promise<readonly Fact[]>;
  /** Requests what needs another person's approval; answers the approval's id. */
  requests<T extends EventType>(
    who: Person,
    type: T,
    data?: Partial<EventData<T>>,
    circumstances?: Circumstances,
  ): Promise<string>;
  /** Something cannot happen; answers why, with all that goes with it. Checks that nothing was stored. */
  refuses<T extends EventType>(
    who: Person,
    type: T,
    data?: Partial<EventData<T>>,
    circumstances?: Circumstances,
  ): Promise<Rejection>;
  facts(): Promise<readonly Fact[]>;
  now(): Promise<FoldedMine>;
  state(): Promise<string>;
}

/** Ids in sequence, in the form of UUIDs. */
export function idsInSequence(): () => string {
  let last = 0;
  return () => `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}`;
}

/** A clock that is set by hand. */
export function aClock(start: string) {
  let now = Date.parse(start);
  return {
    read: () => new Date(now).toISOString(),
    set: (instant: string) => {
      now = Date.parse(instant);
    },
    tick: () => {
      now += 60_000;
    },
  };
}

/** Given a mine that was just registered, running, in an engine of its own, on 1 November 2018 unless another time is given. */
export async function givenAMine({
  store = openMemoryStore({ storeId: 'store-1' }),
  newId = idsInSequence(),
  since = '2018-11-01T09:00:00+08:00',
}: {
  readonly store?: EventStore;
  readonly newId?: () => string;
  readonly since?: string;
} = {}): Promise<MineUnderTest> {
  const clock = aClock(since);
  const engine = createEngine({ store, clock: clock.read, newId });
  const { mineId } = registration;
  let keys = 0;
  expectAccepted(await engine.register({ person: inspector, commandId: 'registration', data: registration }));
  clock.tick();

  const mine: MineUnderTest = {
    engine,
    store,
    mineId,
    at(instant) {
      clock.set(instant);
      return mine;
    },
    async attempts(person, type, data, { occurredAt, key, expectedRevision } = {}) {
      const commandId = key ?? `key-${++keys}`;
      try {
        return await engine.send({ mineId, person, type, data, occurredAt, commandId, expectedRevision });
      } finally {
        clock.tick();
      }
    },
    async batch(person, events, { key, expectedRevision } = {}) {
      const commandId = key ?? `key-${++keys}`;
      try {
        return await engine.sendBatch({ mineId, person, events, commandId, expectedRevision });
      } finally {
        clock.tick();
      }
    },
    async does(who, type, data, circumstances) {
      const outcome = await mine.attempts(who, type, await filledIn(who, type, data), circumstances);
      if (outcome.kind !== 'approval') return expectAccepted(outcome);
      const { approvalId } = outcome.approval;
      return expectAccepted(await mine.attempts(secondSupervisor, 'ApprovalGranted', { approvalId })).slice(1);
    },
    async requests(who, type, data, circumstances) {
      const outcome = await mine.attempts(who, type, await filledIn(who, type, data), circumstances);
      if (outcome.kind !== 'approval') throw new Error(`expected a request, got ${JSON.stringify(outcome)}`);
      return outcome.approval.approvalId;
    },
    async refuses(who, type, data, circumstances) {
      const before = await mine.facts();
      const outcome = await mine.attempts(who, type, await filledIn(who, type, data), circumstances);
      if (outcome.kind !== 'rejected') throw new Error(`${type} was expected to be refused, got ${outcome.kind}`);
      if ((await mine.facts()).length !== before.length)
        throw new Error(`${type} was refused, yet something was stored`);
      return outcome.rejection;
    },
    facts: async () => (await engine.load(mineId))?.facts ?? [],
    now: async () => {
      const loaded = await engine.load(mineId);
      if (!loaded) throw new Error('the mine is gone');
      return loaded.folded;
    },
    state: async () => (await mine.now()).value.operation,
  };

  async function filledIn<T extends EventType>(who: Person, type: T, data: Partial<EventData<T>> | undefined) {
    const [usual] = wellFormed(type, (await mine.now()).mine, who);
    return { ...usual, ...data };
  }
  return mine;
}

/** The facts of an accepted outcome; anything else fails the test, saying why. */
export function expectAccepted(outcome: Outcome): readonly Fact[] {
  if (outcome.kind === 'accepted') return outcome.facts;
  throw new Error(
    `expected to be accepted, got ${JSON.stringify(outcome.kind === 'rejected' ? outcome : outcome.kind)}`,
  );
}

/** Why something was refused, in short: the code of each reason with what it is about, else the rejection's own code. */
export function because(rejection: Rejection): string[] {
  if (rejection.code === 'invalid') return rejection.faults.map(({ pointer }) => `invalid ${pointer}`);
  if (rejection.code !== 'illegal-transition' && rejection.code !== 'condition-not-met') return [rejection.code];
  return rejection.reasons.map(({ code, about }) => (about === undefined ? code : `${code} ${about}`));
}

/** The places on the way from operating to reopened, each with what leads there. */
const way = {
  operating: async () => {},
  closed: (mine) => mine.does(inspector, 'ClosureOrdered'),
  inspecting: (mine) => mine.does(inspector, 'InspectionStarted'),
  inspected: passTheInspection,
  licensed: async (mine) => {
    await satisfyTheRequirements(mine);
    await mine.does(licensing, 'RequirementsCertified');
  },
  reopened: (mine) => mine.does(supervisor, 'ReopeningAuthorised'),
} satisfies Record<string, (mine: MineUnderTest) => Promise<unknown>>;

/** Given a mine that has come so far, by the shortest way. */
export async function givenAMineThatIs(place: keyof typeof way, options?: Parameters<typeof givenAMine>[0]) {
  const mine = await givenAMine(options);
  await onTheWayTo(mine, place);
  return mine;
}

/** Takes a running mine as far as a place on the way to reopened. */
export async function onTheWayTo(mine: MineUnderTest, place: keyof typeof way): Promise<void> {
  for (const [name, step] of Object.entries(way)) {
    await step(mine);
    if (name === place) return;
  }
}

/** Every check passes, and with it the inspection under way. */
export async function passTheInspection(mine: MineUnderTest): Promise<void> {
  for (const { code } of (await mine.now()).mine.procedure.checks)
    await mine.does(inspector, 'CheckRecorded', { check: code });
  await mine.does(inspector, 'InspectionPassed');
}

/** The licensing officer satisfies every requirement that is not met. */
export async function satisfyTheRequirements(mine: MineUnderTest): Promise<void> {
  for (const [requirement, { status }] of Object.entries((await mine.now()).mine.requirements)) {
    if (status !== 'satisfied' && status !== 'waived')
      await mine.does(licensing, 'RequirementSatisfied', { requirement });
  }
}

/** The inspection under way finds something wrong; the owner makes it good. */
export async function failTheInspectionAndRemedy(mine: MineUnderTest): Promise<void> {
  await mine.does(inspector, 'FindingRaised');
  await mine.does(inspector, 'InspectionFailed');
  await mine.does(owner, 'RemediationDeclared');
}

/** An administrator publishes a procedure at an instant. */
export function publishes({ store }: MineUnderTest, procedure: Procedure, at: string, key = procedureName(procedure)) {
  return sendProcedureEvent(
    { store, clock: () => at, newId: idsInSequence() },
    { person: admin, type: 'ProcedurePublished', data: { procedure }, commandId: key },
  );
}

/** The last event of a type on a mine's file. */
export async function last(mine: MineUnderTest, type: Fact['type']): Promise<Fact> {
  const fact = (await mine.facts()).findLast((each) => each.type === type);
  if (!fact) throw new Error(`no ${type} on file`);
  return fact;
}

type Correction = EventData<'FactCorrected'>['corrections'][number];

/** Other values for some of what was recorded. */
export const patching = (fact: Fact | undefined, patch: Record<string, unknown>): Correction => ({
  eventId: fact?.eventId ?? '',
  patch,
});

/** That something was never true. */
export const voiding = (fact: Fact | undefined): Correction => ({ eventId: fact?.eventId ?? '', void: true });

/** An inspector corrects events and the second supervisor grants it. */
export function corrects(mine: MineUnderTest, ...corrections: Correction[]): Promise<readonly Fact[]> {
  return mine.does(inspector, 'FactCorrected', { corrections });
}

/** Why events cannot be corrected so. */
export async function whyNotCorrected(mine: MineUnderTest, ...corrections: Correction[]): Promise<string[]> {
  return because(await mine.refuses(inspector, 'FactCorrected', { corrections }));
}
