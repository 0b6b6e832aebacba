import type { EventStore, Position } from '@rectify/engine';
import { checkpointIn, keepCheckpoint, type Waiting } from './checkpoint.ts';
import { secondsFrom } from './waiting.ts';

/** How far the log was looked through is kept so many seconds apart at most, while no mail is concerned. */
const BETWEEN_CHECKPOINTS = 60;

/** What waits to be mailed, and how far the log was looked through for it. */
export interface Queue {
  /** Null: not at all. */
  position(): Position | null;
  waitingFor(key: string): Waiting;
  put(key: string, waiting: Waiting): void;
  /** All of this was looked through. What it brought is put before. */
  moveOn(position: Position): void;
  /** Everybody for whom something waits. */
  all(): Iterable<[string, Waiting]>;
  /** Makes it durable, where it changed or is old. Is to be waited for before it is called again. @throws the system's error */
  keep(): Promise<void>;
  /** How many mails wait, those included that are still gathered. */
  size(): number;
}

/** What a queue needs. */
export interface QueueNeeds {
  readonly store: Pick<EventStore, 'storeId' | 'head'>;
  readonly data: string;
  readonly clock: () => string;
  readonly newId: () => string;
}

/** Goes on with the queue of a data folder. Where it has none for this store, it begins at the head of the log: what happened before is mailed to nobody. */
export async function queueIn({ store, data, clock, newId }: QueueNeeds): Promise<Queue> {
  const found = checkpointIn(data);
  const known = found?.storeId === store.storeId ? found : undefined;
  // Another store has other positions; a day is the same day.
  const days = Object.entries(found?.people ?? {}).map(([key, { deadlinesOf }]) => [key, { deadlinesOf }] as const);
  let position = known ? known.position : ((await store.head()) ?? null);
  const people = new Map<string, Waiting>(known ? Object.entries(known.people) : days);
  let isChanged = known === undefined;
  let keptAt = clock();

  return {
    position: () => position,
    waitingFor: (key) => people.get(key) ?? {},
    put(key, waiting) {
      const isSomething = Object.keys(waiting).length > 0;
      if (waiting === people.get(key) || (!isSomething && !people.has(key))) return;
      if (isSomething) people.set(key, waiting);
      else people.delete(key);
      isChanged = true;
    },
    moveOn(to) {
      position = to;
    },
    all: () => [...people],
    async keep() {
      const now = clock();
      if (!isChanged && secondsFrom(keptAt, now) < BETWEEN_CHECKPOINTS) return;
      isChanged = false;
      keptAt = now;
      try {
        const content = { storeId: store.storeId, position, people: Object.fromEntries(people) };
        await keepCheckpoint(data, content, newId());
      } catch (error) {
        isChanged = true;
        throw error;
      }
    },
    size: () =>
      [...people.values()].flatMap(({ gathering, news, deadlines }) =>
        [gathering, news, deadlines].filter((one) => one !== undefined),
      ).length,
  };
}
