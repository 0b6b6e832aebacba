import { z } from 'zod';
import type { RecordedEvent } from '../event-store/event-store.ts';
import { runEvents } from '../rectification/events/campaign.ts';
import { instant } from '../rectification/events/values.ts';
import { UnreadableFact } from '../rectification/fact.ts';

const prefix = 'run-';

/** The stream that holds the cases of a run and what became of them: large, so that the campaign's own stays small. */
export function runStream(runId: string): string {
  return `${prefix}${runId}`;
}

/** Whether a stream holds the cases of a run. */
export function isRunStream(stream: string): boolean {
  return stream.startsWith(prefix);
}

const stored = z.discriminatedUnion('type', [
  z.object({ type: z.literal('RunTargetsListed'), data: runEvents.RunTargetsListed }),
  z.object({ type: z.literal('RunCasesReported'), data: runEvents.RunCasesReported }),
]);

const metadata = z.object({ recordedAt: instant });

/** A stored event of a run. */
export type RunFact = z.infer<typeof stored> & z.infer<typeof metadata> & { readonly revision: number };

/** Reads a stored event of a run, checked against its schemas. @throws UnreadableFact */
export function runFactOf({ stream, revision, type, data, metadata: around }: Omit<RecordedEvent, 'append'>): RunFact {
  const parsed = stored.safeParse({ type, data });
  const about = metadata.safeParse(around);
  if (parsed.success && about.success) return { ...parsed.data, ...about.data, revision };
  const fault = parsed.error ?? about.error;
  throw new UnreadableFact(
    `event ${revision} of ${stream} (${type}) cannot be read: ${fault ? z.prettifyError(fault) : ''}`,
  );
}
