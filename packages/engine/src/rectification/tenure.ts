import { milliseconds } from './calendar.ts';
import { letterThatCounts } from './case/letters.ts';
import { inOpenCycle } from './case/open-cycle.ts';
import type { Fact } from './fact.ts';
import { type FoldedMine, fold } from './fold.ts';
import { effectiveHistory } from './history.ts';

/** How long somebody operated a mine: from an instant, inclusive, until another operator took over, exclusive; null while they do. */
export interface Tenure {
  readonly operator: string;
  readonly from: string;
  readonly until: string | null;
}

/** Who operated a mine and when, oldest first, by its effective history. */
function tenuresOf(facts: readonly Fact[]): Tenure[] {
  return effectiveHistory(facts).reduce<Tenure[]>((tenures, { fact }) => {
    if (fact.type !== 'MineRegistered' && fact.type !== 'OperatorChanged') return tenures;
    const last = tenures.at(-1);
    const ended = last ? [...tenures.slice(0, -1), { ...last, until: fact.occurredAt }] : [];
    return [...ended, { operator: fact.data.operator.id, from: fact.occurredAt, until: null }];
  }, []);
}

/** The last tenure of an operator, or of whoever operates the mine now if none is named; undefined if they never did. */
export function tenureOf(facts: readonly Fact[], operator: string | undefined): Tenure | undefined {
  return tenuresOf(facts).findLast((tenure) => operator === undefined || tenure.operator === operator);
}

/** Whether somebody operates a mine now: they are not named, so it is whoever does, or they are the present operator. */
export function operatesNow(present: { readonly id: string }, operator: string | undefined): boolean {
  return operator === undefined || operator === present.id;
}

/**
 * The facts of an operator's own time: domain.md, `OperatorChanged`. A new operator also sees the closure cycle that was open when they took
 * over, from its beginning, and the power direction, the licences and the letter that was
 * demanded then; a former one nothing after. Registration and the changes of hands that begin or end their time are theirs too.
 */
export function factsOfTenure(facts: readonly Fact[], operator: string | undefined): readonly Fact[] {
  const tenures = tenuresOf(facts);
  // A part of a history that does not begin with the registration was sent by whoever asks.
  if (tenures.length === 0) return facts;
  if (tenures.length === 1) return operatesNow({ id: tenures[0]?.operator ?? '' }, operator) ? facts : [];
  const own = tenures.filter((tenure) => tenure.operator === (operator ?? tenures.at(-1)?.operator));
  const last = own.at(-1);
  if (!last) return [];
  const inheritance = last.until === null ? inheritanceAt(facts, last.from) : undefined;
  const theirs = new Set(
    effectiveHistory(facts).flatMap(({ fact }) =>
      isOfTime(own, fact) || (inheritance && isInherited(fact, inheritance)) ? [fact.eventId] : [],
    ),
  );
  // What was voided counted for whoever operated the mine when it was said to have happened.
  return facts.filter((fact) => theirs.has(fact.eventId) || isOfTime(own, fact) || fact.type === 'FactCorrected');
}

function isOfTime(tenures: readonly Tenure[], fact: Fact): boolean {
  const at = milliseconds(fact.occurredAt);
  return (
    fact.type === 'MineRegistered' ||
    tenures.some(({ from, until }) => {
      const ended =
        until === null || at < milliseconds(until) || (fact.type === 'OperatorChanged' && at === milliseconds(until));
      return at >= milliseconds(from) && ended;
    })
  );
}

/** What a new operator takes over: the cycle open when they did, the direction, the licences and the letter not yet signed then. */
interface Inheritance {
  /** The earliest instant that is theirs to know of: the beginning of that cycle, else their own. In milliseconds. */
  readonly since: number;
  readonly directionId: string | undefined;
  readonly licenceIds: ReadonlySet<string>;
  /** The letter still demanded of the owner, if one is. */
  readonly letterId: string | undefined;
}

function inheritanceAt(facts: readonly Fact[], instant: string): Inheritance {
  const folded = fold(facts, { asOf: instant });
  const closure = folded && inOpenCycle(folded.mine) ? folded.mine.closure : null;
  const inForce = Object.values(folded?.mine.licences ?? {}).filter(
    ({ status }) => status === 'granted' || status === 'suspended',
  );
  const letter = folded && letterThatCounts(folded.mine.letters, folded.mine.cycle);
  return {
    since: milliseconds(closure?.since ?? instant),
    directionId: folded?.mine.power.direction?.directionId,
    licenceIds: new Set(inForce.map(({ licenceId }) => licenceId)),
    letterId: letter?.status === 'demanded' ? letter.letterId : undefined,
  };
}

function isInherited(fact: Fact, { since, directionId, licenceIds, letterId }: Inheritance): boolean {
  if (milliseconds(fact.occurredAt) >= since) return true;
  if ('directionId' in fact.data && fact.data.directionId === directionId) return true;
  if ('letterId' in fact.data && fact.data.letterId === letterId) return true;
  return 'licenceId' in fact.data && licenceIds.has(fact.data.licenceId);
}

/**
 * A mine as its present operator may know it, folded from all that an owner may see: without the closures, letters, appeals, licences and
 * papers that were over before their time. A mine that never changed hands is theirs altogether.
 */
export function inTenure(folded: FoldedMine, facts: readonly Fact[]): FoldedMine {
  const tenures = tenuresOf(facts);
  const last = tenures.at(-1);
  if (!last || tenures.length === 1) return folded;
  const { since, licenceIds, letterId } = inheritanceAt(facts, last.from);
  const isTheirs = (instant: string | null) => instant === null || milliseconds(instant) >= since;
  const { mine } = folded;
  const closures = [...mine.earlierClosures, ...(mine.closure ? [mine.closure] : [])].filter(({ until }) =>
    isTheirs(until),
  );
  const closure = closures.find(({ cycle }) => cycle === mine.closure?.cycle) ?? null;
  const firstCycle = closures[0]?.cycle ?? mine.cycle + 1;
  return {
    ...folded,
    mine: {
      ...mine,
      closure,
      earlierClosures: closures.filter((earlier) => earlier !== closure),
      letters: mine.letters.filter((letter) => letter.cycle >= firstCycle || letter.letterId === letterId),
      appeals: mine.appeals.filter(({ cycle }) => cycle >= firstCycle),
      licences: Object.fromEntries(
        Object.entries(mine.licences).filter(([id, licence]) => licenceIds.has(id) || isTheirs(licence.since)),
      ),
      documents: mine.documents.filter(({ attachedAt }) => isTheirs(attachedAt)),
      statements: mine.statements.filter(({ filedAt }) => isTheirs(filedAt)),
      lostCapacity: mine.lostCapacity.filter(({ reportedAt }) => isTheirs(reportedAt)),
    },
  };
}
