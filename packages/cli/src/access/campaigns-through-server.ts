import { setTimeout as pause } from 'node:timers/promises';
import { type Caller, campaignStored, previewAnswer, startedAnswer } from '@rectify/api';
import { campaignInFull, campaignList, requestList, runReport } from '@rectify/projections';
import type { z } from 'zod';
import type { Act } from './act.ts';
import { allPages, PAGE_LIMIT } from './all-pages.ts';
import type { ReadingCampaigns, RunNamed, WritingCampaigns } from './campaigns.ts';
import { type HttpAnswer, type HttpRequest, inShape } from './http.ts';

/** How often a run is asked how far it is, in milliseconds. */
const BETWEEN = 250;

/** What campaigns need of a server. */
export interface Asking {
  readonly askAs: (caller: Caller, request: Omit<HttpRequest, 'token'>) => Promise<HttpAnswer>;
  readonly reader: Caller;
}

/** Reads campaigns and acts on them through a running server. */
export function campaignsThroughServer({ askAs, reader }: Asking): ReadingCampaigns & WritingCampaigns {
  const read = async <S extends z.ZodType>(path: string, query: HttpRequest['query'], schema: S) =>
    inShape(await askAs(reader, { method: 'GET', path, ...(query && { query }) }), schema);

  const post = async <S extends z.ZodType>(path: string, body: object, { caller, key }: Act, schema: S) =>
    inShape(await askAs(caller, { method: 'POST', path, body, headers: { 'Idempotency-Key': key } }), schema);

  return {
    campaigns: (state) =>
      allPages((cursor) => read('/v1/campaigns', { state, limit: PAGE_LIMIT, cursor }, campaignList)),
    campaign: (campaignId) => read(pathOf(campaignId), undefined, campaignInFull),
    report: async (run, outcome) => {
      const page = (cursor?: string) => read(pathOfRun(run), { outcome, limit: PAGE_LIMIT, cursor }, runReport);
      return { run: (await page()).run, items: await allPages(page) };
    },
    requests: (campaignId, approvalType) =>
      allPages((cursor) =>
        read(`${pathOf(campaignId)}/requests`, { approvalType, limit: PAGE_LIMIT, cursor }, requestList),
      ),
    openCampaign: ({ data, ...when }, act) => post('/v1/campaigns', { ...data, ...when }, act, campaignStored),
    sendToCampaign: (campaignId, event, act) => post(`${pathOf(campaignId)}/events`, event, act, campaignStored),
    previewMany: (campaignId, sent, caller) =>
      post(`${pathOf(campaignId)}/preview`, sent, { caller, key: undefined }, previewAnswer),
    startRun: (campaignId, token, caller) =>
      post(`${pathOf(campaignId)}/runs`, { token }, { caller, key: undefined }, startedAnswer),
    grantTogether: (campaignId, sent, act) => post(`${pathOf(campaignId)}/grants`, sent, act, startedAnswer),
    async finish(run, caller, onProgress) {
      for (;;) {
        const answer = await askAs(caller, { method: 'GET', path: pathOfRun(run), query: { limit: '1' } });
        const { run: now } = inShape(answer, runReport);
        if (now.completedAt !== null) return now;
        onProgress(now.count - now.outcomes.waiting);
        await pause(BETWEEN);
      }
    },
  };
}

function pathOf(campaignId: string): string {
  return `/v1/campaigns/${encodeURIComponent(campaignId)}`;
}

function pathOfRun({ campaignId, runId }: RunNamed): string {
  return `${pathOf(campaignId)}/runs/${encodeURIComponent(runId)}`;
}
