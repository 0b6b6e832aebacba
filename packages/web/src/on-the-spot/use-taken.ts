import { useSyncExternalStore } from 'react';
import { onTaken, take, takenBy } from '../outbox/kept-answers.ts';
import { useSession } from '../session/session.ts';

/** The mines that whoever is signed in takes along, and how to take one or leave it here. */
export function useTaken(): {
  readonly taken: readonly string[];
  readonly takeAlong: (mineId: string) => void;
  readonly leave: (mineId: string) => void;
} {
  const person = useSession()?.id ?? '';
  const taken = useSyncExternalStore(onTaken, () => takenBy(person));
  return {
    taken,
    takeAlong: (mineId) => void take(person, [...taken.filter((one) => one !== mineId), mineId]),
    leave: (mineId) =>
      void take(
        person,
        taken.filter((one) => one !== mineId),
      ),
  };
}
