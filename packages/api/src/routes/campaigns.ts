import { openCampaign, sendCampaignEvent } from '@rectify/engine';
import { campaignInFull, campaignList, campaignQuery } from '@rectify/projections';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { answerCampaign, answerOpening, campaignStored } from '../campaigns/campaign-outcome.ts';
import { noSuchCampaign } from '../campaigns/problem.ts';
import type { Operation } from '../openapi/operation.ts';
import { actOf } from '../requests/act.ts';
import { checked } from '../requests/checked.ts';
import { parseJson, textOf } from '../requests/json.ts';
import { readQuery } from '../requests/query.ts';
import { opening, sentEvent, sentOpening } from '../requests/sent.ts';
import type { SignedInHandlers } from './handlers.ts';

type Campaigns = 'openCampaign' | 'listCampaigns' | 'readCampaign' | 'sendCampaignEvent';

/** The routes of campaigns as such; what is done in them to many mines at once is in `runs.ts`. */
export function campaignRoutes(needs: AppNeeds): Pick<SignedInHandlers, Campaigns> {
  const { campaigns, projector, readSide, viewerOf } = needs;

  return {
    openCampaign: async (call) => {
      const { occurredAt, occurredAtPrecision, source, ...data } = checked(
        sentOpening,
        parseJson(textOf(call.request)),
      );
      const outcome = await openCampaign(needs, {
        ...actOf(call, needs.newId),
        data,
        occurredAt,
        occurredAtPrecision,
        source,
      });
      const stored = answerOpening(outcome, viewerOf(call.caller));
      call.response.location(`/v1/campaigns/${encodeURIComponent(stored.campaign.campaignId)}`);
      writeJson(call.response, stored, { status: 201, position: stored.event.position });
    },
    sendCampaignEvent: async (call) => {
      const campaignId = String(call.request.params.campaignId);
      const event = checked(sentEvent, parseJson(textOf(call.request)));
      const outcome = await sendCampaignEvent(needs, { ...actOf(call, needs.newId), campaignId, ...event });
      const stored = answerCampaign(outcome, viewerOf(call.caller));
      writeJson(call.response, stored, { status: 201, position: stored.event.position });
    },
    listCampaigns: async ({ request, response, caller }) => {
      const query = readQuery(request, campaignQuery);
      await readSide.meet(request, response);
      const list = campaigns.list(query, viewerOf(caller));
      writeJson(response, list, { position: list.position });
    },
    readCampaign: async ({ request, response, caller }) => {
      await readSide.meet(request, response);
      const campaign = campaigns.campaign(String(request.params.campaignId), viewerOf(caller));
      if (!campaign) throw noSuchCampaign();
      writeJson(response, campaign, { position: projector.state().position });
    },
  };
}

const stored = { description: 'Stored, durably', schema: campaignStored };

/** What the documentation says of {@link campaignRoutes}. */
export const campaignOperations: Readonly<Record<Campaigns, Operation>> = {
  openCampaign: {
    tag: 'Campaigns',
    summary: 'Open a campaign',
    description: 'Without a `campaignId` one is made from the caller and the Idempotency-Key.',
    headers: ['Idempotency-Key'],
    body: opening,
    answers: { 201: stored },
    problems: ['invalid', 'key-reused', 'conflict'],
  },
  listCampaigns: {
    tag: 'Campaigns',
    summary: 'List campaigns, the latest first',
    query: campaignQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of campaigns', schema: campaignList } },
    problems: ['other-store', 'not-yet-known'],
  },
  readCampaign: {
    tag: 'Campaigns',
    summary: 'Read one campaign',
    description: 'With where its mines stand, in all and region by region, and its runs.',
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The campaign', schema: campaignInFull } },
    problems: ['not-found', 'other-store', 'not-yet-known'],
  },
  sendCampaignEvent: {
    tag: 'Campaigns',
    summary: 'Extend or close a campaign',
    description:
      '`CampaignExtended` with `{ regions?, until?, reason }`, `CampaignClosed` with `{ reason }`. With an Idempotency-Key the same event sent again has one effect.',
    headers: ['Idempotency-Key'],
    body: sentEvent,
    answers: { 201: stored },
    problems: ['not-found', 'illegal-transition', 'condition-not-met', 'invalid', 'unknown-event-type', 'key-reused'],
  },
};
