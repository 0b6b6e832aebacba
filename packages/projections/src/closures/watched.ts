import { milliseconds } from '@rectify/engine/rectification';
import { type Sql, sql } from '../keyset.ts';
import type { ClosureListFilters, StayFilters } from './closure-query.ts';
import type { Stay } from './stays.ts';
import { lastThatFits, stepOfClosures, stepOfStays, timesToldIn } from './told-times.ts';

/**
 * For how long closures `c` were watched, as conditions: what the rows of the survival count. Times are told as they are where statistics are tallied, and
 * brought back to the milliseconds that are told so. `at`, in milliseconds, is how far ongoing ones were watched.
 */
export function watchedConditions(
  {
    watchedOn,
    longerThan,
    upTo,
    resolution = 'exact',
    from,
  }: Pick<ClosureListFilters, 'watchedOn' | 'longerThan' | 'upTo' | 'resolution' | 'from'>,
  at: number,
): Sql[] {
  const told = timesToldIn(stepOfClosures(resolution));
  const lasted = sql('coalesce(c.until, max(c.since, ?)) - c.since', at);
  const isLonger = (last: number) => sql(`${lasted.sql} > ?`, ...lasted.params, last);
  const isWithin = (last: number) => sql(`${lasted.sql} <= ?`, ...lasted.params, last);
  const window = from === undefined ? undefined : milliseconds(from);
  return [
    ...(longerThan === undefined ? [] : [isLonger(lastThatFits(told.time, (days) => days <= longerThan))]),
    ...(upTo === undefined ? [] : [isWithin(lastThatFits(told.time, (days) => days <= upTo))]),
    ...(watchedOn === undefined ? [] : [isLonger(lastThatFits(told.time, (days) => days < watchedOn))]),
    ...(watchedOn === undefined || window === undefined
      ? []
      : [
          sql(
            'c.since >= ? or ? - c.since <= ?',
            window,
            window,
            lastThatFits(told.entry, (days) => days < watchedOn),
          ),
        ]),
  ];
}

/** Whether a stay was watched so long: what the rows of how long stays last count. `window`, in milliseconds, is the beginning of what is watched. */
export function watchedSo(
  {
    watchedOn,
    longerThan,
    upTo,
    resolution = 'exact',
  }: Pick<StayFilters, 'watchedOn' | 'longerThan' | 'upTo' | 'resolution'>,
  window: number,
): (stay: Stay) => boolean {
  const told = timesToldIn(stepOfStays(resolution));
  return ({ since, until }) => {
    const lasted = told.time(until - since);
    if (longerThan !== undefined && lasted <= longerThan) return false;
    if (upTo !== undefined && lasted > upTo) return false;
    return (
      watchedOn === undefined || (lasted >= watchedOn && (since >= window || told.entry(window - since) < watchedOn))
    );
  };
}
