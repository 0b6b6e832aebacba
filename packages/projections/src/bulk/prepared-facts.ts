import type { Position, RecordedEvent } from '@rectify/engine';
import { factOf, isMineStream, milliseconds, type Procedures } from '@rectify/engine/rectification';
import { folding } from '../fold-events.ts';
import { stored } from '../timeline/stored-fact.ts';

/** The facts of a stretch of the log as the read database keeps them: plain values, in columns, so that one thread can make them and another keep them at little cost. */
export interface PreparedFacts {
  /** The position of the last event. */
  readonly last: Position;
  readonly events: number;
  /** When the last fact was recorded, in milliseconds; null where none is about a mine. */
  readonly recorded: number | null;
  readonly facts: readonly (readonly [mineId: string, revision: number, text: string])[];
  /** What is about no mine. */
  readonly others: readonly RecordedEvent[];
}

/**
 * Prepares the facts among some events; undefined where there are no events.
 * @throws CannotFold also where they name a procedure that is made known among them, or before them and not in these
 */
export function prepared(events: readonly RecordedEvent[], procedures: Procedures): PreparedFacts | undefined {
  const last = events.at(-1);
  if (!last) return undefined;
  let recorded: number | null = null;
  const facts: PreparedFacts['facts'][number][] = [];
  const others: RecordedEvent[] = [];
  for (const event of events) {
    if (isMineStream(event.stream)) {
      const fact = folding(event, () => factOf(event, procedures));
      facts.push([fact.mineId, fact.revision, stored(fact)]);
      recorded = Math.max(recorded ?? 0, milliseconds(fact.recordedAt));
    } else others.push(event);
  }
  return { last: last.position, events: events.length, recorded, facts, others };
}
