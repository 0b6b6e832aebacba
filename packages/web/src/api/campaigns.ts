import type { CampaignOpened, EventType } from '@rectify/engine/rectification';
import type {
  CampaignInFull,
  CampaignList,
  ForeseenCase,
  ForeseenTally,
  RequestList,
  RunAnswer,
  RunReport,
} from '@rectify/projections/answers';
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { allPages } from './all-pages.ts';
import type { MineCounts } from './answers.ts';
import { type Query, request } from './client.ts';

/** An event that is sent to many mines. */
export interface EventForMany {
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A page of the cases that a bulk action is about. */
interface ForeseenPage {
  readonly items: readonly ForeseenCase[];
  readonly next?: string;
}

/** What a bulk action would come to, with the first of its cases. */
export interface PreviewOfMany extends ForeseenTally, ForeseenPage {
  /** To do exactly this; null where no mine is selected. */
  readonly token: string | null;
}

/** The groups that cases of a preview fall into. */
export type Foreseen = ForeseenCase['outcome'];

const campaignsKey = ['campaigns'] as const;
const pathOf = (campaignId: string) => `/v1/campaigns/${encodeURIComponent(campaignId)}`;

/** How often a run that is under way is asked about, in milliseconds. */
const LOOK = 1_000;

/** Campaigns, the latest first, page after page. */
export function useCampaigns({ enabled = true }: { readonly enabled?: boolean } = {}) {
  return useInfiniteQuery({
    queryKey: [...campaignsKey, 'list'],
    queryFn: ({ signal, pageParam }) =>
      request<CampaignList>('GET', '/v1/campaigns', { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    enabled,
  });
}

/** All campaigns, the latest first. */
export function useAllCampaigns({ enabled }: { readonly enabled: boolean }) {
  return useQuery({
    queryKey: [...campaignsKey, 'all'],
    queryFn: ({ signal }) =>
      allPages((cursor) => request<CampaignList>('GET', '/v1/campaigns', { query: { limit: 500, cursor }, signal })),
    enabled,
  });
}

/** Campaigns that mines can be acted on in now, the latest first. */
export function useOpenCampaigns() {
  return useQuery({
    queryKey: [...campaignsKey, 'open'],
    queryFn: ({ signal }) =>
      request<CampaignList>('GET', '/v1/campaigns', { query: { state: 'open', limit: 100 }, signal }),
  });
}

/** How many mines run now, in each region too: those that can be ordered closed. */
export function useRunningMines() {
  return useQuery({
    queryKey: ['mines', 'running'],
    queryFn: ({ signal }) =>
      request<MineCounts>('GET', '/v1/mine-counts', { query: { status: 'operating,reopened' }, signal }),
  });
}

/** What campaigns are called, each asked for by its id and remembered; those that nobody can tell are not among them. */
export function useNamesOfCampaigns(campaignIds: readonly string[]) {
  return useQuery({
    queryKey: [...campaignsKey, 'names', ...campaignIds],
    queryFn: async ({ client }) => {
      const answers = await Promise.allSettled(campaignIds.map((id) => client.ensureQueryData(campaignQuery(id))));
      return new Map(
        answers.flatMap((answer) =>
          answer.status === 'fulfilled' ? [[answer.value.campaignId, answer.value.name]] : [],
        ),
      );
    },
    enabled: campaignIds.length > 0,
    placeholderData: keepPreviousData,
  });
}

function campaignQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...campaignsKey, campaignId],
    queryFn: ({ signal }) => request<CampaignInFull>('GET', pathOf(campaignId), { signal }),
  });
}

/** One campaign with where its mines stand; asked again while a run is under way. */
export function useCampaign(campaignId: string) {
  return useQuery({
    ...campaignQuery(campaignId),
    refetchInterval: ({ state }) => (state.data?.runs.some(isUnderWay) ? LOOK : false),
  });
}

/** Whether cases of a run are still to come. */
export function isUnderWay({ completedAt }: RunAnswer): boolean {
  return completedAt === null;
}

/** A page of the cases of a run; asked again while it is under way. */
export function useRun(campaignId: string, runId: string, query: Query) {
  return useQuery({
    queryKey: [...campaignsKey, campaignId, 'runs', runId, query],
    queryFn: ({ signal }) =>
      request<RunReport>('GET', `${pathOf(campaignId)}/runs/${encodeURIComponent(runId)}`, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.run) ? LOOK : false),
  });
}

/** All cases of a run, page after page, for a report. */
export function allCasesOf(campaignId: string, runId: string): Promise<RunReport['items']> {
  const path = `${pathOf(campaignId)}/runs/${encodeURIComponent(runId)}`;
  return allPages((cursor) => request<RunReport>('GET', path, { query: { limit: 500, cursor } }));
}

/** The orders of a campaign that wait for a second person. */
export function useRequests(campaignId: string) {
  return useQuery({
    queryKey: [...campaignsKey, campaignId, 'requests'],
    queryFn: ({ signal }) =>
      request<RequestList>('GET', `${pathOf(campaignId)}/requests`, { query: { limit: 500 }, signal }),
  });
}

/** Opens a campaign; `key` names the act. */
export function useOpenCampaign() {
  return useCampaignAct(({ key, ...data }: Omit<CampaignOpened, 'campaignId'> & { readonly key: string }) =>
    request<{ readonly campaign: { readonly campaignId: string } }>('POST', '/v1/campaigns', {
      body: data,
      headers: { 'Idempotency-Key': key },
    }),
  );
}

/** Extends or closes a campaign. */
export function useSendCampaignEvent(campaignId: string) {
  return useCampaignAct(({ key, ...body }: { readonly type: string; readonly data: unknown; readonly key: string }) =>
    request('POST', `${pathOf(campaignId)}/events`, { body, headers: { 'Idempotency-Key': key } }),
  );
}

/** Asks what would become of an event that is sent to every mine that fits filters; nothing is stored. */
export function usePreviewOfMany(campaignId: string) {
  return useMutation({
    mutationFn: (body: { readonly query: Query; readonly event: EventForMany }) =>
      request<PreviewOfMany>('POST', `${pathOf(campaignId)}/preview`, { body }),
  });
}

/** The cases of groups of a preview, page after page, as they are by then. `answer` tells one preview from the next. */
export function useForeseenCases(
  campaignId: string,
  body: { readonly query: Query; readonly event: EventForMany; readonly outcome: readonly Foreseen[] },
  { answer, enabled }: { readonly answer: PreviewOfMany; readonly enabled: boolean },
) {
  return useInfiniteQuery({
    queryKey: [...campaignsKey, campaignId, 'preview', answer.token, body.outcome],
    queryFn: ({ signal, pageParam }) =>
      request<ForeseenPage>('POST', `${pathOf(campaignId)}/preview`, {
        body: { ...body, limit: 100, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
}

/** Does what was previewed. */
export function useStartRun(campaignId: string) {
  return useCampaignAct((token: string) =>
    request<{ readonly run: RunAnswer }>('POST', `${pathOf(campaignId)}/runs`, { body: { token } }),
  );
}

/** Grants the requests that wait, but for those left out. */
export function useGrantTogether(campaignId: string) {
  return useCampaignAct(
    ({ key, ...body }: { readonly exclude: readonly string[]; readonly expectedCount: number; readonly key: string }) =>
      request<{ readonly run: RunAnswer }>('POST', `${pathOf(campaignId)}/grants`, {
        body,
        headers: { 'Idempotency-Key': key },
      }),
  );
}

function useCampaignAct<V, A>(act: (given: V) => Promise<A>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsKey }),
  });
}
