import { useEffect, useRef, useState } from 'react';
import { type SeenRevisions, useSaySeen, useSeenOnServer } from '../api/seen.ts';
import { useSession } from '../session/session.ts';
import { keepOnDevice, useSeenOnDevice } from './seen-on-device.ts';

/** What whoever is signed in saw of their mines, on whichever device. */
interface Seen {
  /** False while the server is being asked. Where it does not answer, what this device knows has to do. */
  readonly isKnown: boolean;
  /** Up to which revision they saw a mine; undefined where they never opened it. */
  readonly of: (mineId: string) => number | undefined;
  readonly see: (mineId: string, revision: number) => void;
}

/**
 * What is new to whoever is signed in. What this device knows and the server does not, after a time without a line for instance, is handed over when the server
 * answers.
 */
export function useSeen(): Seen {
  const person = useSession()?.id ?? '';
  const onDevice = useSeenOnDevice(person);
  const { data, isLoading } = useSeenOnServer();
  useHandedOver(onDevice);
  return {
    isKnown: !isLoading,
    of: (mineId) => later(onDevice[mineId], data?.[mineId]),
    see: (mineId, revision) => keepOnDevice(person, mineId, revision),
  };
}

/** {@link useSeen} of one mine that is looked at: one that was never opened counts as seen as it was when this began, and from then on what is new is told. */
export function useSeenOf(mineId: string, revision: number): Seen {
  const seen = useSeen();
  const { data } = useSeenOnServer();
  const [atFirst] = useState(revision);
  const isNew = data !== undefined && seen.of(mineId) === undefined;
  const { see } = seen;
  useEffect(() => {
    if (isNew) see(mineId, atFirst);
  }, [isNew, see, mineId, atFirst]);
  return seen;
}

function useHandedOver(onDevice: SeenRevisions): void {
  const mines = useSession()?.mines;
  const { data, dataUpdatedAt } = useSeenOnServer();
  const { mutate: say } = useSaySeen();
  const said = useRef('');
  useEffect(() => {
    if (data === undefined || dataUpdatedAt === 0) return;
    const unsaid = Object.entries(onDevice).filter(
      ([mineId, revision]) => mines?.includes(mineId) && revision > (data[mineId] ?? -1),
    );
    const text = JSON.stringify(unsaid);
    if (unsaid.length === 0 || text === said.current) return;
    said.current = text;
    const onError = () => {
      said.current = '';
    };
    say(Object.fromEntries(unsaid), { onError });
  }, [onDevice, mines, data, dataUpdatedAt, say]);
}

function later(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}
