import { endOfDay, milliseconds, type Procedures, procedureNamed, startOfDay } from '@rectify/engine/rectification';
import type { ClosureLosses } from '../lost-capacity.ts';
import type { CaseLoss } from '../statistics-case.ts';
import { type Loss, OF_CLOSURE } from './columns.ts';
import { type CountedAt, OF_COUNTED } from './count-at.ts';
import { procedureOf } from './fitting.ts';

/**
 * What was reported lost in the closures of an instant, those of which anything was, in the order of mines and cycles. The days of a report are whole ones in
 * the zone of the closure; one that names no last day runs as long as the closure.
 */
export function lossesAt(
  { columns, closures: counted, point, at }: CountedAt,
  procedures: Procedures,
): ClosureLosses[] {
  const { closures, kinds, losses, mineIds } = columns;
  if (losses.size === 0) return [];
  const dayIn = daysOf(procedures);
  const found: ClosureLosses[] = [];
  for (let row = 0; row < counted.length; row += 1) {
    const reports = losses.get(counted.get(row, OF_COUNTED.mine));
    if (!reports) continue;
    const of = (column: number) => counted.get(row, column);
    const inClosure = (column: number) => closures.get(of(OF_COUNTED.closure), column);
    const since = inClosure(OF_CLOSURE.since);
    const end = inClosure(OF_CLOSURE.until);
    const until = end <= point.at ? end : Math.max(since, at);
    const kind = inClosure(OF_CLOSURE.kind);
    const procedure = procedureOf(columns, kind, of(OF_COUNTED.isCurrent) === 1, of(OF_COUNTED.standing));
    const day = dayIn(procedure);
    const within: CaseLoss[] = [];
    for (const loss of reports) {
      if (loss.occurred > point.at || loss.knownFrom > point.known || loss.knownTo <= point.known) continue;
      const { from, to } = loss.report;
      const begin = Math.max(since, day.start(from));
      const stop = to === undefined ? until : Math.min(until, day.end(to));
      if (stop > begin) within.push(lossBetween(loss, begin, stop));
    }
    if (within.length === 0) continue;
    found.push({
      mineId: mineIds[of(OF_COUNTED.mine)] ?? '',
      cycle: inClosure(OF_CLOSURE.cycle),
      campaignId: kinds.values[kind]?.campaign ?? null,
      losses: within,
    });
  }
  return found.sort((a, b) => compare(a.mineId, b.mineId) || a.cycle - b.cycle);
}

/** The first millisecond of a day, and the one after its last. */
interface DayOf {
  readonly start: (day: string) => number;
  readonly end: (day: string) => number;
}

function lossBetween({ report }: Loss, begin: number, end: number): CaseLoss {
  const { eventId, reportedAt, source, amountPerDay, approximate = false, unit, scope } = report;
  return { eventId, reportedAt, source, amountPerDay, approximate, unit, scope, from: begin, to: end };
}

/** Days by procedure. Reckoning in a zone takes long: days are remembered. */
function daysOf(procedures: Procedures): (procedure: string) => DayOf {
  const known = new Map<string, DayOf>();
  return (name) => {
    const held = known.get(name);
    if (held) return held;
    const { zone } = procedureNamed(procedures, name);
    const made = {
      start: remembering((day) => milliseconds(startOfDay(day, zone))),
      end: remembering((day) => milliseconds(endOfDay(day, zone)) + 1),
    };
    known.set(name, made);
    return made;
  };
}

function remembering(reckon: (day: string) => number): (day: string) => number {
  const known = new Map<string, number>();
  return (day) => {
    const instant = known.get(day) ?? reckon(day);
    known.set(day, instant);
    return instant;
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
