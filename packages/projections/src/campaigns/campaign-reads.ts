import { paged } from '../cursor.ts';
import type { Projector } from '../projector.ts';
import type { Viewer } from '../viewer.ts';
import type { CampaignInFull, CampaignList } from './campaign-answer.ts';
import type { CampaignQuery, RequestQuery, RunQuery } from './campaign-query.ts';
import type { UnfinishedRun } from './campaigns-table.ts';
import { describeRun } from './describe-campaign.ts';
import { campaignInFull, pageOfCampaigns } from './list-campaigns.ts';
import { pageOfRequests, totalOfRequests } from './list-requests.ts';
import { outcomesSoFar, pageOfCases } from './list-run-cases.ts';
import type { RequestList, RunReport } from './run-answer.ts';

/** What can be asked about campaigns. Answers are eventual, as those of `Reads`. Owners are not to ask. */
export interface CampaignReads {
  /** @throws InvalidCursor, ForeignCursor */
  list(query: CampaignQuery, viewer: Viewer): CampaignList;
  campaign(campaignId: string, viewer: Viewer): CampaignInFull | undefined;
  /** A run with a page of its cases. @throws InvalidCursor, ForeignCursor */
  run(campaignId: string, runId: string, query: RunQuery, viewer: Viewer): RunReport | undefined;
  /** The requests that wait in a campaign, by mine. @throws InvalidCursor, ForeignCursor */
  requests(campaignId: string, query: RequestQuery, viewer: Viewer): RequestList | undefined;
  /** The runs that were started and are not complete. */
  unfinishedRuns(): readonly UnfinishedRun[];
}

/** Reads what a projector folds of campaigns. */
export function campaignReadsOf({ database }: Pick<Projector, 'database'>): CampaignReads {
  /** Campaigns, their cases and requests are listed as they are: no instant holds for all pages. */
  const listed = (of: string, cursor: string | undefined) => paged({ store: database().storeId, of }, cursor, '');
  const position = () => database().position() ?? null;

  return {
    list({ limit, cursor, state }, viewer) {
      const { after, next } = listed('campaigns', cursor);
      const page = pageOfCampaigns(database(), { state, limit, after }, viewer);
      return { items: page.items, ...next(page.next), total: page.total, position: position() };
    },
    campaign: (campaignId, viewer) => {
      const found = database().campaigns.get(campaignId);
      return found && campaignInFull(database(), found, viewer);
    },
    run(campaignId, runId, { limit, cursor, outcome }, viewer) {
      const campaign = database().campaigns.get(campaignId)?.campaign;
      const run = campaign?.runs.find((one) => one.runId === runId);
      if (!campaign || !run) return undefined;
      const { after, next } = listed(`run/${runId}`, cursor);
      const page = pageOfCases(database(), runId, { outcome, limit, after });
      return {
        run: describeRun(campaign, run, viewer, outcomesSoFar(database())),
        items: page.items,
        ...next(page.next),
        total: page.total,
        position: position(),
      };
    },
    requests(campaignId, { limit, cursor, approvalType }, viewer) {
      if (!database().campaigns.get(campaignId)) return undefined;
      const { after, next } = listed(`requests/${campaignId}/${approvalType}`, cursor);
      const page = pageOfRequests(database(), { campaignId, approvalType, limit, after }, viewer);
      const total = totalOfRequests(database(), { campaignId, approvalType });
      return { items: page.items, ...next(page.next), total, position: position() };
    },
    unfinishedRuns: () => database().campaigns.unfinishedRuns(),
  };
}
