import { useState } from 'react';
import { z } from 'zod';
import { useSession } from '../session/session.ts';

const STORED = 'rectify.seen';
const revisions = z.record(z.string(), z.number());

/** Up to which revision a person saw each of their mines on this device; where the browser keeps nothing, none. */
function seenOnDevice(): Record<string, number> {
  try {
    return revisions.parse(JSON.parse(localStorage.getItem(STORED) ?? '{}'));
  } catch {
    return {};
  }
}

/**
 * Up to which revision whoever is signed in saw a mine on this device, and how to say that they saw more. A mine that was never opened here counts as seen as it is
 * now, and from then on what is new is told.
 */
export function useSeen(mineId: string, revision: number): readonly [number, (revision: number) => void] {
  const key = `${useSession()?.id ?? ''}/${mineId}`;
  const [seen, setSeen] = useState(() => {
    const known = seenOnDevice()[key];
    if (known === undefined) keepSeen(key, revision);
    return known ?? revision;
  });
  return [
    seen,
    (next) => {
      keepSeen(key, next);
      setSeen(next);
    },
  ];
}

/** Whether something was recorded of a mine since its owner saw it on this device. */
export function hasNews(person: string, { mineId, revision }: { mineId: string; revision: number }): boolean {
  const seen = seenOnDevice()[`${person}/${mineId}`];
  return seen !== undefined && revision > seen;
}

function keepSeen(key: string, revision: number): void {
  try {
    localStorage.setItem(STORED, JSON.stringify({ ...seenOnDevice(), [key]: revision }));
  } catch {
    // What is new is told again then.
  }
}
