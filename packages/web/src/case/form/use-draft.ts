import { useState } from 'react';
import { newKey } from '../../api/client.ts';
import { type Draft, draftOf, keepDraft } from './drafts.ts';
import type { Entries, Entry } from './field.ts';

/** The draft of a form under an id, kept while the page is open. */
export function useDraft(id: string, seenRevision: number, schema: unknown, first: () => Entries) {
  const [draft, setDraft] = useState(() =>
    draftOf(id, () => ({ key: newKey(), seenRevision, schema, entries: first() })),
  );
  const change = (next: Draft) => {
    keepDraft(id, next);
    setDraft(next);
  };
  return {
    draft,
    enter: (pointer: string, entry: Entry) => change({ ...draft, entries: { ...draft.entries, [pointer]: entry } }),
    /** Takes the case as it is now as the ground of the draft; what was entered stays. */
    renew: (seenRevision: number, schema: unknown) => change({ ...draft, key: newKey(), seenRevision, schema }),
  };
}
