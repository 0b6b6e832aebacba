import type { ProcedureShelf } from '../known-procedures.ts';
import { milliseconds } from '../rectification/calendar.ts';
import { type Procedures, proceduresAfter, shippedProcedures } from '../rectification/procedures/procedures.ts';

/** Two nodes' clocks may differ by so many milliseconds (a node further off serves nothing), and a decision takes less. */
const TOLERANCE = 2_000;

/**
 * The procedures that whoever recorded something at an instant may have known, likeliest first: what was published by then, and,
 * where something was published just before or after, also what was known without it or with it.
 */
export function proceduresThen(
  { facts, procedures }: ProcedureShelf,
  recordedAt: string,
): readonly [Procedures, ...Procedures[]] {
  if (facts.length === 0) return [procedures];
  const instant = milliseconds(recordedAt);
  const recordedBy = (until: number) => facts.filter((fact) => milliseconds(fact.recordedAt) <= until).length;
  const likeliest = recordedBy(instant);
  const others = new Set([recordedBy(instant - TOLERANCE), recordedBy(instant + TOLERANCE)]);
  others.delete(likeliest);
  const first = (count: number) => facts.slice(0, count).reduce(proceduresAfter, shippedProcedures);
  return [first(likeliest), ...[...others].map(first)];
}
