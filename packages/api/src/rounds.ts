import { setTimeout } from 'node:timers/promises';
import { keepRecording, type RoundNeeds } from '@rectify/engine';
import type { Logger } from 'pino';

/** What rounds need: see the engine's `RoundNeeds`; `seconds` pass between one and the next. */
export interface ServerRounds extends Pick<RoundNeeds, 'engine' | 'candidates' | 'clock'> {
  readonly log: Logger;
  readonly seconds: number;
}

/**
 * Looks again and again for what time alone has brought about and puts it on record: passed deadlines, licences and requirements past
 * their last day. What goes wrong is logged and tried again in the next round.
 */
export function startRounds({ log, seconds, ...needs }: ServerRounds): { end(): Promise<void> } {
  const ending = new AbortController();
  const onFailure = (failure: unknown, mineId?: string) =>
    log.error({ err: failure, mineId }, 'What is due could not be put on record.');
  const wait = (signal: AbortSignal) =>
    setTimeout(seconds * 1_000, undefined, { signal, ref: false }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  const running = keepRecording({ ...needs, onFailure }, wait, ending.signal);
  return {
    async end() {
      ending.abort();
      await running;
    },
  };
}
