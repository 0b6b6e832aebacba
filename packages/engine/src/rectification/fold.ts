import { later, milliseconds } from './calendar.ts';
import { evolve, registered } from './case/evolve.ts';
import { isKnowledgeEvent } from './catalogue.ts';
import type { OperationState } from './chart-value.ts';
import type { Standing } from './decide.ts';
import type { EventType } from './events/events.ts';
import type { Fact } from './fact.ts';
import { effectiveHistory, type Instants } from './history.ts';
import { mayOperate } from './may-operate.ts';
import type { MineEvent } from './mine-event.ts';
import { type WaitingOn, waitingOn } from './waiting-on.ts';

/** From `at` on, and until the next stretch, these held: what durations are measured on. */
export interface Stretch {
  readonly at: string;
  readonly operation: OperationState;
  readonly mayOperate: boolean;
  readonly waitingOn: WaitingOn;
}

/** A folded mine: where it stands, its course so far, and how far the fold has come. */
export interface FoldedMine extends Standing {
  /** The course over its whole life, oldest first. */
  readonly course: readonly Stretch[];
  /** The revision of the last fact known. */
  readonly revision: number;
  /** The position of the last fact known. */
  readonly position: string;
  /** The latest `occurredAt` of an effective fact that says what happened; a new one before it is backdated. */
  readonly lastOccurredAt: string;
  /** The type of that fact. */
  readonly lastType: EventType;
  /** The latest `occurredAt` folded, knowledge events included; a fact before it needs the whole history folded. */
  readonly foldedUpTo: string;
  /** The `recordedAt` of the last fact known. */
  readonly lastRecordedAt: string;
}

/** The first fact of a history is no registration: there is no mine to fold onto. */
export class NotRegistered extends Error {
  override readonly name = 'NotRegistered';
}

/**
 * Folds a mine's facts as of and as known at instants: reducers and stored transitions only, no guard is asked.
 * Answers undefined where the mine did not exist, or was not known, yet. `facts` are all of its stream, in order.
 */
export function fold(facts: readonly Fact[], instants: Instants = {}): FoldedMine | undefined {
  const folded = effectiveHistory(facts, instants).reduce<FoldedMine | undefined>(
    (mine, { fact }) => (mine || fact.type === 'MineRegistered' ? apply(mine, fact) : mine),
    undefined,
  );
  const last = facts
    .filter(
      ({ recordedAt }) => instants.knownAt === undefined || milliseconds(recordedAt) <= milliseconds(instants.knownAt),
    )
    .at(-1);
  return (
    folded && last && { ...folded, revision: last.revision, position: last.position, lastRecordedAt: last.recordedAt }
  );
}

/** A mine as it stood from an instant on, until the next: after a fact of a type. */
export interface Standpoint {
  readonly at: string;
  readonly type: EventType;
  readonly folded: FoldedMine;
}

/**
 * The mine after each effective fact, in order, as known after all of `facts`. {@link fold} as of an instant is the last standpoint that is not after it and
 * says what happened, with the requests under four eyes, revision and position of all of `facts`.
 */
export function standpoints(facts: readonly Fact[]): Standpoint[] {
  const points: Standpoint[] = [];
  let mine: FoldedMine | undefined;
  for (const { fact } of effectiveHistory(facts)) {
    if (!mine && fact.type !== 'MineRegistered') continue;
    mine = apply(mine, fact);
    points.push({ at: fact.occurredAt, type: fact.type, folded: mine });
  }
  return points;
}

/** Whether a fact can be folded onto a mine as it is: it neither reorders nor alters the history before it. */
export function isInOrder(mine: FoldedMine, fact: Fact): boolean {
  if (fact.type === 'FactCorrected' || fact.retransitions !== undefined) return false;
  return milliseconds(fact.occurredAt) >= milliseconds(mine.foldedUpTo);
}

/**
 * Folds one more fact, in order (see {@link isInOrder}), onto a mine.
 * @throws NotRegistered when there is no mine and the fact is not its registration
 */
export function apply(mine: FoldedMine | undefined, fact: Fact): FoldedMine {
  const event = eventOf(fact);
  const value = mine && isKnowledgeEvent(fact.type) ? mine.value : fact.transition.to;
  const after = mine ? evolve(mine.mine, event) : event.type === 'MineRegistered' ? registered(event) : undefined;
  if (!after) throw new NotRegistered(`The history of ${fact.mineId} does not begin with its registration.`);
  const stretch: Stretch = {
    at: fact.occurredAt,
    operation: value.operation,
    mayOperate: mayOperate(value, after),
    waitingOn: waitingOn(value, after),
  };
  const course = mine?.course ?? [];
  return {
    value,
    mine: after,
    course: sameStretch(course.at(-1), stretch) ? course : [...course, stretch],
    revision: fact.revision,
    position: fact.position,
    lastOccurredAt: mine && isKnowledgeEvent(fact.type) ? mine.lastOccurredAt : fact.occurredAt,
    foldedUpTo: mine ? later(mine.foldedUpTo, fact.occurredAt) : fact.occurredAt,
    lastType: mine && isKnowledgeEvent(fact.type) ? mine.lastType : fact.type,
    lastRecordedAt: fact.recordedAt,
  };
}

/** A stored fact as the event that the reducers take. */
export function eventOf(fact: Fact): MineEvent {
  return { ...fact, decidedAt: fact.recordedAt };
}

function sameStretch(a: Stretch | undefined, b: Stretch): boolean {
  return (
    a !== undefined &&
    a.operation === b.operation &&
    a.mayOperate === b.mayOperate &&
    a.waitingOn.party === b.waitingOn.party &&
    a.waitingOn.office === b.waitingOn.office
  );
}
