import type { Engine } from '../engine.ts';
import type { Fact } from '../rectification/fact.ts';
import type { Rejection } from '../rejection.ts';
import { dueFor, type SystemEvent, theSystem } from './scheduler.ts';

/** What a round of recording needs from outside. */
export interface RoundNeeds {
  readonly engine: Pick<Engine, 'load' | 'send'>;
  /** The ids of mines for which something may be due at an instant. It may lag behind: each mine is looked at again before anything is sent. */
  readonly candidates: (now: string) => Promise<readonly string[]>;
  readonly clock: () => string;
  /** Told what went wrong, and for which mine if for one; the others go on, and the next round tries again. */
  readonly onFailure: (failure: unknown, mineId?: string) => void;
}

/** The engine refused what time has brought about. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
  readonly rejection: Rejection;
  constructor(mineId: string, { type, commandId }: SystemEvent, rejection: Rejection) {
    super(`${type} (${commandId}) of mine ${mineId} was refused: ${rejection.code}.`);
    this.rejection = rejection;
  }
}

/**
 * Puts on record, for each candidate, what time alone has brought about by now. Any number of nodes may do so over one store, at once or
 * after any pause: each thing is recorded once, because its key is the same everywhere, and only as the mine is at the moment of
 * appending, because it is sent for the revision it was decided on. Answers the facts that this round stored.
 */
export async function recordWhatIsDue(needs: RoundNeeds, signal?: AbortSignal): Promise<readonly Fact[]> {
  const stored: Fact[] = [];
  for (const mineId of await needs.candidates(needs.clock())) {
    if (signal?.aborted) break;
    try {
      stored.push(...(await recordFor(mineId, needs)));
    } catch (failure) {
      needs.onFailure(failure, mineId);
    }
  }
  return stored;
}

/** Makes rounds until told to stop, waiting between them; ends when the round under way has ended. A round that fails does not end it. */
export async function keepRecording(
  needs: RoundNeeds,
  wait: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await recordWhatIsDue(needs, signal).catch((failure: unknown) => needs.onFailure(failure));
    await wait(signal);
  }
}

async function recordFor(mineId: string, { engine, clock, onFailure }: RoundNeeds): Promise<readonly Fact[]> {
  const stored: Fact[] = [];
  const tried = new Set<string>();
  for (;;) {
    const mine = await engine.load(mineId);
    const due = mine && dueFor(mine.folded, clock()).find(({ commandId }) => !tried.has(commandId));
    if (!due) return stored;
    const { revision } = mine.folded;
    const outcome = await engine.send({ ...due, mineId, person: theSystem, expectedRevision: revision });
    // The mine moved on meanwhile, perhaps by an extension: what is due is decided again.
    if (outcome.kind === 'rejected' && outcome.rejection.code === 'stale') continue;
    tried.add(due.commandId);
    if (outcome.kind === 'accepted' && !outcome.duplicate) stored.push(...outcome.facts);
    // Under a key that was used, another node has put it on record; its words may differ after a migration.
    if (outcome.kind === 'rejected' && outcome.rejection.code !== 'key-reused')
      onFailure(new NotRecorded(mineId, due, outcome.rejection), mineId);
  }
}
