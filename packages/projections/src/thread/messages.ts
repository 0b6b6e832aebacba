import type { RecordedEvent } from '@rectify/engine';
import { z } from 'zod';
import { rebuildProgress } from '../rebuild-progress.ts';

/** An error as it goes from thread to thread, where its class would be lost. */
const failure = z.object({ name: z.string(), message: z.string() });

/** What the thread that folds says. */
export const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), isRebuildCutOff: z.boolean() }),
  z.object({
    kind: z.literal('changed'),
    state: z.enum(['running', 'stopped', 'closed']),
    position: z.string().nullable(),
    folded: z.int(),
    filling: rebuildProgress.optional(),
    error: failure.optional(),
  }),
  /** Begins to read the log: `all` up to its head, or on and on. */
  z.object({ kind: z.literal('read'), reading: z.int(), all: z.boolean(), after: z.string().optional() }),
  /** There is room for one more batch. */
  z.object({ kind: z.literal('took'), reading: z.int() }),
  z.object({ kind: z.literal('enough'), reading: z.int() }),
  z.object({ kind: z.literal('progress'), progress: rebuildProgress }),
  /** Waits, as a whole, until what was built is in its place. */
  z.object({ kind: z.literal('swap') }),
  z.object({ kind: z.literal('rebuilt'), error: failure.optional() }),
  z.object({ kind: z.literal('failed'), error: failure }),
]);

/** What the thread that folds says. */
export type Said = z.infer<typeof said>;

/** What the thread that folds is told. The events of a batch come from a store, which has checked them. */
export const told = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('batch'),
    reading: z.int(),
    events: z.custom<readonly RecordedEvent[]>((events) => Array.isArray(events)),
  }),
  z.object({ kind: z.literal('end'), reading: z.int(), error: failure.optional() }),
  z.object({ kind: z.literal('rebuild') }),
  z.object({ kind: z.literal('close') }),
]);

/** What the thread that folds is told. */
export type Told = z.infer<typeof told>;

/** What the thread that folds begins with. */
export const assignment = z.object({
  file: z.string(),
  storeId: z.string(),
  /** Where the log ended when the thread was started. */
  head: z.string().optional(),
  positions: z.enum(['memory', 'sqlite', 'kurrentdb']),
  /** Where the log is kept, if it is that of a SQLite store. */
  log: z.string().optional(),
  /** Turns from 0 to 1 when what was built is in its place, to 2 when it cannot be put there. */
  swapped: z.custom<Int32Array<SharedArrayBuffer>>((shared) => shared instanceof Int32Array),
});

/** What the thread that folds begins with. */
export type Assignment = z.infer<typeof assignment>;

/** An error for another thread. */
export function toFailure(error: unknown): z.infer<typeof failure> {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}

/** An error of another thread, with its name and message. */
export function fromFailure({ name, message }: z.infer<typeof failure>): Error {
  return Object.defineProperty(new Error(message), 'name', { value: name });
}
