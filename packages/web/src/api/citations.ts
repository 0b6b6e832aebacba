import { useQuery } from '@tanstack/react-query';
import type { Citation } from './answers.ts';
import { type Query, request } from './client.ts';

/** A figure with all that makes it repeatable, and whether it stands; asked anew each time it is opened. */
export function useCitation(query: Query, { enabled = true }: { readonly enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['citation', query],
    queryFn: ({ signal }) => request<Citation>('GET', '/v1/citation', { query, signal }),
    staleTime: 0,
    enabled,
  });
}
