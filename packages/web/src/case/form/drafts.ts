import type { Entries } from './field.ts';

/** A form that was opened: what was entered, on what it was based, and the key under which it is sent. */
export interface Draft {
  /** The act's key: however often the form is sent, it happens once. */
  readonly key: string;
  /** The revision that the person saw when they opened it. */
  readonly seenRevision: number;
  /** The schema as it was then: ids that it gives stay the same when it is sent again. */
  readonly schema: unknown;
  readonly entries: Entries;
}

const drafts = new Map<string, Draft>();

/** The draft kept under an id, or a new one; closing a form keeps it until the page is loaded again. */
export function draftOf(id: string, begin: () => Draft): Draft {
  const kept = drafts.get(id);
  if (kept) return kept;
  const begun = begin();
  drafts.set(id, begun);
  return begun;
}

/** Keeps what was entered. */
export function keepDraft(id: string, draft: Draft): void {
  drafts.set(id, draft);
}

/** Forgets a draft: it was sent. */
export function forgetDraft(id: string): void {
  drafts.delete(id);
}
