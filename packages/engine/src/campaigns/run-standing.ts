import type { EventReader } from '../event-store/event-store.ts';
import type { RunOutcomes } from './campaign.ts';
import { runFactOf, runStream } from './run-event.ts';

/** How far a run has come: how many of its cases are reported, and at which revision its stream is. */
export interface RunStanding {
  readonly reported: number;
  readonly revision: number;
}

/** How far a run has come, from the last event of its stream. @throws UnreadableFact */
export async function runStanding(store: Pick<EventReader, 'read'>, runId: string): Promise<RunStanding> {
  for await (const [last] of store.read(runStream(runId), { backwards: true })) {
    if (!last) break;
    const { type, data, revision } = runFactOf(last);
    return { revision, reported: type === 'RunCasesReported' ? data.from + data.cases.length : 0 };
  }
  return { revision: -1, reported: 0 };
}

/** How many cases of a run ended how. */
export async function runOutcomes(store: Pick<EventReader, 'read'>, runId: string): Promise<RunOutcomes> {
  const outcomes = { stored: 0, requested: 0, refused: 0 };
  for await (const batch of store.read(runStream(runId))) {
    for (const { type, data } of batch.map(runFactOf)) {
      if (type === 'RunCasesReported') for (const { outcome } of data.cases) outcomes[outcome] += 1;
    }
  }
  return outcomes;
}
