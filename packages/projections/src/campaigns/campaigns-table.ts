import type { DatabaseSync } from 'node:sqlite';
import type { Campaign, CampaignFact, RunFact } from '@rectify/engine';
import { applyToCampaign } from '@rectify/engine/folding';
import { type FoldedMine, milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import { type CampaignStanding, campaignOf, standingsOf } from './standing.ts';

/**
 * Campaigns as text; the mines that each was aimed at (`targeted`) or has to do with (`standing`); the cases of runs with what became of
 * them, in their order; and the requests under four eyes that wait. Instants are in milliseconds.
 */
export const campaignsSchema = `
  create table campaigns (
    campaign_id text primary key,
    state text not null,
    opened integer not null,
    folded text not null
  ) strict, without rowid;
  create index campaigns_opened on campaigns (opened, campaign_id);
  create table campaign_mines (
    campaign_id text not null,
    mine_id text not null,
    targeted integer not null default 0,
    standing text,
    primary key (campaign_id, mine_id)
  ) strict, without rowid;
  create index campaign_mines_standing on campaign_mines (campaign_id, standing, targeted);
  create index campaign_mines_mine on campaign_mines (mine_id);
  create table run_cases (
    run_id text not null,
    place integer not null,
    mine_id text not null,
    outcome text not null,
    report text not null,
    primary key (run_id, place)
  ) strict, without rowid;
  create index run_cases_outcome on run_cases (run_id, outcome, place);
  create table pending_requests (
    mine_id text not null,
    approval_id text not null,
    type text not null,
    campaign_id text,
    primary key (mine_id, approval_id)
  ) strict, without rowid;
  create index pending_requests_campaign on pending_requests (campaign_id, type, mine_id, approval_id);
`;

const foldedColumn = z.object({ folded: z.string() });
const reportedColumn = z.object({ reported: z.int() });

/** A campaign as folded, and the position of its last event. */
export interface StoredCampaign {
  readonly campaign: Campaign;
  readonly position: string;
}

/** A run that is not complete, and how many of its cases are reported. */
export interface UnfinishedRun {
  readonly campaignId: string;
  readonly runId: string;
  readonly reported: number;
}

/** The campaigns in a read database. */
export interface CampaignsTable {
  get(campaignId: string): StoredCampaign | undefined;
  /** The runs that were started and are not complete. */
  unfinishedRuns(): readonly UnfinishedRun[];
  /** Folds one more event of a campaign. */
  add(fact: CampaignFact): void;
  /** Folds one more event of a run: its cases, or what became of them. */
  addToRun(fact: RunFact): void;
  /** Puts what a mine has to do with campaigns, as {@link campaignsOfMine} says, in the place of what it had. */
  putMine(mineId: string, campaigns: CampaignsOfMine): void;
}

/** What a mine has to do with campaigns. */
export interface CampaignsOfMine {
  /** Where it stands in each. */
  readonly standings: readonly (readonly [campaignId: string, standing: CampaignStanding])[];
  /** The requests under four eyes that wait. */
  readonly requests: readonly (readonly [approvalId: string, type: string, campaignId: string | null])[];
}

/** What a mine has to do with campaigns. */
export function campaignsOfMine(folded: FoldedMine): CampaignsOfMine {
  const { approvals, closure } = folded.mine;
  return {
    standings: [...standingsOf(folded)],
    requests: Object.values(approvals).map((request) => [
      request.approvalId,
      request.event.type,
      campaignOf(request, closure),
    ]),
  };
}

/** The campaigns table of a database that has {@link campaignsSchema}. */
export function campaignsTable(db: DatabaseSync): CampaignsTable {
  const get = db.prepare('select folded from campaigns where campaign_id = ?');
  const open = db.prepare("select folded from campaigns where state = 'open'");
  const put = db.prepare('insert or replace into campaigns (campaign_id, state, opened, folded) values (?, ?, ?, ?)');
  const aimAt = db.prepare(
    `insert into campaign_mines (campaign_id, mine_id, targeted) select distinct ?, mine_id, 1 from run_cases where run_id = ?
     on conflict (campaign_id, mine_id) do update set targeted = 1`,
  );
  const listCase = db.prepare(
    "insert or replace into run_cases (run_id, place, mine_id, outcome, report) values (?, ?, ?, 'waiting', ?)",
  );
  const reportCase = db.prepare('update run_cases set outcome = ?, report = ? where run_id = ? and place = ?');
  const countReported = db.prepare(
    "select count(*) as reported from run_cases where run_id = ? and outcome <> 'waiting'",
  );
  const hadStanding = db.prepare('update campaign_mines set standing = null where mine_id = ?');
  const putStanding = db.prepare(
    `insert into campaign_mines (campaign_id, mine_id, standing) values (?, ?, ?)
     on conflict (campaign_id, mine_id) do update set standing = excluded.standing`,
  );
  const forgetMine = db.prepare('delete from campaign_mines where mine_id = ? and targeted = 0 and standing is null');
  const clearRequests = db.prepare('delete from pending_requests where mine_id = ?');
  const putRequest = db.prepare(
    'insert into pending_requests (mine_id, approval_id, type, campaign_id) values (?, ?, ?, ?)',
  );

  function read(campaignId: string): StoredCampaign | undefined {
    const found = get.get(campaignId);
    return found && campaignIn(found);
  }

  const reportedCases = (runId: string) => reportedColumn.parse(countReported.get(runId)).reported;

  return {
    get: read,
    unfinishedRuns: () =>
      open.all().flatMap((row) => {
        const { campaignId, runs } = campaignIn(row).campaign;
        const unfinished = runs.filter(({ completedAt }) => completedAt === null);
        return unfinished.map(({ runId }) => ({ campaignId, runId, reported: reportedCases(runId) }));
      }),
    add(fact) {
      const campaign = applyToCampaign(read(fact.campaignId)?.campaign, fact);
      if (!campaign) return;
      const kept: StoredCampaign = { campaign, position: fact.position };
      const state = campaign.closed === null ? 'open' : 'closed';
      put.run(campaign.campaignId, state, milliseconds(campaign.openedAt), JSON.stringify(kept));
      if (fact.type === 'CampaignRunStarted' && fact.data.act.kind === 'event')
        aimAt.run(campaign.campaignId, fact.data.runId);
    },
    addToRun({ type, data }) {
      if (type === 'RunTargetsListed')
        for (const [index, target] of data.targets.entries())
          listCase.run(data.runId, data.from + index, target.mineId, JSON.stringify(target));
      else
        for (const [index, report] of data.cases.entries())
          reportCase.run(report.outcome, JSON.stringify(report), data.runId, data.from + index);
    },
    putMine(mineId, { standings, requests }) {
      hadStanding.run(mineId);
      for (const [campaignId, standing] of standings) putStanding.run(campaignId, mineId, standing);
      forgetMine.run(mineId);
      clearRequests.run(mineId);
      for (const request of requests) putRequest.run(mineId, ...request);
    },
  };
}

/** The campaign in a row that has the column `folded`. It is not checked again, as folded mines are not. */
export function campaignIn(row: unknown): StoredCampaign {
  return JSON.parse(foldedColumn.parse(row).folded);
}
