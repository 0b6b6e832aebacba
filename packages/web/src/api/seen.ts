import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../session/session.ts';
import { request } from './client.ts';

/** Up to which revision an owner saw their mines, by mine. */
export type SeenRevisions = Readonly<Record<string, number>>;

interface Seen {
  readonly seen: SeenRevisions;
}

const path = '/v1/seen';
const queryKey = ['seen'];

/** What whoever is signed in saw on any device. Looked for again whenever they come back to the page, for they may have been at another. */
export function useSeenOnServer() {
  const isOwner = useSession()?.role === 'owner';
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await request<Seen>('GET', path, { signal })).seen,
    enabled: isOwner,
    refetchOnWindowFocus: true,
  });
}

/** Says what they saw to the server, which adds it to what it knows. */
export function useSaySeen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (seen: SeenRevisions) => request<Seen>('POST', path, { body: seen }),
    onSuccess: ({ seen }) => client.setQueryData(queryKey, seen),
  });
}
