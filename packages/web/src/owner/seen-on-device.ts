import { useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import type { SeenRevisions } from '../api/seen.ts';

const STORED = 'rectify.seen';
const revisions = z.record(z.string(), z.number());
const changes = new EventTarget();

/** What was to be kept, where the browser keeps nothing: it stands for as long as the page is open. */
let unkept: string | undefined;

/** Up to which revision a person saw mines on this device, by mine; nothing where the browser keeps nothing. */
export function useSeenOnDevice(person: string): SeenRevisions {
  const text = useSyncExternalStore(subscribe, storedText);
  return useMemo(() => {
    const prefix = `${person}/`;
    return Object.fromEntries(
      Object.entries(revisionsIn(text))
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, revision]) => [key.slice(prefix.length), revision]),
    );
  }, [text, person]);
}

/** Remembers up to which revision a person saw a mine, without a line too. */
export function keepOnDevice(person: string, mineId: string, revision: number): void {
  const text = JSON.stringify({ ...revisionsIn(storedText()), [`${person}/${mineId}`]: revision });
  try {
    localStorage.setItem(STORED, text);
  } catch {
    unkept = text;
  }
  changes.dispatchEvent(new Event('change'));
}

function subscribe(onChange: () => void): () => void {
  changes.addEventListener('change', onChange);
  addEventListener('storage', onChange);
  return () => {
    changes.removeEventListener('change', onChange);
    removeEventListener('storage', onChange);
  };
}

function storedText(): string {
  try {
    return unkept ?? localStorage.getItem(STORED) ?? '{}';
  } catch {
    return '{}';
  }
}

function revisionsIn(text: string): Record<string, number> {
  try {
    return revisions.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
