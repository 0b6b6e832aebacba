import { z } from 'zod';

/** A cursor is none that a list gave out, or belongs to another question. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}

/** A cursor was given out over another event store, or over this one before a restore: begin again without it. */
export class ForeignCursor extends Error {
  override readonly name = 'ForeignCursor';
}

const value = z.union([z.string(), z.number(), z.null()]);

const cursor = z.strictObject({
  store: z.string(),
  /** The list and its order, so that a cursor is not used for another. */
  of: z.string(),
  /** The present of the first page: all pages are measured at one instant. */
  now: z.string(),
  /** What was known then: all pages about an instant that is past say what was known at the first. */
  known: z.string().optional(),
  /** What the last row is sorted by, its ties included. */
  after: z.array(value),
});

/** Where a page ends, and the next begins. */
export type Cursor = z.infer<typeof cursor>;

/** A cursor as opaque text, safe in a URL. */
export function writeCursor(where: Cursor): string {
  return Buffer.from(JSON.stringify(where)).toString('base64url');
}

/**
 * Reads a cursor given out for the same list, in the same order, over the same store.
 * @throws InvalidCursor, ForeignCursor
 */
export function readCursor(text: string, { store, of }: Pick<Cursor, 'store' | 'of'>): Cursor {
  const read = cursor.safeParse(jsonIn(text));
  if (!read.success) throw new InvalidCursor('The cursor is none that was given out. Begin again without it.');
  if (read.data.store !== store) {
    throw new ForeignCursor(
      'The cursor belongs to another event store, or to this one before a restore. Begin again without it.',
    );
  }
  if (read.data.of !== of) {
    throw new InvalidCursor('The cursor belongs to another list or another order. Begin again without it.');
  }
  return read.data;
}

/** A list that is answered in pages: where the page asked for begins, at which instant all of them are measured, and how the next is named. */
export interface Paged {
  readonly after: Cursor['after'] | undefined;
  readonly now: string;
  /** What is known on this page, where the one before says so. */
  readonly known: string | undefined;
  /** The cursor of the page after a place, which knows what is given, to be spread into an answer; nothing after the last. */
  readonly next: (place: Cursor['after'] | undefined, known?: string) => { readonly next?: string };
}

/**
 * Goes on with a list where a cursor of it says, and at the instant of its first page; begins it now without one.
 * @throws InvalidCursor, ForeignCursor
 */
export function paged(list: Pick<Cursor, 'store' | 'of'>, cursor: string | undefined, present: string): Paged {
  const from = cursor === undefined ? undefined : readCursor(cursor, list);
  const now = from?.now ?? present;
  return {
    after: from?.after,
    now,
    known: from?.known,
    next: (place, known = from?.known) =>
      place ? { next: writeCursor({ ...list, now, ...(known !== undefined && { known }), after: place }) } : {},
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
