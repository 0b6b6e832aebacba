import type { EventReader } from '../event-store/event-store.ts';
import { openReader } from '../event-store/open-store.ts';
import { inThreads } from '../in-threads.ts';
import { readProcedures } from '../known-procedures.ts';
import { isMineStream, mineOfStream } from '../rectification/fact.ts';
import type { Difference } from './difference.ts';
import { mineVerifier, type VerifiedMines, verifiedMines } from './verify-mines.ts';

/** How much was verified, and how many differences there are. */
export interface Verified {
  readonly mines: number;
  readonly events: number;
  readonly differences: number;
}

/** What is verified, by how many threads, and who is told. */
export interface Verifying {
  /** The store's URL. */
  readonly store: string;
  readonly threads: number;
  /** This mine alone. */
  readonly mineId?: string | undefined;
  /** Called with each difference; those of one mine come together and in order. */
  readonly onDifference: (difference: Difference) => void;
  /** Called now and then with how far it has come. */
  readonly onProgress?: ((verified: Verified) => void) | undefined;
}

const script = new URL('./worker.ts', import.meta.url);

/** Mines handed to a thread at a time. */
const AT_A_TIME = 8;

/**
 * Decides the history of all mines of a store again (see {@link verifyMine}) and answers how much that was. Reads only, also beside a
 * process that writes; what is appended meanwhile may be verified too. In memory are one mine per thread, and the ids of all.
 * @throws UnknownStoreUrl, StoreUnusable
 * @throws UnreadableFact when an event of procedures cannot be read: without these nothing can be decided
 */
export async function verifyAll({ store, threads, mineId, onDifference, onProgress }: Verifying): Promise<Verified> {
  const reader = await openReader(store);
  let verified: Verified = { mines: 0, events: 0, differences: 0 };
  const take = ({ mines, events, differences }: VerifiedMines) => {
    verified = {
      mines: verified.mines + mines,
      events: verified.events + events,
      differences: verified.differences + differences.length,
    };
    for (const each of differences) onDifference(each);
    onProgress?.(verified);
  };
  try {
    await readProcedures(reader);
    if (mineId !== undefined) take(await mineVerifier(reader)([mineId]));
    else await inThreads({ script, threads, answer: verifiedMines, workerData: store }, mineIds(reader), take);
  } finally {
    await reader.close();
  }
  return verified;
}

/** The ids of all mines, some at a time, each once. */
async function* mineIds(reader: EventReader): AsyncGenerator<string[], undefined> {
  const seen = new Set<string>();
  let some: string[] = [];
  for await (const batch of reader.readAll()) {
    for (const { stream } of batch) {
      if (!isMineStream(stream) || seen.has(stream)) continue;
      seen.add(stream);
      some.push(mineOfStream(stream));
      if (some.length < AT_A_TIME) continue;
      yield some;
      some = [];
    }
  }
  if (some.length > 0) yield some;
}
