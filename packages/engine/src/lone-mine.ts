import type { Outcome, RegisterCommand, SendCommand } from './commands.ts';
import type { NewEvent } from './event-store/event-store.ts';
import type { KnownMine } from './known-mine.ts';
import { type Plan, plan } from './plan.ts';
import type { Procedures } from './rectification/procedures/procedures.ts';
import { planRegistration } from './registration.ts';

/** What a mine without a store needs from outside; `procedures` answers the versions known at the instant of the clock. */
export interface LoneMineNeeds {
  readonly mineId: string;
  readonly clock: () => string;
  readonly newId: () => string;
  readonly procedures: () => Procedures;
  /** Takes what an engine over a store would append as one. */
  readonly onAppend: (events: readonly NewEvent[]) => void;
}

/** One mine whose history is made without a store. It decides as an engine over a store does, at once. */
export interface LoneMine {
  /** Registers the mine; its id is the one given beforehand. */
  register(command: RegisterCommand): Outcome;
  /** Sends one event: decides and hands over what would be appended, or answers with every reason why nothing is. */
  send(command: Omit<SendCommand, 'mineId'>): Outcome;
  /** The mine as it is now; undefined before its registration. */
  known(): KnownMine | undefined;
}

/** Makes a mine without a store; there is nobody else who could append to its stream. */
export function loneMine({ mineId, clock, newId, procedures, onAppend }: LoneMineNeeds): LoneMine {
  let mine: KnownMine | undefined;

  function carryOut(made: Plan): Outcome {
    if (made.kind !== 'append') return made.outcome;
    const before = mine?.facts.length ?? 0;
    mine = made.planned;
    onAppend(made.events);
    return made.answer(mine, mine.facts.slice(before));
  }

  return {
    register: (command) =>
      carryOut(planRegistration({ command, mineId, mine, procedures: procedures(), now: clock(), newId })),
    send: ({ type, data, occurredAt, occurredAtPrecision, source, ...command }) => {
      const events = [{ type, data, occurredAt, occurredAtPrecision, source }];
      return carryOut(plan({ ...command, mineId, events, mine, procedures: procedures(), now: clock(), newId }));
    },
    known: () => mine,
  };
}
