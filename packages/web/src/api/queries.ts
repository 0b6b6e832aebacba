import type { EventType } from '@rectify/engine/rectification';
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type Instants, useAsOf } from '../as-of/use-as-of.ts';
import { withDocuments } from '../documents/send-chosen.ts';
import { afterOthers } from './after-others.ts';
import type {
  EventList,
  KnownProcedures,
  MineCounts,
  MineDetail,
  MineList,
  NextAnswer,
  PreviewAnswer,
  SentAnswer,
  StatisticsAnswer,
} from './answers.ts';
import { newKey, type Query, rememberPosition, request } from './client.ts';
import { useSystem } from './system.ts';

/** The filters of the list of mines, as the API names them. */
export interface MineFilters {
  readonly status?: string | undefined;
  readonly region?: string | undefined;
  readonly waitingOn?: string | undefined;
  readonly office?: string | undefined;
  readonly overdue?: string | undefined;
  readonly campaign?: string | undefined;
  readonly assignee?: string | undefined;
  readonly state?: string | undefined;
  readonly shut?: string | undefined;
  readonly cycle?: string | undefined;
  readonly q?: string | undefined;
}

/** A page of the list: filters, order, place. */
export interface MineListQuery extends MineFilters {
  /** Only these mines, with commas between them. */
  readonly mineId?: string | undefined;
  readonly sort?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** True once it is known what the page looks at: before that nothing is asked for. */
export function useReady(): boolean {
  const system = useSystem();
  return system.isSuccess || system.isError;
}

/** The mines that match, one page of them, at the times the page looks at. */
export function useMines(filters: MineListQuery) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants };
  return useQuery({
    queryKey: ['mines', query],
    queryFn: ({ signal }) => request<MineList>('GET', '/v1/mines', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}

/** How many mines each filter would leave, at the times the page looks at. */
export function useMineCounts(filters: MineFilters) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants };
  return useQuery({
    queryKey: ['mines', 'counts', query],
    queryFn: async ({ client, signal }) => {
      await afterOthers(client, ['mines', 'pages'], { signal, typed: filters.q !== undefined });
      return await request<MineCounts>('GET', '/v1/mine-counts', { query, signal });
    },
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}

/** One mine at the times the page looks at. */
export function useMine(mineId: string) {
  const { instants } = useAsOf();
  return useQuery({ ...mineAt(mineId, instants), enabled: useReady() });
}

/** A mine at two times, as a query. */
export function mineAt(mineId: string, instants: Instants) {
  return queryOptions({
    queryKey: ['mine', mineId, 'standing', instants],
    queryFn: ({ signal }) =>
      request<MineDetail>('GET', `/v1/mines/${encodeURIComponent(mineId)}`, { query: { ...instants }, signal }),
  });
}

/** The history of a mine, page after page, newest first unless asked otherwise. */
export function useHistory(
  mineId: string,
  { order = 'desc', limit = 200 }: { order?: 'asc' | 'desc'; limit?: number } = {},
) {
  const { instants } = useAsOf();
  return useInfiniteQuery({
    queryKey: ['mine', mineId, 'history', order, limit, instants],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<EventList>('GET', `/v1/mines/${encodeURIComponent(mineId)}/events`, {
        query: { order, limit, cursor: pageParam, ...instants },
        signal,
      }),
    getNextPageParam: ({ next }) => next,
    enabled: useReady(),
  });
}

/** What the person may send now, and what not and why. Rights and steps are those of now, whatever the page looks at. */
export function useNext(mineId: string, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['mine', mineId, 'next'],
    queryFn: ({ signal }) => request<NextAnswer>('GET', `/v1/mines/${encodeURIComponent(mineId)}/next`, { signal }),
    enabled,
  });
}

/** Why an event is refused, with the way there; null once it is refused no more. */
export function useWay(mineId: string, whyNot: EventType, { enabled }: { enabled: boolean }) {
  return useQuery({
    queryKey: ['mine', mineId, 'next', whyNot],
    queryFn: async ({ signal }) => {
      const path = `/v1/mines/${encodeURIComponent(mineId)}/next`;
      const { refused } = await request<NextAnswer>('GET', path, { query: { whyNot }, signal });
      return refused.find(({ type }) => type === whyNot) ?? null;
    },
    enabled,
  });
}

/** Counts and durations of the register, at the times the page looks at. */
export function useStatistics(filters: Query = {}) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants };
  return useQuery({
    queryKey: ['statistics', query],
    queryFn: async ({ client, signal }) => {
      await afterOthers(client, ['mines'], { signal, typed: filters.q !== undefined });
      return await request<StatisticsAnswer>('GET', '/v1/closures/statistics', { query, signal });
    },
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}

/** The procedures known here, now, whatever the page looks at; they seldom change. */
export function useProcedures({ enabled }: { readonly enabled: boolean }) {
  return useQuery({
    queryKey: ['procedures'],
    queryFn: ({ signal }) => request<KnownProcedures>('GET', '/v1/procedures', { signal }),
    staleTime: 60_000,
    enabled,
  });
}

/** An event to send. `key` names the act: keep it while the same form is sent again, so that nothing happens twice. */
export interface EventToSend {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt?: string;
  readonly occurredAtPrecision?: 'instant' | 'day' | 'month';
  readonly key?: string;
  /** The revision that the person saw; the server refuses with 412 if the case has moved on. */
  readonly seenRevision?: number;
  /** How much of a document that goes first was sent, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** An event whose consequences are to be shown before it is sent. */
export type EventToPreview = Pick<EventToSend, 'type' | 'data' | 'occurredAt' | 'occurredAtPrecision'>;

/** Asks what an event would change if it were sent; of it only its documents are stored. */
export function usePreview(mineId: string) {
  return useMutation({
    mutationFn: async ({ data, ...event }: EventToPreview) =>
      request<PreviewAnswer>('POST', `/v1/mines/${encodeURIComponent(mineId)}/preview`, {
        body: { ...event, data: await withDocuments(data) },
      }),
  });
}

/** What granting a request would change now. */
export function useGrantPreview(mineId: string, approvalId: string | undefined) {
  return useQuery({
    enabled: approvalId !== undefined,
    queryKey: ['mine', mineId, 'preview', approvalId],
    queryFn: ({ signal }) =>
      request<PreviewAnswer>('POST', `/v1/mines/${encodeURIComponent(mineId)}/preview`, {
        body: { type: 'ApprovalGranted', data: { approvalId } },
        signal,
      }),
  });
}

/** Sends an event to a mine, its documents first. The mutation's error is a `Problem`, `Unreachable` or `Unreadable`; nothing was stored then. */
export function useSend(mineId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, seenRevision, onProgress, data, ...event }: EventToSend) =>
      request<SentAnswer>('POST', `/v1/mines/${encodeURIComponent(mineId)}/events`, {
        body: { ...event, data: await withDocuments(data, { onProgress }) },
        headers: {
          'Idempotency-Key': key ?? newKey(),
          ...(seenRevision === undefined ? {} : { 'If-Match': `"${seenRevision}"` }),
        },
      }),
    onSuccess: ({ mine }) => refreshMine(client, mine),
  });
}

/** Has what is shown of a mine read again, from where something was recorded of it. */
export async function refreshMine(
  client: QueryClient,
  { mineId, position }: Pick<MineDetail, 'mineId' | 'position'>,
): Promise<void> {
  rememberPosition(position);
  await Promise.all([
    client.invalidateQueries({ queryKey: ['mine', mineId] }),
    client.invalidateQueries({ queryKey: ['mines'] }),
    client.invalidateQueries({ queryKey: ['work'] }),
    client.invalidateQueries({ queryKey: ['statistics'] }),
  ]);
}
