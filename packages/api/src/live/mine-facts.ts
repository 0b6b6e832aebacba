import {
  type Fact,
  factOf,
  isMineStream,
  type Procedures,
  type RecordedEvent,
  UnknownProcedure,
  UnreadableFact,
} from '@rectify/engine';
import type { Logger } from 'pino';

/** Facts of one mine that were delivered together, in order. */
export interface MineFacts {
  readonly mineId: string;
  readonly facts: readonly Fact[];
}

/** The facts about mines among recorded events, by mine; what cannot be read is logged and left out. */
export function mineFactsIn(events: readonly RecordedEvent[], procedures: Procedures, log: Logger): MineFacts[] {
  const facts = events
    .filter(({ stream }) => isMineStream(stream))
    .flatMap((event) => readable(event, procedures, log));
  return [...Map.groupBy(facts, ({ mineId }) => mineId)].map(([mineId, facts]) => ({ mineId, facts }));
}

function readable(event: RecordedEvent, procedures: Procedures, log: Logger): Fact[] {
  try {
    return [factOf(event, procedures)];
  } catch (error) {
    if (!(error instanceof UnreadableFact || error instanceof UnknownProcedure)) throw error;
    log.error({ err: error }, 'An event is left out of the live stream.');
    return [];
  }
}
