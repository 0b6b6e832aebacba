import { procedureFor } from '../known-procedures.ts';
import { sendersOf } from '../rectification/catalogue.ts';
import type { EventType } from '../rectification/events/events.ts';
import type { AnyMove, Moment, Moves } from './move.ts';
import { appealMoves } from './moves/appeal.ts';
import { approvalMoves } from './moves/approval.ts';
import { closureMoves } from './moves/closure.ts';
import { inspectionMoves } from './moves/inspection.ts';
import { letterMoves } from './moves/letter.ts';
import { licenceMoves } from './moves/licence.ts';
import { powerMoves } from './moves/power.ts';
import { recordMoves } from './moves/record.ts';
import { requirementMoves } from './moves/requirement.ts';

/** What is in none of these follows from other events, or comes before there is a mine. */
const moves: Moves = {
  ...closureMoves,
  ...inspectionMoves,
  ...requirementMoves,
  ...licenceMoves,
  ...letterMoves,
  ...powerMoves,
  ...appealMoves,
  ...recordMoves,
  ...approvalMoves,
};

/**
 * The moves by which an event of a type could be sent to a mine, with data that fits it. Of things that are alike the first stands for all:
 * whoever may clear one finding may clear each, and the order makes no difference. Empty where the mine has nothing to send it about, or nobody
 * may send or grant it.
 */
export function movesOf(type: EventType, at: Moment): readonly AnyMove[] {
  const { mine, present } = at;
  const procedure = procedureFor(mine, present.procedures, present.now);
  const nobody = sendersOf(type, procedure).length === 0 || procedure.fourEyes[type]?.grant.length === 0;
  return nobody ? [] : (moves[type]?.(at) ?? []);
}
