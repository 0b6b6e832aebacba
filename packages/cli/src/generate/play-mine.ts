import {
  dueAfter,
  dueFor,
  type FoldedMine,
  loneMine,
  type NewEvent,
  type Outcome,
  type Person,
  theSystem,
} from '@rectify/engine';
import TinyQueue from 'tinyqueue';
import { startOf, written } from './beijing.ts';
import { chanceOf } from './chance.ts';
import type { Course, Process } from './course.ts';
import { DAY, MINUTE } from './durations.ts';
import { life } from './life/life.ts';
import { registrationOf } from './life/registration.ts';
import { type Desk, someoneAt } from './people.ts';
import type { Setting } from './setting.ts';

/** What one append puts into a stream, and when, in milliseconds. */
export interface PlayedAppend {
  readonly at: number;
  readonly events: readonly NewEvent[];
}

/** The history of one mine. */
export interface PlayedMine {
  readonly mineId: string;
  readonly appends: readonly PlayedAppend[];
  /** The types of what was sent and refused: it did not happen. */
  readonly refused: readonly string[];
}

interface Waiting {
  readonly until: number;
  readonly order: number;
  readonly process: Process;
}

/** The engine refused a registration: it no longer fits its schema, or the procedure. */
class RegistrationRefused extends Error {
  override readonly name = 'RegistrationRefused';
}

const invented = { kind: 'invented' } as const;

/**
 * Plays the life of the mine of a number, from 1, through the engine with a simulated clock, up to the end of the window. Every night the
 * system puts on record what time has brought about. Depends on the setting and the number alone.
 * @throws RegistrationRefused
 */
export function playMine(number: number, setting: Setting): PlayedMine {
  const chance = chanceOf(setting.seed, `mine/${number}`);
  const registration = registrationOf(number, setting, chance);
  const { mineId } = registration;
  const appends: PlayedAppend[] = [];
  const refused: string[] = [];
  let now = registration.at;
  let commands = 0;
  const mine = loneMine({
    mineId,
    clock: () => written(now),
    newId: chance.uuid,
    procedures: () => setting.proceduresAt(now),
    onAppend: (events) => appends.push({ at: now, events }),
  });
  const commandId = () => `${mineId}/${++commands}`;

  function folded(): FoldedMine {
    const known = mine.known();
    if (!known) throw new RegistrationRefused(mineId);
    return known.folded;
  }

  const agenda = new TinyQueue<Waiting>([], (a, b) => a.until - b.until || a.order - b.order);
  let begun = 0;
  let foreseen: { readonly revision: number; readonly due: number | null } | undefined;

  /** Lets a process go on until it waits again. */
  function goOn(process: Process, order: number): void {
    const { done, value } = process.next();
    if (!done) agenda.push({ until: Math.max(value, now), order, process });
  }

  const course: Course = {
    mineId,
    chance,
    campaigns: setting.campaigns,
    now: () => now,
    mine: folded,
    newestProcedure: () => setting.newestProcedureAt(now),
    at: deskOf(() => folded().mine.region, chance),
    fresh: freshIds(),
    send: (person, type, data, telling = {}) => {
      const outcome = mine.send({ person, type, data, source: invented, commandId: commandId(), ...telling });
      if (outcome.kind === 'rejected') refused.push(type);
      return outcome;
    },
    fork: (process) => goOn(process, ++begun),
  };

  /** As {@link dueAfter}; looked for again only once something happened. */
  function nextDue(): number | null {
    const { revision } = folded();
    if (foreseen?.revision !== revision) foreseen = { revision, due: dueAfter(folded()) };
    return foreseen.due;
  }

  /** What the system records in the nights before an instant. */
  function recordWhatIsDue(before: number): void {
    if (nightAfter(now) > before) return;
    for (let due = nextDue(); due !== null; due = nextDue()) {
      // Of what is recorded in one night, each is at the same instant.
      const night = nightAfter(Math.max(due, now - 6 * MINUTE));
      if (night > before) return;
      now = night;
      for (const event of dueFor(folded(), written(now)).slice(0, 1)) {
        if (mine.send({ ...event, person: theSystem, source: invented }).kind === 'rejected') return;
      }
    }
  }

  const { at: _at, mineId: _mineId, person, ...told } = registration;
  requireAccepted(mine.register({ ...told, person, source: invented, commandId: commandId() }));
  course.fork(life(course));
  for (let next = agenda.pop(); next && next.until <= setting.window.to; next = agenda.pop()) {
    recordWhatIsDue(next.until);
    now = next.until;
    goOn(next.process, next.order);
  }
  recordWhatIsDue(setting.window.to);
  return { mineId, appends, refused };
}

/** When the system looks next for what is due, five minutes past midnight of the next day; in milliseconds. */
function nightAfter(instant: number): number {
  return startOf(instant + DAY) + 5 * MINUTE;
}

function requireAccepted(outcome: Outcome): void {
  if (outcome.kind === 'rejected') throw new RegistrationRefused(JSON.stringify(outcome.rejection));
}

/** Each desk has one person for the mine in each region. */
function deskOf(region: () => string, chance: Parameters<typeof someoneAt>[2]): Course['at'] {
  const people = new Map<string, Person>();
  return (desk: Desk, not?: string) => {
    const place = `${desk} ${region()} ${not === undefined ? '' : 'other'}`;
    const known = people.get(place);
    if (known && known.id !== not) return known;
    const person = someoneAt(desk, region(), chance, not);
    people.set(place, person);
    return person;
  };
}

function freshIds(): (prefix: string) => string {
  const given = new Map<string, number>();
  return (prefix) => {
    const number = (given.get(prefix) ?? 0) + 1;
    given.set(prefix, number);
    return `${prefix}${number}`;
  };
}
