import { procedureFor } from '../known-procedures.ts';
import { compiled as chart } from '../rectification/compiled/decider.ts';
import { noSuchStep, type Standing } from '../rectification/decide.ts';
import { type EventType, isEventType } from '../rectification/events/events.ts';
import { conditionsAgainst } from '../rectification/guards/guards.ts';
import type { Reason } from '../rectification/reason.ts';
import { type AnyMove, type Moment, someone } from './move.ts';
import { requestOf, waiting } from './moves/approval.ts';
import { movesOf } from './moves.ts';
import { remediesFor } from './remedies.ts';
import type { Outlook } from './search.ts';

/**
 * From a standing: the wanted event if it is possible, else whatever mends the first reason against it, or the first reason against that, and
 * so on. Every reason has to be mended before the event, and which of them first makes the way no longer: so one at a time is enough.
 */
export function outlook(at: Moment, goal: EventType, barred: ReadonlySet<EventType>): Outlook<Standing, AnyMove> {
  const steps = new Set(chart.stepsFrom(at));
  const pursued = new Set<EventType>();

  /** The moves of an event that nothing is against, else those that bring it nearer. */
  function pursue(type: EventType, made: MovesMade = asTheyAre): readonly AnyMove[] {
    pursued.add(type);
    const moves = movesOf(type, at);
    if (type === 'ApprovalGranted' && waiting(at).length > 0) return moves.length > 0 ? moves : effects();
    const [reason] = reasonsAgainst(type, moves, at, steps);
    return reason ? mend(reason, type) : made(moves);
  }

  function mend(reason: Reason, type: EventType): readonly AnyMove[] {
    if (reason.code === 'no-request-pending') return proposable(at).flatMap((proposed) => pursue(proposed, asRequests));
    return remediesFor(reason, type, at)
      .filter((remedy) => !barred.has(remedy) && !pursued.has(remedy))
      .flatMap((remedy) => pursue(remedy));
  }

  /** What brings the effects of the waiting requests nearer. */
  function effects(): readonly AnyMove[] {
    const types = waiting(at).map(({ event }) => event.type);
    return types.filter(isEventType).flatMap((type) => pursue(type, none));
  }

  function asRequests(moves: readonly AnyMove[]): readonly AnyMove[] {
    return moves.map((proposed) => requestOf(proposed, at));
  }

  const possible = pursue(goal).flatMap((move) => {
    const decision = chart.decide(at, move.event);
    return decision.accepted ? [{ move, state: decision.standing }] : [];
  });
  const last = possible.find(({ move }) => move.event.type === goal)?.move;
  return last ? { last } : { onward: possible };
}

type MovesMade = (moves: readonly AnyMove[]) => readonly AnyMove[];
const asTheyAre: MovesMade = (moves) => moves;
const none: MovesMade = () => [];

function reasonsAgainst(
  type: EventType,
  [move]: readonly AnyMove[],
  { value, mine, present: { now, procedures } }: Moment,
  steps: ReadonlySet<EventType>,
): Reason[] {
  if (!steps.has(type)) return [noSuchStep(value, type)];
  return conditionsAgainst(mine, type, {
    occurredAt: now,
    decidedAt: now,
    actor: move?.event.actor ?? someone('system'),
    procedure: procedureFor(mine, procedures, now),
  });
}

/** What needs a second person, and so can wait as a request. */
function proposable({ mine, present }: Moment): EventType[] {
  return Object.keys(procedureFor(mine, present.procedures, present.now).fourEyes).filter(isEventType);
}
