import { useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import type { ProblemDetails } from '../api/problem.ts';
import { useSession } from '../session/session.ts';
import { allOnDevice, keepOnDevice, removeFromDevice } from './device.ts';

const event = z.object({
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  occurredAt: z.string().exactOptional(),
  occurredAtPrecision: z.enum(['instant', 'day', 'month']).exactOptional(),
});

const keptAct = z.object({
  key: z.string(),
  person: z.string(),
  mineId: z.string(),
  mineName: z.string(),
  form: z.string(),
  preset: z.record(z.string(), z.string()),
  keptAt: z.string(),
  events: z.array(event).min(1),
  /** Several events are sent as one act, the whole of it or nothing. */
  together: z.boolean(),
  seenRevision: z.number().exactOptional(),
  /** The times of the events are by this device's clock, which was so many milliseconds ahead of the server's; null where that was not known. */
  clockAhead: z.number().nullable().exactOptional(),
  state: z.enum(['waiting', 'refused', 'received']),
  problem: z
    .object({ type: z.string(), title: z.string(), status: z.number(), detail: z.string().exactOptional() })
    .catchall(z.unknown())
    .exactOptional(),
  receipt: z.object({ eventId: z.string(), recordedAt: z.string() }).exactOptional(),
});

/** What somebody did on this device: one event or several together, not sent yet, refused, or received with its receipt. */
export type KeptAct = Readonly<Omit<z.infer<typeof keptAct>, 'problem'>> & { readonly problem?: ProblemDetails };

let acts: readonly KeptAct[] = [];
const changed = new EventTarget();
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rectify.outbox');
tabs?.addEventListener('message', () => void readActs());

function show(next: readonly KeptAct[]): void {
  acts = next.toSorted((a, b) => a.keptAt.localeCompare(b.keptAt));
  changed.dispatchEvent(new Event('acts'));
}

/** Reads what is kept on this device, as when the page is loaded or another tab has changed it. */
export async function readActs(): Promise<void> {
  const kept = (await allOnDevice('acts')).flatMap(([, value]) => keptAct.safeParse(value).data ?? []);
  const open = acts.filter(
    (act) => !kept.some(({ key }) => key === act.key) && act.state === 'waiting' && unkept.has(act.key),
  );
  show([...kept, ...open]);
}

/** Acts that the browser could not keep: they last as long as the page is open. */
const unkept = new Set<string>();

/** Keeps an act, or what became of it. */
export async function keepAct(act: KeptAct): Promise<void> {
  show([...acts.filter(({ key }) => key !== act.key), act]);
  if (await keepOnDevice('acts', act.key, act)) unkept.delete(act.key);
  else unkept.add(act.key);
  tabs?.postMessage('changed');
}

/** Takes an act away from this device. */
export async function dropAct(key: string): Promise<void> {
  show(acts.filter((act) => act.key !== key));
  unkept.delete(key);
  await removeFromDevice('acts', key);
  tabs?.postMessage('changed');
}

/** The acts of a person that are kept here, the oldest first. */
export function actsOf(person: string | undefined): readonly KeptAct[] {
  return acts.filter((act) => act.person === person);
}

/** The acts of whoever is signed in that are kept here, of one mine if asked for. */
export function useKeptActs(mineId?: string): readonly KeptAct[] {
  const person = useSession()?.id;
  const all = useSyncExternalStore(
    (notify) => {
      changed.addEventListener('acts', notify);
      return () => changed.removeEventListener('acts', notify);
    },
    () => acts,
  );
  return useMemo(
    () => all.filter((act) => act.person === person && (mineId === undefined || act.mineId === mineId)),
    [all, person, mineId],
  );
}
