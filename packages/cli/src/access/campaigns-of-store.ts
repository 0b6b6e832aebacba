import {
  type ActNeeds,
  answerCampaign,
  answerOpening,
  type Caller,
  grantTogether,
  Problem,
  previewMany,
  previewTokens,
  startPreviewed,
} from '@rectify/api';
import {
  carryOutRun,
  createEngine,
  type EventStore,
  knownCampaign,
  openCampaign,
  sendCampaignEvent,
} from '@rectify/engine';
import {
  type CampaignReads,
  campaignQuery,
  describeRun,
  requestQuery,
  runQuery,
  startProjector,
  type Viewer,
  viewerOf,
} from '@rectify/projections';
import { allPages, PAGE_LIMIT } from './all-pages.ts';
import type { Beside } from './beside.ts';
import type { ReadingCampaigns, RunNamed, WritingCampaigns } from './campaigns.ts';
import type { Outside } from './outside.ts';
import { orRefused } from './refusal.ts';

/** Reads the campaigns in a store; `reads` folds its log. */
export function campaignsOfStore(
  reads: () => Promise<CampaignReads>,
  viewer: Viewer,
  newId: () => string,
): ReadingCampaigns {
  const found = <T>(work: (reads: CampaignReads) => T | undefined, what: string) =>
    orRefused(async () => {
      const answer = work(await reads());
      if (answer === undefined) throw notFound(what);
      return answer;
    }, newId);

  return {
    campaigns: async (state) => {
      const from = await reads();
      return allPages(async (cursor) => from.list(campaignQuery.parse({ state, limit: PAGE_LIMIT, cursor }), viewer));
    },
    campaign: (campaignId) => found((from) => from.campaign(campaignId, viewer), 'campaign'),
    report: async ({ campaignId, runId }, outcome) => {
      const page = (cursor?: string) =>
        found(
          (from) => from.run(campaignId, runId, runQuery.parse({ outcome, limit: PAGE_LIMIT, cursor }), viewer),
          'run in this campaign',
        );
      return { run: (await page()).run, items: await allPages(page) };
    },
    requests: (campaignId, approvalType) =>
      allPages((cursor) =>
        found(
          (from) => from.requests(campaignId, requestQuery.parse({ approvalType, limit: PAGE_LIMIT, cursor }), viewer),
          'campaign',
        ),
      ),
  };
}

/** Acts on the campaigns of a store that this process has opened, as the server would. */
export function campaigningInStore(
  store: EventStore,
  { readDatabase, signingKey }: Beside,
  { clock, newId }: Outside,
): WritingCampaigns {
  const engine = createEngine({ store, clock, newId });
  const needs = { store, engine, clock, newId };
  // Analysts, whose pseudonyms need a key, send nothing.
  const viewer = (caller: Caller) => viewerOf(caller, '');

  /** Does something that needs the read side, which is folded up to the present first. */
  async function acting<T>(work: (needs: ActNeeds) => Promise<T>): Promise<T> {
    const projector = startProjector({ store, file: readDatabase, isAlone: () => true });
    try {
      await projector.caughtUp();
      const tokens = previewTokens(signingKey());
      return await orRefused(() => work({ ...needs, projector, viewerOf: viewer, tokens }), newId);
    } finally {
      await projector.close();
    }
  }

  async function runNow({ campaignId, runId }: RunNamed, caller: Caller) {
    const campaign = (await knownCampaign(store, campaignId))?.campaign;
    const run = campaign?.runs.find((one) => one.runId === runId);
    if (!campaign || !run) throw notFound('run in this campaign');
    return describeRun(campaign, run, viewer(caller));
  }

  return {
    openCampaign: ({ data, ...when }, { caller, key = newId() }) =>
      orRefused(
        async () =>
          answerOpening(await openCampaign(needs, { data, ...when, person: caller, commandId: key }), viewer(caller)),
        newId,
      ),
    sendToCampaign: (campaignId, event, { caller, key = newId() }) =>
      orRefused(async () => {
        const outcome = await sendCampaignEvent(needs, { campaignId, ...event, person: caller, commandId: key });
        return answerCampaign(outcome, viewer(caller));
      }, newId),
    previewMany: (campaignId, sent, caller) => acting((acts) => previewMany(acts, campaignId, sent, caller)),
    startRun: async (campaignId, token, caller) =>
      (await acting((acts) => startPreviewed(acts, campaignId, token, caller))).answer,
    grantTogether: async (campaignId, sent, { caller, key = newId() }) =>
      (await acting((acts) => grantTogether(acts, campaignId, sent, { caller, key }))).answer,
    finish: (run, caller, onProgress) =>
      orRefused(async () => {
        await carryOutRun(needs, run, { onProgress });
        return runNow(run, caller);
      }, newId),
  };
}

function notFound(what: string): Problem {
  return new Problem('not-found', { detail: `There is no such ${what}.` });
}
