import { eventTypes, type Target } from '@rectify/engine/rectification';
import { z } from 'zod';
import { type PlacedRow, pageOf, sql, totalOf } from '../keyset.ts';
import type { ReadDatabase } from '../read-database.ts';
import { approvalFor, type Viewer } from '../viewer.ts';
import type { RequestList } from './run-answer.ts';

/** Which requests are meant: those for one type of event, in one campaign. */
export interface RequestsMeant {
  readonly campaignId: string;
  readonly approvalType: string;
}

const targetColumns = z.object({ mine_id: z.string(), approval_id: z.string() });
const eventType = z.enum(eventTypes);

/** A page of the requests that wait, by mine, after a place in that order. */
export function pageOfRequests(
  { db, mines }: ReadDatabase,
  {
    limit,
    after,
    ...meant
  }: RequestsMeant & { readonly limit: number; readonly after: PlacedRow['place'] | undefined },
  viewer: Viewer,
): { readonly items: RequestList['items']; readonly next?: PlacedRow['place'] } {
  const listing = {
    columns: 'p.mine_id, p.approval_id',
    from: sql('pending_requests p'),
    where: requests(meant),
    sortKey: sql('p.mine_id'),
    descending: false,
    ties: ['p.mine_id', 'p.approval_id'],
  };
  const rows = pageOf(db, listing, after, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.flatMap(({ row }) => {
      const { mine_id, approval_id: approvalId } = targetColumns.parse(row);
      const mine = mines.get(mine_id)?.mine;
      const request = mine?.approvals[approvalId];
      if (!mine || !request) return [];
      const { event, requestedBy, requestedAt, granters } = approvalFor(viewer, request);
      const { mineId, name, region } = mine;
      const type = eventType.parse(event.type);
      return [{ mineId, name, region, approvalId, type, requestedBy, requestedAt, granters: [...granters] }];
    }),
    ...(rows.length > limit && { next: shown.at(-1)?.place }),
  };
}

/** How many requests wait. */
export function totalOfRequests({ db }: ReadDatabase, meant: RequestsMeant): number {
  return totalOf(db, { from: sql('pending_requests p'), where: requests(meant) });
}

/** All requests that wait but for those of some mines, by mine, read at one moment. */
export function* requestTargets(
  { db }: ReadDatabase,
  { campaignId, approvalType }: RequestsMeant,
  excluded: readonly string[],
): Generator<Target> {
  const left = new Set(excluded);
  const rows = db
    .prepare(
      `select mine_id, approval_id from pending_requests
       where campaign_id = ? and type = ? order by mine_id, approval_id`,
    )
    .iterate(campaignId, approvalType);
  for (const row of rows) {
    const { mine_id: mineId, approval_id: approvalId } = targetColumns.parse(row);
    if (!left.has(mineId)) yield { mineId, approvalId };
  }
}

function requests({ campaignId, approvalType }: RequestsMeant) {
  return sql('p.campaign_id = ? and p.type = ?', campaignId, approvalType);
}
