import { z } from 'zod';

/** What is different: which part of a stored event does not agree with what deciding it again gives. */
const differenceKind = z.enum([
  /** The event cannot be read: an unknown type, data or metadata that fit no schema, a procedure that nobody published. */
  'unreadable',
  /** Its number does not follow the one before: events are missing. */
  'revision',
  /** It has the id of an earlier one. */
  'event-id',
  /** It was put on record before the event that precedes it. */
  'recorded-at',
  /** It belongs to another mine than its stream. */
  'mine',
  /** Its data does not fit the procedure, holds what is never stored, or lies in the future of its recording. */
  'data',
  /** Who sent it has a role that may not. */
  'role',
  /** The statechart refuses it. */
  'acceptance',
  /** It breaks a rule of four eyes: a request, its grant or decline, or the effect of a grant. */
  'approval',
  /** What the engine appends with it is missing, or other than it appends. */
  'consequence',
  'transition',
  'retransitions',
  /** It names another procedure version than the one that was in force, or its cycle's. */
  'procedure',
]);

/** One difference between a stored event and what deciding it again gives. */
export const difference = z.strictObject({
  mineId: z.string(),
  /** The stored event that differs; of a missing one, the event that it should follow or precede. */
  revision: z.int(),
  type: z.string(),
  what: differenceKind,
  /** What deciding it again gives. */
  expected: z.json(),
  /** What is stored. */
  found: z.json(),
});

/** {@link difference} as a type. */
export type Difference = z.infer<typeof difference>;

/** Makes the differences of one event: the part that all of them share. */
export function differencesOf(event: Pick<Difference, 'mineId' | 'revision' | 'type'>) {
  const { mineId, revision, type } = event;
  return (what: Difference['what'], expected: Difference['expected'], found: Difference['found']): Difference => ({
    mineId,
    revision,
    type,
    what,
    expected,
    found,
  });
}
