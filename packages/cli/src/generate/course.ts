import type { EventData, EventType, FoldedMine, Outcome, Person, SendCommand } from '@rectify/engine';
import { dayIn, inOfficeHours, written } from './beijing.ts';
import type { GeneratedCampaign } from './campaigns.ts';
import type { Chance } from './chance.ts';
import { DAY, drawnLength, type Lasting, MINUTE } from './durations.ts';
import { type Desk, ownerOf } from './people.ts';

/** Something that goes on at a mine: it yields the instant, in milliseconds, until which it waits. Several go on beside each other. */
export type Process = Generator<number, void, undefined>;

/** A part of a process that answers something. */
export type Part<T> = Generator<number, T, undefined>;

/** When something happened, where that is not the moment of recording. */
export type Telling = Pick<SendCommand, 'occurredAt' | 'occurredAtPrecision'>;

/** The life of one mine as it is played: what the processes see of it and do to it. */
export interface Course {
  readonly mineId: string;
  readonly chance: Chance;
  readonly campaigns: readonly GeneratedCampaign[];
  /** The instant now, in milliseconds. */
  now(): number;
  mine(): FoldedMine;
  /** The name of the procedure version that came into force last. */
  newestProcedure(): string;
  /** Who has this mine at a desk; where `not` is that very person, somebody else there. */
  at(desk: Desk, not?: string): Person;
  /** An id with a prefix that the mine has not seen, such as `I3`. */
  fresh(prefix: string): string;
  send<T extends EventType>(who: Person, type: T, data: EventData<T>, telling?: Telling): Outcome;
  /** Begins another process now. */
  fork(process: Process): void;
}

/** Waits for a span in milliseconds, and on into office hours. */
export function* after(course: Course, span: number): Part<void> {
  yield inOfficeHours(course.now() + Math.max(span, MINUTE), course.chance);
}

/** Waits some minutes, whatever the hour: one thing is done after the other. */
export function* shortly(course: Course): Part<void> {
  yield course.now() + course.chance.whole(2, 25) * MINUTE;
}

/** Waits as long as something takes. */
export function* takes(course: Course, what: Lasting): Part<void> {
  yield* after(course, drawnLength(course.chance, what));
}

/** Now and then something is put on record days after it happened: waits, and tells when it happened. */
export function* perhapsLate(course: Course): Part<Telling> {
  if (!course.chance.happens(0.05)) return {};
  const occurredAt = written(course.now());
  yield* takes(course, 'late record');
  return { occurredAt };
}

/** What became of an act. */
export type Done = 'done' | 'refused' | 'declined';

/** Sends an event, under four eyes where the procedure asks for them: then another person answers after a while. */
export function* act<T extends EventType>(
  course: Course,
  who: Person,
  type: T,
  data: EventData<T>,
  telling: Telling = {},
): Part<Done> {
  const outcome = course.send(who, type, data, telling);
  if (outcome.kind !== 'approval') return outcome.kind === 'accepted' ? 'done' : 'refused';
  const { approvalId, granters } = outcome.approval;
  yield* takes(course, 'approval');
  const other = course.at(granters.includes('supervisor') ? 'supervisor' : 'licensing', who.id);
  const drawn = course.chance.fraction();
  if (drawn < 0.03) {
    course.send(other, 'ApprovalDeclined', { approvalId, reason: 'The file is incomplete.' });
    return 'declined';
  }
  if (drawn < 0.05) {
    course.send(who, 'ApprovalWithdrawn', { approvalId, reason: 'Requested by mistake.' });
    return 'declined';
  }
  if (course.send(other, 'ApprovalGranted', { approvalId }).kind === 'accepted') return 'done';
  course.send(who, 'ApprovalWithdrawn', { approvalId, reason: 'No longer possible.' });
  return 'declined';
}

/** The owner's side of the mine, as it is now. */
export function owner({ mineId, mine }: Course): Person {
  return ownerOf(mineId, mine().mine.operator.id);
}

/** Whether the mine is shut, in its closure cycle of this number. */
export function isShutIn(course: Course, cycle: number): boolean {
  const { closure } = course.mine().mine;
  return closure !== null && closure.cycle === cycle && closure.until === null;
}

/** A document with an invented fingerprint: no such file exists. */
export function document({ chance }: Course, name: string): EventData<'EvidenceSubmitted'>['document'] {
  return { name, sha256: `${chance.uuid()}${chance.uuid()}`.replaceAll('-', ''), mediaType: 'application/pdf' };
}

/** A day in so many days, `YYYY-MM-DD` in Beijing. */
export function dayAfter(course: Course, days: number): string {
  return dayIn(course.now() + days * DAY);
}
