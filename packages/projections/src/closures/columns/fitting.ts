import { milliseconds } from '@rectify/engine/rectification';
import type { Point } from '../../as-of/version-at.ts';
import type { MineFilters } from '../../status/mine-query.ts';
import { closureOutcome } from '../closure-answer.ts';
import type { ClosureFilters } from '../closure-query.ts';
import { type ClosureKind, type Columns, OF_CLOSURE } from './columns.ts';
import { askedOnce } from './interned.ts';

/** Whether mines that stand so fit the filters about that. */
export function standingFits(
  { standings }: Columns,
  { status, shut, state, region }: MineFilters,
): (standing: number) => boolean {
  return askedOnce(standings, (one) => {
    if (status && !status.includes(one.status)) return false;
    if (shut !== undefined && shut !== one.isShut) return false;
    if (state && !state.includes(one.state)) return false;
    return !region || region.includes(one.region);
  });
}

/** Whether mines that wait for somebody fit the filters about that. */
export function partyFits({ parties }: Columns, { waitingOn, office }: MineFilters): (party: number) => boolean {
  return askedOnce({ values: parties }, (one) => {
    if (waitingOn && !waitingOn.includes(one.party)) return false;
    return !office || (one.office !== null && office.includes(one.office));
  });
}

/** Whether mines with this current or last closure, or without one, fit the filters about it. */
export function currentFits(
  { closures, kinds }: Columns,
  { campaign, cycle }: MineFilters,
): (closure: number | undefined) => boolean {
  const fitsKind = askedOnce(kinds, (kind) => campaignFits(kind, campaign));
  return (closure) => {
    if (closure === undefined) return !campaign && (cycle === undefined || cycle === 0);
    if (cycle !== undefined && cycle !== closures.get(closure, OF_CLOSURE.cycle)) return false;
    return fitsKind(closures.get(closure, OF_CLOSURE.kind));
  };
}

/** Whether closures fit the filters about closures. `at`, in milliseconds, is how far ongoing ones were watched. */
export function closureFits(
  { closures, kinds, standings }: Columns,
  filters: ClosureFilters,
  point: Point,
  at: number,
): (closure: number, isCurrent: boolean, standing: number) => boolean {
  const { cycle, ongoing, outcome, procedure, letter, power, from } = filters;
  const since = from === undefined ? undefined : milliseconds(from);
  const outcomes = outcome?.map((one) => closureOutcome.options.indexOf(one));
  const fitsKind = askedOnce(kinds, (kind) => kindFits(kind, filters));
  const isFurther = [cycle, ongoing, outcome, procedure, letter, power, from].some((filter) => filter !== undefined);
  return (closure, isCurrent, standing) => {
    if (!fitsKind(closures.get(closure, OF_CLOSURE.kind))) return false;
    if (!isFurther) return true;
    const of = (column: number) => closures.get(closure, column);
    if (cycle !== undefined && cycle !== of(OF_CLOSURE.cycle)) return false;
    const isOver = of(OF_CLOSURE.until) <= point.at;
    if (ongoing === isOver) return false;
    if (outcomes && !(isOver && outcomes.includes(of(OF_CLOSURE.outcome)))) return false;
    if (letter !== undefined && letter !== of(OF_CLOSURE.letter) <= point.at) return false;
    if (power !== undefined && power !== of(OF_CLOSURE.power) <= point.at) return false;
    if (procedure && !procedure.includes(procedureOf({ kinds, standings }, of(OF_CLOSURE.kind), isCurrent, standing)))
      return false;
    return since === undefined || (isOver ? of(OF_CLOSURE.until) : at) > since;
  };
}

/** The procedure that a closure is under: while it is its mine's current or last one, the mine's at the instant, else the one that it ended under. */
export function procedureOf(
  { kinds, standings }: Pick<Columns, 'kinds' | 'standings'>,
  kind: number,
  isCurrent: boolean,
  standing: number,
): string {
  const procedure = isCurrent ? standings.values[standing]?.procedure : kinds.values[kind]?.procedure;
  if (procedure === undefined) throw new RangeError('There is no such closure.');
  return procedure;
}

function kindFits(kind: ClosureKind, filters: ClosureFilters): boolean {
  const { campaign, grounds, orderedBy, origin, capacity, without } = filters;
  return (
    campaignFits(kind, campaign) &&
    isAmong(kind.grounds, grounds) &&
    isAmong(kind.orderedBy, orderedBy) &&
    isAmong(kind.origin, origin) &&
    isAmong(kind.capacity, capacity) &&
    (without ?? []).every((what) => kind[what] === null)
  );
}

function campaignFits({ campaign }: ClosureKind, wanted: readonly string[] | undefined): boolean {
  return isAmong(campaign, wanted);
}

function isAmong(value: string | null, wanted: readonly string[] | undefined): boolean {
  return !wanted || (value !== null && wanted.includes(value));
}
