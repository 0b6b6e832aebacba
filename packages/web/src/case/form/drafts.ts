import { z } from 'zod';
import { removeFilesOf } from '../../documents/send-chosen.ts';
import { allOnDevice, keepOnDevice, removeFromDevice } from '../../outbox/device.ts';
import type { Entries } from './field.ts';

const document = z.object({
  name: z.string(),
  sha256: z.string(),
  mediaType: z.string().exactOptional(),
  bytes: z.number(),
});
const chosenFile = z.object({
  file: z.string(),
  name: z.string(),
  bytes: z.number(),
  pictures: z.array(z.string()).exactOptional(),
});
const draft = z.object({
  key: z.string(),
  seenRevision: z.number(),
  schema: z.unknown(),
  entries: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string()), document, chosenFile])),
});

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

/** Reads what was begun on this device before the page was loaded. */
export async function readDrafts(): Promise<void> {
  for (const [id, kept] of await allOnDevice('drafts')) {
    const read = draft.safeParse(kept);
    if (read.success) drafts.set(id, { ...read.data, schema: read.data.schema });
    else await removeFromDevice('drafts', id);
  }
}

/** The draft kept under an id, or a new one; what is entered in it stays on this device until it is sent. */
export function draftOf(id: string, begin: () => Draft): Draft {
  const kept = drafts.get(id);
  if (kept) return kept;
  const begun = begin();
  drafts.set(id, begun);
  return begun;
}

/** The draft kept under an id, if one was begun. */
export function keptDraft(id: string): Draft | undefined {
  return drafts.get(id);
}

/** Keeps what was entered. */
export function keepDraft(id: string, next: Draft): void {
  drafts.set(id, next);
  void keepOnDevice('drafts', id, next);
}

/** Gives a draft another key: what it holds is to be sent as an act of its own. */
export function rekeyDraft(id: string, key: string): void {
  const draft = drafts.get(id);
  if (draft) keepDraft(id, { ...draft, key });
}

/** Forgets a draft and its files: it was sent, or is not wanted any more. */
export function forgetDraft(id: string): void {
  void removeFilesOf(drafts.get(id)?.entries);
  drafts.delete(id);
  void removeFromDevice('drafts', id);
}

/** The ids of the drafts on this device that belong to a person. */
export async function draftsOf(person: string): Promise<readonly string[]> {
  return (await allOnDevice('drafts')).flatMap(([id]) => (id.startsWith(`${person}/`) ? [id] : []));
}

/** The id of a person's draft about a mine; what settles it beforehand tells several of one kind apart. */
export function draftId(person: string, mineId: string, type: string, settled: readonly string[]): string {
  return [person, mineId, type, ...settled].join('/');
}
