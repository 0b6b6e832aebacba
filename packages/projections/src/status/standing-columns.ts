import {
  deadlinesOf,
  type FoldedMine,
  isShut,
  milliseconds,
  mineStatus,
  nextDeadline,
  procedureName,
  statusOf,
  waitingApartFromRequests,
} from '@rectify/engine/rectification';
import type { SqlValue } from '../keyset.ts';

/** What lists filter and sort mines by, as columns. Instants in milliseconds; `due` is the last one of the due day, `needs` whether anything needs
 * anybody, apart from requests under four eyes. */
export const standingSchema = `
    name text not null,
    region text not null,
    status text not null,
    status_rank integer not null,
    state text not null,
    shut integer not null,
    waiting_on text not null,
    office text,
    assignee text,
    cycle integer not null,
    campaign text,
    procedure text not null,
    since integer,
    until integer,
    due integer,
    needs integer not null,
    changed integer not null,
    words text not null`;

/** The names of the columns in {@link standingSchema}, in their order. */
export const standingNames = [
  'name',
  'region',
  'status',
  'status_rank',
  'state',
  'shut',
  'waiting_on',
  'office',
  'assignee',
  'cycle',
  'campaign',
  'procedure',
  'since',
  'until',
  'due',
  'needs',
  'changed',
  'words',
] as const;

/** A mine's values for those columns. */
export type StandingColumns = Readonly<Record<(typeof standingNames)[number], SqlValue> & Record<'words', string>>;

/** A folded mine in columns, as if nothing had been requested under four eyes: whom it waits for and what is due are then its own. */
export function standingColumns(folded: FoldedMine): StandingColumns {
  const { value } = folded;
  const mine = Object.keys(folded.mine.approvals).length === 0 ? folded.mine : { ...folded.mine, approvals: {} };
  const status = statusOf(value.operation);
  const waiting = waitingApartFromRequests(value, mine);
  const deadlines = deadlinesOf(mine === folded.mine ? folded : { ...folded, mine });
  const next = nextDeadline(deadlines);
  return {
    name: searchable(mine.name),
    region: mine.region,
    status,
    status_rank: mineStatus.options.indexOf(status),
    state: value.operation,
    shut: isShut(value.operation) ? 1 : 0,
    waiting_on: waiting.party,
    office: waiting.office,
    assignee: mine.assignee,
    cycle: mine.cycle,
    campaign: mine.closure?.order?.campaignId ?? null,
    procedure: procedureName(mine.procedure),
    since: mine.closure && milliseconds(mine.closure.since),
    until: mine.closure?.until ? milliseconds(mine.closure.until) : null,
    due: next && milliseconds(next.dueAt),
    needs: isShut(value.operation) || deadlines.some(({ rule }) => rule !== 'appeal') ? 1 : 0,
    changed: milliseconds(folded.lastOccurredAt),
    words: searchable([mine.mineId, mine.name, mine.operator.name, mine.operator.id].join('\n')),
  };
}

/** Text as names are sorted and searched: whatever its case and width. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
