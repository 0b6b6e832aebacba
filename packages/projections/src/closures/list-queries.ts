import { type Asked, instantOf } from '../instants.ts';
import type { ClosureFilters } from './closure-query.ts';
import type { GroupBy } from './statistics-answer.ts';
import type { Resolution } from './told-times.ts';

/** What a figure was asked with, and of when: its query asks for the same. */
export interface Explained {
  readonly filters: ClosureFilters;
  readonly asOf: string;
  readonly knownAt: string;
  /** How the durations were told that were counted. */
  readonly resolution: Resolution;
  /** Whether each row of a survival is explained. */
  readonly isEachRow: boolean;
}

/** A group of what was asked about. */
export interface ExplainedGroup {
  readonly by: GroupBy;
  readonly name: string | null;
}

/** What a figure was asked with, at the instants of the question. */
export function explainedAt(asked: Asked, question: Omit<Explained, 'asOf' | 'knownAt'>): Explained {
  return { ...question, asOf: instantOf(asked), knownAt: asked.knownAt ?? asked.now };
}

type Value = string | number | boolean;

/** What filters are left with. */
export type Filters = Readonly<Record<string, Value | readonly Value[] | undefined>>;

/** One filter more: what it lets pass. */
export type Narrowing = readonly [key: string, value: Value | readonly Value[]];

/** Gives the query of a list that is narrowed further; null where that leaves nothing. */
export type ListQuery = (...narrowing: readonly Narrowing[]) => string | null;

/** The queries of the list at a path, of what was asked about or of one group of it. */
export function listQueries(path: string, explained: Explained, group?: ExplainedGroup): ListQuery {
  const ofGroup = group ? narrowedToGroup(explained.filters, group) : explained.filters;
  return (...narrowing) => {
    const filters = narrowing.reduce<Filters | null>((narrowed, [key, value]) => narrow(narrowed, key, value), ofGroup);
    return filters && urlOf(path, filters, explained);
  };
}

/** Filters that let one value pass, or some, of those that passed before; null where none of them did. */
export function narrow(filters: Filters | null, key: string, value: Narrowing[1]): Filters | null {
  const before = filters?.[key];
  const left = [value].flat().filter((one) => before === undefined || [before].flat().includes(one));
  const [only] = left;
  if (filters === null || only === undefined) return null;
  return { ...filters, [key]: left.length === 1 ? only : left };
}

const filterOf: Readonly<Record<GroupBy, string>> = {
  region: 'region',
  office: 'orderedBy',
  grounds: 'grounds',
  campaign: 'campaign',
  cycle: 'cycle',
  procedure: 'procedure',
  origin: 'origin',
  letter: 'letter',
  power: 'power',
  capacity: 'capacity',
};

function narrowedToGroup(filters: ClosureFilters, { by, name }: ExplainedGroup): Filters | null {
  const key = filterOf[by];
  if (name === null) return { ...filters, without: [...(filters.without ?? []), key] };
  const value = by === 'letter' || by === 'power' ? name === 'true' : by === 'cycle' ? Number(name) : name;
  return narrow(filters, key, value);
}

/** The query of the list at a path, at the instants of what was asked. */
export function urlOf(path: string, filters: Filters, { asOf, knownAt }: Explained): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) {
    for (const one of value === undefined ? [] : [value].flat()) parameters.append(key, String(one));
  }
  parameters.set('total', 'exact');
  parameters.set('asOf', asOf);
  parameters.set('knownAt', knownAt);
  return `${path}?${parameters}`;
}
