import { effectiveHistory, type Fact, isKnowledgeEvent, milliseconds } from '@rectify/engine/rectification';
import { paged } from '../cursor.ts';
import { about } from '../instants.ts';
import type { ReadDatabase } from '../read-database.ts';
import type { Asking } from '../reads.ts';
import { learntIn } from '../timeline/recording.ts';
import { foldFor, isTheirsNow, type Viewer, visibleFacts } from '../viewer.ts';
import type { ChangeKind } from './change-kind.ts';
import { type ChangeFilters, changedMines } from './changed-mines.ts';
import type { ChangesAnswer } from './changes-answer.ts';
import type { ChangesQuery } from './changes-query.ts';
import { type Changed, describeChange } from './describe-change.ts';
import { kindsOf } from './kinds-of.ts';
import { type Period, periodOf } from './period.ts';

type Page = Pick<ChangesAnswer, 'items' | 'total' | 'counts'> & { readonly more: boolean };

/**
 * A page of the mines that changed in a period, in the order of their ids. All pages of a list are about one period.
 * @throws InvalidCursor, ForeignCursor
 */
export function listChanges(database: ReadDatabase, query: ChangesQuery, { viewer, now }: Asking): ChangesAnswer {
  const { cursor, limit, ...question } = query;
  const list = paged({ store: database.storeId, of: `changes/${JSON.stringify(question)}` }, cursor, now);
  const period = periodOf(query, list.now);
  const { items, total, counts, more } =
    viewer.kind === 'owner'
      ? pageOfOwner(database, viewer.mines, period, query, list.after, viewer)
      : pageOfAll(database, period, query, list.after, viewer);
  const last = items.at(-1)?.mineId;
  return {
    axis: period.axis,
    before: period.before,
    after: period.after,
    items,
    ...list.next(more && last !== undefined ? [last, last] : undefined),
    total,
    counts,
    ...about(database.position() ?? null, { ...period.after, now: list.now }),
  };
}

type After = Parameters<ReturnType<typeof changedMines>['page']>[0];

function pageOfAll(
  { db, facts }: ReadDatabase,
  period: Period,
  { limit, ...filters }: ChangesQuery,
  after: After,
  viewer: Viewer,
): Page {
  const mines = changedMines(db, period, filters);
  const found = mines.page(after, limit + 1);
  const items = found.slice(0, limit).map(({ mineId, kinds }) => {
    const changed = changedIn(facts.ofMine(mineId), period, viewer);
    if (!changed) throw new Error(`The mine ${mineId} has a version at an instant at which it does not fold.`);
    return describeChange({ ...changed, kinds }, period, viewer);
  });
  return { items, ...mines.count(), more: found.length > limit };
}

/** What owners may see is another history than the tables have: their few mines are folded. */
function pageOfOwner(
  { facts }: ReadDatabase,
  mines: readonly string[],
  period: Period,
  { limit, ...filters }: ChangesQuery,
  after: After,
  viewer: Viewer,
): Page {
  const changed = mines.toSorted().flatMap((mineId) => {
    const all = facts.ofMine(mineId);
    const one = isTheirsNow(viewer, all) ? changedIn(all, period, viewer) : undefined;
    return one && isTouched(one, period) && fits(one, filters) ? [one] : [];
  });
  const wanted = changed.filter(({ kinds }) => !filters.kind || filters.kind.some((kind) => kinds.includes(kind)));
  const rest = wanted.filter(({ after: { mine } }) => after === undefined || mine.mineId > String(after[0]));
  return {
    items: rest.slice(0, limit).map((one) => describeChange(one, period, viewer)),
    total: wanted.length,
    counts: countsOf(changed.map(({ kinds }) => kinds)),
    more: rest.length > limit,
  };
}

/** A mine before and after a period as a viewer may know it; undefined where there is none after it. */
function changedIn(all: readonly Fact[], period: Period, viewer: Viewer): Changed | undefined {
  const after = foldFor(viewer, all, period.after);
  if (!after) return undefined;
  const before = foldFor(viewer, all, period.before);
  const facts = visibleFacts(viewer, all);
  const { axis, from, to } = period;
  const until = milliseconds(period.after.asOf);
  const learnt = axis === 'knowledge' ? learntIn(facts, { from, to, until, requests: true }) : [];
  return { before, after, kinds: kindsOf(before, after, learnt), facts, learnt };
}

function isTouched({ facts, learnt }: Changed, { axis, from, after }: Period): boolean {
  if (axis === 'knowledge') return learnt.length > 0;
  return effectiveHistory(facts, after).some(
    ({ fact }) => !isKnowledgeEvent(fact.type) && milliseconds(fact.occurredAt) > from,
  );
}

function fits({ after: { mine } }: Changed, { region, campaign }: ChangeFilters): boolean {
  const campaignId = mine.closure?.order?.campaignId;
  return (
    (!region || region.includes(mine.region)) &&
    (!campaign || (campaignId !== undefined && campaign.includes(campaignId)))
  );
}

function countsOf(all: readonly (readonly ChangeKind[])[]): ChangesAnswer['counts'] {
  const count = (kind: ChangeKind) => all.filter((kinds) => kinds.includes(kind)).length;
  return {
    registered: count('registered'),
    closed: count('closed'),
    reopened: count('reopened'),
    withdrawn: count('withdrawn'),
    quashed: count('quashed'),
    decommissioned: count('decommissioned'),
    moved: count('moved'),
    corrected: count('corrected'),
    backdated: count('backdated'),
    other: count('other'),
  };
}
