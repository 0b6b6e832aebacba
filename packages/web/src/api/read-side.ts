import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { behindNow, noteBehind } from './behind.ts';
import { request } from './client.ts';
import { Unreachable } from './problem.ts';

/** How far lists are built anew. */
export interface RebuildProgress {
  readonly events: number;
  /** Of what the lists in use hold, from 0 to 1. */
  readonly share: number;
  /** Null at the beginning. */
  readonly perSecond: number | null;
  /** Null while nothing can be said. */
  readonly secondsLeft: number | null;
}

/** What the server says of its own state. */
export interface Health {
  readonly status: 'ready' | 'not-ready';
  /** Why it is not ready: for whoever runs it, in English. */
  readonly reasons: readonly string[];
  readonly position: string | null;
  readonly behindSince: string | null;
  readonly rebuilding: RebuildProgress | null;
}

/** How the last rebuild went, or goes. */
export interface Rebuild extends RebuildProgress {
  readonly state: 'none' | 'running' | 'done' | 'failed';
  readonly detail: string | null;
}

/** How often something under way is asked for, in milliseconds. */
const OFTEN = 1_000;
const SELDOM = 10_000;

/** How far lists may be behind before anybody is told, in milliseconds: as answers say it. */
const UNREMARKABLE = 5_000;

/** The state of the server, asked again and again; what lists show is read anew once they have caught up. */
export function useHealth({ enabled }: { readonly enabled: boolean }) {
  const client = useQueryClient();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => readHealth(signal),
    refetchInterval: ({ state: { data } }) => (data?.behindSince || data?.rebuilding ? OFTEN : SELDOM),
    staleTime: 0,
    enabled,
  });
  const { data, dataUpdatedAt } = health;
  useEffect(() => {
    if (!data || dataUpdatedAt === 0) return;
    const { since, filling } = behindNow();
    const isReady = data.status === 'ready';
    const caughtUp = (since !== null && data.behindSince === null) || (filling && isReady);
    noteBehind({ since: data.behindSince, ...(isReady && { filling: false }) });
    if (caughtUp) void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'health' });
  }, [data, dataUpdatedAt, client]);
  return health;
}

/** A server that is not ready says the same with another status. Lists that lack what is a moment old count as whole. */
async function readHealth(signal: AbortSignal): Promise<Health> {
  try {
    const response = await fetch('/health/ready', { headers: { Accept: 'application/json' }, signal });
    const health: Health = await response.json();
    const age = Date.parse(response.headers.get('Date') ?? '') - Date.parse(health.behindSince ?? '');
    return age < UNREMARKABLE ? { ...health, behindSince: null } : health;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable('The server does not answer.', { cause });
  }
}

/** How the last rebuild of the lists went, or goes. For administrators. */
export function useRebuild() {
  return useQuery({
    queryKey: ['rebuild'],
    queryFn: ({ signal }) => request<Rebuild>('GET', '/v1/rebuild', { signal }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? OFTEN : SELDOM),
    staleTime: 0,
  });
}

/** Begins to build the lists anew; one that is under way goes on. For administrators. */
export function useBeginRebuild() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<Rebuild>('POST', '/v1/rebuild'),
    onSuccess: async (rebuild) => {
      client.setQueryData(['rebuild'], rebuild);
      await client.invalidateQueries({ queryKey: ['health'] });
    },
  });
}
