import { mineStatus } from '@rectify/engine/rectification';
import { mineFilters } from '../status/mine-query.ts';
import { closureOutcome } from './closure-answer.ts';
import type { ClosureFilters } from './closure-query.ts';
import { type FiguresExplained, figuresExplained, type MinesExplained, minesExplained } from './explain-answer.ts';
import type { Figures, GroupBy } from './statistics-answer.ts';

const shape = figuresExplained.shape;
const minesShape = minesExplained.shape;

/** What a figure was asked with, and of when: its query asks for the same. */
export interface Explained {
  readonly filters: ClosureFilters;
  readonly asOf: string;
  readonly knownAt: string;
}

type Value = string | number | boolean;
type Filters = Readonly<Record<string, Value | readonly Value[] | undefined>>;

/** For each figure that counts closures the query of the list whose `total` it is. */
export function explainFigures(
  { waitingOn, lateByOffice, perState }: Pick<Figures, 'waitingOn' | 'lateByOffice' | 'perState'>,
  explained: Explained,
  group?: { readonly by: GroupBy; readonly name: string | null },
): FiguresExplained {
  const ofGroup = group ? narrowedToGroup(explained.filters, group.by, group.name) : explained.filters;
  const queryOf = (path: string, narrowing: readonly Narrowing[]) => {
    const filters = narrowing.reduce<Filters | null>((narrowed, [key, value]) => narrow(narrowed, key, value), ofGroup);
    return filters && urlOf(path, filters, explained);
  };
  const query = (...narrowing: readonly Narrowing[]) => queryOf('/v1/closures', narrowing);
  const [ongoing, ended] = [query(['ongoing', true]), query(['ongoing', false])];
  const byOutcome = shape.byOutcome.parse(forEach(closureOutcome.options, (outcome) => query(['outcome', outcome])));
  const ranAgain = closureOutcome.options.filter((outcome) => outcome !== 'decommissioned');
  const waiting = (party: string) => query(['ongoing', true], ['waitingOn', party]);
  return {
    total: query(),
    ongoing,
    ended,
    byOutcome,
    waitingOn: {
      owner: waiting('owner'),
      authority: waiting('authority'),
      nobody: waiting('nobody'),
      byOffice: forEach(Object.keys(waitingOn.byOffice), (office) => query(['ongoing', true], ['office', office])),
    },
    lateByOffice: forEach(Object.keys(lateByOffice), (office) => queryOf('/v1/closures/late', [['late', office]])),
    survival: { n: query(), events: ended, censored: ongoing, outcomes: byOutcome },
    endedOnly: {
      count: query(['outcome', ranAgain]),
      notCounted: ongoing,
      decommissioned: byOutcome.decommissioned,
    },
    inStateNow: shape.inStateNow.parse(
      forEach(Object.keys(perState), (state) => query(['ongoing', true], ['state', state])),
    ),
    beenInState: shape.beenInState.parse(forEach(Object.keys(perState), (state) => query(['been', state]))),
  };
}

/** For each figure that counts mines the query of the list whose `total` it is. */
export function explainMines(explained: Explained): MinesExplained {
  const own: Filters = Object.fromEntries(
    Object.entries(explained.filters).filter(([key]) => Object.hasOwn(mineFilters.shape, key)),
  );
  return {
    mines: urlOf('/v1/mines', own, explained),
    byStatus: minesShape.byStatus.parse(
      forEach(mineStatus.options, (status) => {
        const filters = narrow(own, 'status', status);
        return filters && urlOf('/v1/mines', filters, explained);
      }),
    ),
  };
}

type Narrowing = readonly [key: string, value: Value | readonly Value[]];

/** Filters that let one value pass, or some, of those that passed before; null where none of them did. */
function narrow(filters: Filters | null, key: string, value: Narrowing[1]): Filters | null {
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

function narrowedToGroup(filters: ClosureFilters, by: GroupBy, name: string | null): Filters | null {
  const key = filterOf[by];
  if (name === null) return { ...filters, without: [...(filters.without ?? []), key] };
  const value = by === 'letter' || by === 'power' ? name === 'true' : by === 'cycle' ? Number(name) : name;
  return narrow(filters, key, value);
}

function urlOf(path: string, filters: Filters, { asOf, knownAt }: Explained): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) {
    for (const one of value === undefined ? [] : [value].flat()) parameters.append(key, String(one));
  }
  parameters.set('total', 'exact');
  parameters.set('asOf', asOf);
  parameters.set('knownAt', knownAt);
  return `${path}?${parameters}`;
}

function forEach<V>(keys: readonly string[], value: (key: string) => V): Record<string, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)]));
}
