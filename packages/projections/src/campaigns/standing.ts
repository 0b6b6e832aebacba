import {
  type Closure,
  everyClosure,
  type FoldedMine,
  isShut,
  type PendingApproval,
  statusOf,
} from '@rectify/engine/rectification';
import { z } from 'zod';

/**
 * Where a mine stands in a campaign. `requested`: an order of the campaign waits for another person. `closed`, `inspected`, `licensed`:
 * shut by an order of the campaign. The others: how its last closure by the campaign ended.
 */
export const campaignStanding = z.enum([
  'requested',
  'closed',
  'inspected',
  'licensed',
  'reopened',
  'withdrawn',
  'quashed',
  'decommissioned',
]);

/** {@link campaignStanding} as a type. */
export type CampaignStanding = z.infer<typeof campaignStanding>;

/** Where a mine stands in each campaign that it has, or had, to do with by an order or the request for one. */
export function standingsOf({ mine, value }: FoldedMine): ReadonlyMap<string, CampaignStanding> {
  const standings = new Map<string, CampaignStanding>();
  for (const { order, outcome } of everyClosure(mine)) {
    const campaignId = order?.campaignId;
    if (outcome && campaignId !== undefined) standings.set(campaignId, outcome);
  }
  for (const request of Object.values(mine.approvals)) {
    const campaignId = request.event.type === 'ClosureOrdered' ? campaignNamedIn(request) : undefined;
    if (campaignId !== undefined) standings.set(campaignId, 'requested');
  }
  const current = isShut(value.operation) ? mine.closure?.order?.campaignId : undefined;
  if (current !== undefined) standings.set(current, campaignStanding.parse(statusOf(value.operation)));
  return standings;
}

/** The campaign that a request belongs to: the one it names, else the one that the mine is shut by. */
export function campaignOf(request: PendingApproval, closure: Closure | null): string | null {
  const current = closure?.until === null ? closure.order?.campaignId : undefined;
  return campaignNamedIn(request) ?? current ?? null;
}

function campaignNamedIn({ event: { data } }: PendingApproval): string | undefined {
  return typeof data.campaignId === 'string' ? data.campaignId : undefined;
}
