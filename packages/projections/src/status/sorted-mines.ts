import { mineStatus, operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { beginningsFor, pointOf } from '../as-of/version-at.ts';
import { openFor } from '../closures/closures-table.ts';
import { allOf, joined, type Sql, sql } from '../keyset.ts';
import type { Part } from '../page-of-parts.ts';
import { isPresent, type Source } from '../source.ts';
import { filtersOfStandings } from './few-mines.ts';
import { mineConditions } from './mine-conditions.ts';
import type { MineFilters, MineSort } from './mine-query.ts';
import { minesAt } from './mines-at.ts';

/** Whom a mine waits for, in the order of lists. */
const WAITING = "(m.waiting_on || '/' || coalesce(m.office, ''))";

/** What a list of mines goes by, `at` in milliseconds. */
export function sortKeyOf(sort: MineSort, at: number): Sql {
  switch (sort) {
    case 'mineId':
    case '-mineId':
      return sql('m.mine_id');
    case 'name':
    case '-name':
      return sql('m.name');
    case 'region':
    case '-region':
      return sql('m.region');
    case 'status':
    case '-status':
      return sql('m.status_rank');
    case 'since':
    case '-since':
      return sql('m.since');
    case 'days':
    case '-days':
      return sql('max(coalesce(m.until, ?) - m.since, 0)', at);
    case 'waitingOn':
    case '-waitingOn':
      return sql(WAITING);
    case 'nextDeadline':
    case '-nextDeadline':
      return sql('m.due');
    case 'lastChange':
    case '-lastChange':
      return sql('m.changed');
  }
}

/**
 * The parts of a list of mines that indexes give in its order. Where the order follows from how mines stand, or goes with it, there is a part for each way that fits: else those that do not fit could all
 * come first.
 */
export function partsOf(source: Source, sort: MineSort, filters: MineFilters, at: number): readonly Part[] {
  const found = new Map<string, readonly string[]>();
  const ways = (column: string) => {
    const values = found.get(column) ?? waysToStand(source, column, filters, at);
    found.set(column, values);
    return values;
  };
  const has = (closure: 'open' | 'ended' | 'none') => ways('m.closure').includes(closure);
  switch (sort) {
    case 'mineId':
    case '-mineId':
    case 'name':
    case '-name':
      return [{ where: sql('true'), keys: 'all' }];
    case 'region':
    case '-region':
      return ways('m.region').map((region) => ({ where: sql('m.region = ?', region), keys: 'same' }));
    case 'status':
    case '-status':
      return ways('m.status').map((status) => ({ where: sql('m.status_rank = ?', rankOf(status)), keys: 'same' }));
    case 'waitingOn':
    case '-waitingOn':
      if (!isPresent(source)) return begunSince(source).map((where) => ({ where, keys: 'all' }));
      return ways(WAITING).map((waiting) => ({ where: sql(`${WAITING} = ?`, waiting), keys: 'same' }));
    case 'nextDeadline':
    case '-nextDeadline':
      return (isPresent(source) ? inStates(ways) : begunSince(source)).map((where) => ({ where }));
    case 'since':
    case '-since':
      return [
        ...(has('open') ? goingOn(source, ways) : []),
        ...(has('ended') ? ended(source, ways) : []),
        ...(has('none') ? neverClosed(source, ways) : []),
      ];
    case 'days':
    case '-days':
      return [
        ...(has('open') ? goingOn(source, ways).flatMap((part) => lastingUntil(source, part, at)) : []),
        ...(has('ended') ? lasted(source, ways) : []),
        ...(has('none') ? neverClosed(source, ways) : []),
      ];
    case 'lastChange':
    case '-lastChange':
      return (isPresent(source) ? inStates(ways) : begunSince(source)).map((where) => ({ where, keys: 'all' }));
  }
}

/** The values of a column of ways to stand. */
type Ways = (column: string) => readonly string[];

function rankOf(status: string): number {
  return mineStatus.options.indexOf(mineStatus.parse(status));
}

function inStates(ways: Ways): Sql[] {
  return ways('m.state').map((state) => sql('m.state = ?', state));
}

function begunSince({ instants }: Source): Sql[] {
  return beginningsFor(pointOf(instants)).map(({ length, after, until }) =>
    sql('m.lasts = ? and m.changed > ? and m.changed <= ?', length, after, until),
  );
}

/** Mines whose last closure goes on: by state, or by the length of closures. */
function goingOn(source: Source, ways: Ways): Part[] {
  if (isPresent(source))
    return inStates(ways).map((state) => ({
      where: allOf([state, sql('m.since is not null and (m.until is null) = 1')]),
      column: sql('m.since'),
      keys: 'all',
    }));
  const point = pointOf(source.instants);
  const { at, known } = point;
  const from = joined([
    sql('closures c cross join'),
    minesAt(source).from,
    sql('on m.mine_id = c.mine_id and m.cycle = c.cycle and m.until is null'),
  ]);
  return beginningsFor(point).map(({ length, after, until }) => ({
    from,
    where: sql(
      `${openFor('c.')} = ? and c.since > ? and c.since <= ? and c.known_from <= ? and c.known_to > ? and (c.until is null or c.until > ?)`,
      length,
      after,
      until,
      known,
      known,
      at,
    ),
    column: sql('c.since'),
    keys: 'all',
  }));
}

/** Mines whose last closure ended: by state, or by how long before the end of the version it began. */
function ended(source: Source, ways: Ways): Part[] {
  const stretches = isPresent(source)
    ? inStates(ways).map((state) => allOf([state, sql('(m.until is null) = 0')]))
    : beginningsFor(pointOf(source.instants)).map(({ length, after, until }) =>
        sql('m.closed_for = ? and m.since > ? and m.since <= ? and m.until is not null', length, after, until),
      );
  return stretches.map((where) => ({ where, keys: 'all' }));
}

/** Closures that go on lasted from when they began until an instant; one that begins later, by the clock of another node, has lasted no time yet. */
function lastingUntil(source: Source, goOn: Part, at: number): Part[] {
  const { where } = goOn;
  if (!isPresent(source)) return [{ ...goOn, reckonedFrom: at }];
  return [
    { ...goOn, where: allOf([where, sql('m.since <= ?', at)]), reckonedFrom: at },
    { ...goOn, where: allOf([where, sql('m.since > ?', at)]), keys: 'same' },
  ];
}

/** Mines whose last closure ended, by how long it lasted. */
function lasted(source: Source, ways: Ways): Part[] {
  const parts = isPresent(source) ? inStates(ways) : [sql('true')];
  return parts.map((where) => ({
    where: allOf([where, sql('m.until is not null')]),
    column: sql('(m.until - m.since)'),
    keys: 'all',
  }));
}

function neverClosed(source: Source, ways: Ways): Part[] {
  const stretches = isPresent(source)
    ? inStates(ways).map((state) => allOf([state, sql('(m.until is null) = 1')]))
    : [sql('true')];
  return stretches.map((where) => ({
    where: allOf([where, sql('m.since is null')]),
    column: sql('m.since'),
    keys: 'none',
  }));
}

const found = z.array(z.object({ value: z.string() }));

/**
 * The values of a column among the ways in which mines stand, or ever stood, that fit; of the present, where what is overdue is asked for, in the states in which anything is. Requests of a past instant
 * are known of no way.
 */
function waysToStand(source: Source, column: string, filters: MineFilters, at: number): string[] {
  const { db } = source.database;
  const conditions = [...mineConditions(db, filtersOfStandings(source, filters), at).values()];
  if (isPresent(source) && filters.overdue === true) conditions.push(isInStateWithOverdue(at));
  const where = allOf(conditions);
  const table = isPresent(source) ? 'tallies' : 'standings';
  const query = `select distinct ${column} as value from ${table} m where ${where.sql}`;
  return found.parse(db.prepare(query).all(...where.params)).map(({ value }) => value);
}

/** Looked up state by state: ways to stand are many, states few. */
function isInStateWithOverdue(at: number): Sql {
  const states = operationState.options.map(() => '(?)').join(', ');
  return sql(
    `m.state in (select s.column1 from (values ${states}) s where exists (select 1 from mines o where o.state = s.column1 and o.due < ?))`,
    ...operationState.options,
    at,
  );
}
