import { v5 as uuidFrom } from 'uuid';
import { concerns, maySee } from './authorisation.ts';
import type { BatchCommand, Outcome, RegisterCommand, SendCommand } from './commands.ts';
import { EventTooLarge, WrongExpectedRevision } from './event-store/errors.ts';
import type { EventStore } from './event-store/event-store.ts';
import {
  type CorrectionPreviewCommand,
  type PreviewCommand,
  type PreviewOutcome,
  previewOf,
} from './foreseeing/preview.ts';
import { inTurn } from './in-turn.ts';
import { appendedTo, type KnownMine, refresh, withFacts } from './known-mine.ts';
import { factsReader, knownProcedures } from './known-procedures.ts';
import { type Possibilities, possibilities } from './next.ts';
import { type Plan, plan } from './plan.ts';
import { later } from './rectification/calendar.ts';
import type { EventType } from './rectification/events/events.ts';
import { type Fact, mineStream } from './rectification/fact.ts';
import type { FoldedMine } from './rectification/fold.ts';
import type { Procedures } from './rectification/procedures/procedures.ts';
import type { Person } from './rectification/roles.ts';
import { planRegistration } from './registration.ts';

/** What the engine needs from outside: a store, a clock that gives the instant now (ISO 8601), a source of UUIDs. */
export interface EngineNeeds {
  readonly store: EventStore;
  readonly clock: () => string;
  readonly newId: () => string;
}

/** The one way to change a mine. */
export interface Engine {
  /** Sends one event: load, decide, append. Answers when it is durable, or with every reason why nothing was stored. */
  send(command: SendCommand): Promise<Outcome>;
  /** Sends several events of one mine as one act: all are stored in one append, or none. */
  sendBatch(command: BatchCommand): Promise<Outcome>;
  /** Registers a mine; its id is derived from person and key where none is given. */
  register(command: RegisterCommand): Promise<Outcome>;
  /** The mine as it is now and all its facts, never older than what was acknowledged before; undefined if there is none. */
  load(mineId: string): Promise<{ readonly folded: FoldedMine; readonly facts: readonly Fact[] } | undefined>;
  /**
   * What a person may send now and what not, with the reasons, and the way to those of the events `sought` that are refused (if none are
   * named, from a shut mine to the milestones of reopening); undefined if there is no such mine for them.
   */
  next(mineId: string, person: Person, sought?: readonly EventType[]): Promise<Possibilities | undefined>;
  /** What an event would change if it were sent now and, under four eyes, granted at once. Stores nothing; not for owners. */
  previewEvent(command: PreviewCommand): Promise<PreviewOutcome>;
  /** What a correction would change: {@link Engine.previewEvent} of a `FactCorrected`. */
  previewCorrection(command: CorrectionPreviewCommand): Promise<PreviewOutcome>;
  /** All procedure versions known now. */
  procedures(): Promise<Procedures>;
}

/** Mines kept folded in memory; the least recently used go first. */
const REMEMBERED_MINES = 2_000;
const MINE_IDS = '6f1d3c0e-5a5b-5c57-9d6a-0c9a5d1f7e21';

/** The store acknowledged an append and then did not give it back: it does not keep the port's contract. */
class StoredEventMissing extends Error {
  override readonly name = 'StoredEventMissing';
  constructor(mineId: string) {
    super(`The store acknowledged events of mine ${mineId} and does not give them back.`);
  }
}

/** Makes an engine over a store. It keeps folded mines in memory, but a remembered one may only lead to an append. */
export function createEngine({ store, clock, newId }: EngineNeeds): Engine {
  const remembered = new Map<string, KnownMine>();
  const turns = inTurn();
  const shelf = knownProcedures(store);
  const procedures = async () => (await shelf()).procedures;
  const factsOf = factsReader(shelf);

  function remember(mineId: string, mine: KnownMine | undefined): void {
    remembered.delete(mineId);
    if (!mine) return;
    remembered.set(mineId, mine);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED_MINES && oldest !== undefined) remembered.delete(oldest);
  }

  async function upToDate(mineId: string): Promise<KnownMine | undefined> {
    const mine = await refresh(store, mineId, remembered.get(mineId), factsOf);
    remember(mineId, mine);
    return mine;
  }

  /** Plans on what is remembered, and again on what is stored before anything but an append is answered. */
  async function carryOut(
    mineId: string,
    makePlan: (mine: KnownMine | undefined, procedures: Procedures) => Plan,
  ): Promise<Outcome> {
    let mine = remembered.get(mineId) ?? (await upToDate(mineId));
    for (;;) {
      const known = await procedures();
      let made = makePlan(mine, known);
      if (made.kind !== 'append') {
        const stored = await upToDate(mineId);
        if (stored === mine) return made.outcome;
        mine = stored;
        made = makePlan(mine, known);
        if (made.kind !== 'append') return made.outcome;
      }
      try {
        const appended = await store.append(mineStream(mineId), made.events, mine ? mine.folded.revision : 'no-stream');
        const added = appendedTo(mineStream(mineId), made.events, appended);
        const after = added ? withFacts(mine, await factsOf([added])) : await refresh(store, mineId, mine, factsOf);
        remember(mineId, after);
        if (!after) throw new StoredEventMissing(mineId);
        const stored = after.facts.filter(
          ({ revision }) => revision >= appended.firstRevision && revision <= appended.lastRevision,
        );
        return made.answer(after, stored);
      } catch (error) {
        if (error instanceof EventTooLarge)
          return { kind: 'rejected', rejection: { code: 'too-large', bytes: error.bytes } };
        if (!(error instanceof WrongExpectedRevision)) {
          remembered.delete(mineId);
          throw error;
        }
        mine = await upToDate(mineId);
      }
    }
  }

  async function sendBatch({ events, ...command }: BatchCommand): Promise<Outcome> {
    return turns(command.mineId, () =>
      carryOut(command.mineId, (mine, known) =>
        plan({ ...command, events, mine, procedures: known, now: clock(), newId }),
      ),
    );
  }

  async function previewEvent(command: PreviewCommand): Promise<PreviewOutcome> {
    const mine = await turns(command.mineId, () => upToDate(command.mineId));
    const known = await procedures();
    const now = mine ? later(clock(), mine.folded.lastRecordedAt) : clock();
    return previewOf(command, mine, { now, procedures: known, newId });
  }

  return {
    previewEvent,
    previewCorrection: (command) => previewEvent({ ...command, type: 'FactCorrected' }),
    sendBatch,
    send: ({ type, data, occurredAt, occurredAtPrecision, source, ...command }) =>
      sendBatch({ ...command, events: [{ type, data, occurredAt, occurredAtPrecision, source }] }),
    register: (command) => {
      const mineId =
        chosenMineId(command.data) ?? `M-${uuidFrom(JSON.stringify([command.person.id, command.commandId]), MINE_IDS)}`;
      return turns(mineId, () =>
        carryOut(mineId, (mine, known) =>
          planRegistration({ command, mineId, mine, procedures: known, now: clock(), newId }),
        ),
      );
    },
    procedures,
    load: async (mineId) => {
      const mine = await turns(mineId, () => upToDate(mineId));
      return mine && { folded: mine.folded, facts: mine.facts };
    },
    next: async (mineId, person, sought) => {
      if (!maySee(person, mineId)) return undefined;
      const mine = await turns(mineId, () => upToDate(mineId));
      if (!mine || !concerns(person, mine.facts)) return undefined;
      return possibilities(mine.folded, person, { now: clock(), procedures: await procedures() }, sought);
    },
  };
}

/** The mine id in a registration's data, if it could be one: also a wrong one is taken up, to be refused by its schema. */
function chosenMineId(data: unknown): string | undefined {
  const given: unknown = typeof data === 'object' && data !== null && 'mineId' in data ? data.mineId : undefined;
  return typeof given === 'string' && given !== '' ? given : undefined;
}
