import type { Point } from '../../as-of/version-at.ts';
import type { GroupBy } from '../statistics-answer.ts';
import { type ClosureKind, type Columns, OF_CLOSURE } from './columns.ts';
import { procedureOf } from './fitting.ts';

/** What tells which group a closure of a mine that stands so belongs to; null where it has nothing to be grouped by, such as no campaign. */
export function groupsBy(
  by: GroupBy,
  columns: Columns,
  { at }: Point,
): (closure: number, isCurrent: boolean, standing: number) => string | null {
  const { closures, kinds, standings } = columns;
  const kindOf = (closure: number) => closures.get(closure, OF_CLOSURE.kind);
  const ofKind = (group: (kind: ClosureKind) => string | null) => (closure: number) => {
    const kind = kinds.values[kindOf(closure)];
    return kind ? group(kind) : null;
  };
  switch (by) {
    case 'region':
      return (_closure, _isCurrent, standing) => standings.values[standing]?.region ?? null;
    case 'office':
      return ofKind(({ orderedBy }) => orderedBy);
    case 'grounds':
      return ofKind(({ grounds }) => grounds);
    case 'campaign':
      return ofKind(({ campaign }) => campaign);
    case 'origin':
      return ofKind(({ origin }) => origin);
    case 'capacity':
      return ofKind(({ capacity }) => capacity);
    case 'cycle':
      return (closure) => String(closures.get(closure, OF_CLOSURE.cycle));
    case 'procedure':
      return (closure, isCurrent, standing) => procedureOf(columns, kindOf(closure), isCurrent, standing);
    case 'letter':
      return (closure) => String(closures.get(closure, OF_CLOSURE.letter) <= at);
    case 'power':
      return (closure) => String(closures.get(closure, OF_CLOSURE.power) <= at);
  }
}
