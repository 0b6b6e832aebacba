import { requestList, requestQuery, runQuery, runReport } from '@rectify/projections';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { previewAnswer, startedAnswer } from '../campaigns/preview-answer.ts';
import { previewTokens } from '../campaigns/preview-token.ts';
import { previewMany } from '../campaigns/previewing.ts';
import { noSuchCampaign } from '../campaigns/problem.ts';
import { grantedTogether, previewed, startedRun } from '../campaigns/sent-to-many.ts';
import { grantTogether, type Started, startPreviewed } from '../campaigns/starting-runs.ts';
import type { Operation } from '../openapi/operation.ts';
import { Problem } from '../problems.ts';
import { actOf } from '../requests/act.ts';
import { checked } from '../requests/checked.ts';
import { parseJson, textOf } from '../requests/json.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInCall, SignedInHandlers } from './handlers.ts';

/** How long the start of a run is held back for the read side, in milliseconds. */
const PATIENCE = 3_000;

type Runs = 'previewCampaign' | 'startRun' | 'readRun' | 'listRequests' | 'grantTogether';

/** The routes by which something is done to many mines of a campaign at once: look, start, follow. */
export function runRoutes(needs: AppNeeds): Pick<SignedInHandlers, Runs> {
  const { campaigns, projector, readSide, viewerOf, runner } = needs;
  const acting = { ...needs, tokens: previewTokens(needs.tokenKey) };

  /** Answers when the run can be read here, so that its address leads somewhere; a read side that is behind delays it no longer than that. */
  async function begin({ response }: SignedInCall, { answer, position }: Started): Promise<void> {
    const { campaignId, runId } = answer.run;
    runner.begin({ campaignId, runId });
    await projector.waitFor(position, AbortSignal.timeout(PATIENCE)).catch(() => undefined);
    response.location(`/v1/campaigns/${encodeURIComponent(campaignId)}/runs/${runId}`);
    writeJson(response, answer, { status: 202, position });
  }

  return {
    previewCampaign: async (call) => {
      const sent = checked(previewed, parseJson(textOf(call.request)));
      const answer = await previewMany(acting, campaignIn(call), sent, call.caller);
      writeJson(call.response, answer, { position: answer.position });
    },
    startRun: async (call) => {
      const { token } = checked(startedRun, parseJson(textOf(call.request)));
      await begin(call, await startPreviewed(acting, campaignIn(call), token, call.caller));
    },
    grantTogether: async (call) => {
      const sent = checked(grantedTogether, parseJson(textOf(call.request)));
      const { commandId: key } = actOf(call, needs.newId);
      await begin(call, await grantTogether(acting, campaignIn(call), sent, { caller: call.caller, key }));
    },
    readRun: async (call) => {
      const query = readQuery(call.request, runQuery);
      await readSide.meet(call.request, call.response);
      const runId = String(call.request.params.runId);
      const report = campaigns.run(campaignIn(call), runId, query, viewerOf(call.caller));
      if (!report) throw new Problem('not-found', { detail: 'There is no such run in this campaign.' });
      writeJson(call.response, report, { position: report.position });
    },
    listRequests: async (call) => {
      const query = readQuery(call.request, requestQuery);
      await readSide.meet(call.request, call.response);
      const list = campaigns.requests(campaignIn(call), query, viewerOf(call.caller));
      if (!list) throw noSuchCampaign();
      writeJson(call.response, list, { position: list.position });
    },
  };
}

function campaignIn({ request }: SignedInCall): string {
  return String(request.params.campaignId);
}

const begun = { description: 'The run is under way; its address is in `Location`', schema: startedAnswer };

/** What the documentation says of {@link runRoutes}. */
export const runOperations: Readonly<Record<Runs, Operation>> = {
  previewCampaign: {
    tag: 'Campaigns',
    summary: 'See what a bulk action would come to',
    description:
      'Takes the filters of the list of mines and the event to send to each. Answers how many mines are selected and what would become of them, a page of the cases, and a token to do exactly that. With `cursor`, a further page of cases alone, as they are by then.',
    body: previewed,
    answers: { 200: { description: 'What it would come to', schema: previewAnswer } },
    problems: ['not-found', 'illegal-transition', 'invalid', 'unknown-event-type', 'other-store', 'not-yet-known'],
  },
  startRun: {
    tag: 'Campaigns',
    summary: 'Do what was previewed',
    description:
      'Selects again and refuses if a case has entered or left, or would come to something else, since. Otherwise one command goes to each mine, once, also across a crash. The same token is the same run.',
    body: startedRun,
    answers: { 202: begun },
    problems: ['not-found', 'illegal-transition', 'condition-not-met', 'selection-changed', 'invalid', 'not-yet-known'],
  },
  readRun: {
    tag: 'Campaigns',
    summary: 'Follow a run',
    description: 'How far it has come, and what became of each case so far.',
    query: runQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The run with a page of its cases', schema: runReport } },
    problems: ['not-found', 'other-store', 'not-yet-known'],
  },
  listRequests: {
    tag: 'Campaigns',
    summary: 'List the requests that wait in a campaign',
    description: 'What `POST /v1/campaigns/{campaignId}/grants` would grant, by mine.',
    query: requestQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of requests', schema: requestList } },
    problems: ['not-found', 'other-store', 'not-yet-known'],
  },
  grantTogether: {
    tag: 'Campaigns',
    summary: 'Grant requests together',
    description:
      'Grants every request that waits in the campaign but for those left out, each as one of so many, if they are as many as expected. What the caller may not grant is reported as refused. With an Idempotency-Key the same sent again is the same run.',
    headers: ['Idempotency-Key'],
    body: grantedTogether,
    answers: { 202: begun },
    problems: [
      'not-found',
      'illegal-transition',
      'condition-not-met',
      'selection-changed',
      'invalid',
      'key-reused',
      'not-yet-known',
    ],
  },
};
