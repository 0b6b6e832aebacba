import { useState } from 'react';
import { newKey } from '../../api/client.ts';
import { type Draft, draftOf, keepDraft } from './drafts.ts';
import type { Entries, Entry } from './field.ts';

/** The draft of a form under an id, kept on this device. What is entered late, as by a file that was long on its way, undoes nothing that was entered meanwhile. */
export function useDraft(id: string, seenRevision: number, schema: unknown, first: () => Entries) {
  const begin = () => ({ key: newKey(), seenRevision, schema, entries: first() });
  const [draft, setDraft] = useState(() => draftOf(id, begin));
  const change = (edited: (draft: Draft) => Draft) => {
    const next = edited(draftOf(id, () => draft));
    keepDraft(id, next);
    setDraft(next);
  };
  const enterAll = (entries: Entries) => change((now) => ({ ...now, entries: { ...now.entries, ...entries } }));
  return {
    draft,
    enter: (pointer: string, entry: Entry) => enterAll({ [pointer]: entry }),
    enterAll,
    /** Takes the case as it is now as the ground of the draft; what was entered stays. */
    renew: (seenRevision: number, schema: unknown) =>
      change((now) => ({ ...now, key: newKey(), seenRevision, schema })),
  };
}
