import { type Closure, everyClosure, type FoldedMine, type Mine, milliseconds } from '@rectify/engine/rectification';
import { FOREVER, type Held, holdExactly, type KnowledgeTable } from '../as-of/knowledge.ts';
import { lengthOf } from '../as-of/lengths.ts';
import type { SqlValue } from '../keyset.ts';
import { capacityBand } from './case-groups.ts';
import { groundsOf } from './cases-of-mine.ts';

/** How long a closure goes on, by its columns, each with `c` before it: until it ends, or that it does not is known no longer. See {@link lengthOf}. */
export function openFor(c: '' | 'c.'): string {
  return lengthOf(`${c}since`, `min(${c}known_to, coalesce(${c}until, ${FOREVER}))`, `${c}since > ${c}known_from`);
}

/**
 * Every closure cycle of every mine, as known when: on record as it says from `known_from` until `known_to`, exclusive. Instants in milliseconds; what
 * is not known to have ended has no `until`, and no duration is stored. `letter` is when a guarantee letter was first demanded, `power` since when a direction was in
 * force, `capacity` a band. What happened after an instant asked about is left out when asked.
 */
export const closuresSchema = `
  create table closures (
    mine_id text not null,
    cycle integer not null,
    known_from integer not null,
    known_to integer not null,
    event_id text not null,
    cause text not null,
    since integer not null,
    until integer,
    outcome text,
    campaign text,
    procedure text not null,
    grounds text,
    ordered_by text,
    origin text,
    letter integer,
    power integer,
    capacity text not null,
    primary key (mine_id, cycle, known_from)
  ) strict, without rowid;
  create index closures_since on closures (since, mine_id, cycle, known_from, known_to, campaign);
  create index closures_until on closures (until, mine_id, cycle);
  create index closures_open on closures (${openFor('')}, since, mine_id, cycle, known_from, known_to, until, campaign);
`;

const content = [
  'event_id',
  'cause',
  'since',
  'until',
  'outcome',
  'campaign',
  'procedure',
  'grounds',
  'ordered_by',
  'origin',
  'letter',
  'power',
  'capacity',
] as const;

type ClosureColumns = Readonly<Record<'cycle' | (typeof content)[number], SqlValue>>;

/** The table of {@link closuresSchema}. */
export const closures: KnowledgeTable = { table: 'closures', key: 'cycle', columns: content };

/** Holds, from `known` on (milliseconds), that a mine had the closures of `after`; `before` is what was held so far, if that is known. */
export function putClosures(held: Held, before: FoldedMine | undefined, after: FoldedMine, known: number): void {
  if (before && hasTheSameClosures(before.mine, after.mine)) return;
  const wanted = columnsOf(after);
  const had = before ? columnsOf(before) : undefined;
  if (had?.length === wanted.length && wanted.every((one, index) => saysTheSame(one, had[index]))) return;
  holdExactly(held, closures, wanted, known);
}

/** Whether two folds of a mine certainly have the same closures: nothing is written down where it is easily seen. */
function hasTheSameClosures(before: Mine, after: Mine): boolean {
  return (
    before.closure === after.closure &&
    before.earlierClosures === after.earlierClosures &&
    before.origin === after.origin &&
    before.capacity === after.capacity
  );
}

function columnsOf({ mine }: FoldedMine): ClosureColumns[] {
  return everyClosure(mine).map((closure) => closureColumns(closure, mine));
}

function closureColumns(closure: Closure, mine: Mine): ClosureColumns {
  const instant = (at: string | null) => (at === null ? null : milliseconds(at));
  return {
    cycle: closure.cycle,
    event_id: closure.eventId,
    cause: closure.cause,
    since: milliseconds(closure.since),
    until: instant(closure.until),
    outcome: closure.outcome,
    campaign: closure.order?.campaignId ?? null,
    procedure: closure.procedure,
    grounds: groundsOf(closure),
    ordered_by: closure.orderedBy,
    origin: mine.origin?.region ?? null,
    letter: instant(closure.letterDemandedAt),
    power: instant(closure.powerDirectedAt),
    capacity: capacityBand(mine.capacity),
  };
}

function saysTheSame(columns: ClosureColumns, row: Readonly<Record<string, SqlValue>> | undefined): boolean {
  return content.every((name) => columns[name] === row?.[name]);
}
