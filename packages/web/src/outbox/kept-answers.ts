import type { Query, QueryKey } from '@tanstack/react-query';
import { z } from 'zod';
import { queryClient } from '../api/query-client.ts';
import { currentSession } from '../session/session.ts';
import { allOnDevice, keepOnDevice, removeFromDevice } from './device.ts';

const keptAnswer = z.object({ queryKey: z.array(z.unknown()).min(1), data: z.unknown(), updatedAt: z.number() });
const keptMines = z.array(z.string());

/** What every page needs before it shows anything. */
const foundations: ReadonlySet<unknown> = new Set(['system', 'personas', 'procedures']);

/** The mines that an official takes along, by person. */
const taken = new Map<string, readonly string[]>();
const changed = new EventTarget();

/** The mines whose answers are kept on this device for whoever is signed in: an owner's own, and those taken along. */
function minesKept(): readonly string[] {
  const session = currentSession();
  if (!session) return [];
  return session.role === 'owner' ? session.mines : takenBy(session.id);
}

/** The mines that a person takes along. */
export function takenBy(person: string): readonly string[] {
  return taken.get(person) ?? nothing;
}
const nothing: readonly string[] = [];

/** Tells when a person takes something along or leaves it. Returns how to stop listening. */
export function onTaken(listener: () => void): () => void {
  changed.addEventListener('taken', listener);
  return () => changed.removeEventListener('taken', listener);
}

/** Keeps the list of what a person takes along, and forgets the answers of what they leave. */
export async function take(person: string, mines: readonly string[]): Promise<void> {
  const left = takenBy(person).filter((mineId) => !mines.includes(mineId));
  taken.set(person, mines);
  for (const mineId of mines) keepInMind(mineId);
  changed.dispatchEvent(new Event('taken'));
  await keepOnDevice('views', placeOf('taken', person), mines);
  for (const query of queryClient.getQueryCache().getAll()) await keepAnswer(person, query);
  await forgetAnswers(person, (key) => key[0] === 'mine' && left.some((mineId) => mineId === key[1]));
}

/** Forgets every answer that is kept here for a person, and what they take along. */
export async function forgetAllAnswers(person: string): Promise<void> {
  await take(person, []);
  await forgetAnswers(person, () => true);
}

async function forgetAnswers(person: string, which: (key: QueryKey) => boolean): Promise<void> {
  for (const [id, value] of await allOnDevice('views')) {
    const read = keptAnswer.safeParse(value);
    if (id.startsWith(placeOf('answer', person)) && read.success && which(read.data.queryKey)) {
      await removeFromDevice('views', id);
    }
  }
}

/** Without a line an answer cannot be asked for again, so that it stays as long as the page is open. */
function keepInMind(mineId: string): void {
  queryClient.setQueryDefaults(['mine', mineId], { gcTime: Number.POSITIVE_INFINITY });
}

/** Reads what was kept on this device for whoever is signed in, and from now on keeps what is answered about their mines. */
export async function keepAnswers(): Promise<void> {
  const session = currentSession();
  for (const [id, value] of await allOnDevice('views')) {
    const [kind, person = ''] = id.split('/', 2).map(decodeURIComponent);
    if (kind === 'taken') taken.set(person, keptMines.safeParse(value).data ?? []);
    const read = keptAnswer.safeParse(value);
    if (kind !== 'answer' || person !== session?.id || !read.success) continue;
    const { queryKey, data, updatedAt } = read.data;
    if (typeof queryKey[1] === 'string') keepInMind(queryKey[1]);
    queryClient.setQueryData(queryKey, data, { updatedAt });
    // Shown at once, and asked for again: nobody told this page what happened while it was not open.
    if (queryKey[0] === 'mine') await queryClient.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
  }
  queryClient.getQueryCache().subscribe((event) => {
    const person = currentSession()?.id;
    if (person === undefined || event.type !== 'updated' || event.action.type !== 'success') return;
    void keepAnswer(person, event.query);
  });
}

async function keepAnswer(person: string, { queryKey, queryHash, state }: Query): Promise<void> {
  if (state.status !== 'success' || !isKept(queryKey)) return;
  const { data, dataUpdatedAt: updatedAt } = state;
  await keepOnDevice('views', `${placeOf('answer', person)}${queryHash}`, { queryKey, data, updatedAt });
}

/** Where something of a person is kept. */
function placeOf(kind: 'taken' | 'answer', person: string): string {
  return `${kind}/${encodeURIComponent(person)}/`;
}

/** Whether an answer is kept on this device: of a mine its standing, history and next steps, nothing that is looked at in the past. */
function isKept(key: QueryKey): boolean {
  const [first, second, third] = key;
  if (minesKept().length === 0) return false;
  if (foundations.has(first)) return true;
  const parts: readonly unknown[] = ['standing', 'history', 'next'];
  const last = key.at(-1);
  const past = typeof last === 'object' && last !== null && Object.keys(last).length > 0;
  return first === 'mine' && minesKept().some((mineId) => mineId === second) && parts.includes(third) && !past;
}
