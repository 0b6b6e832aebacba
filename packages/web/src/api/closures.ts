import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAsOf } from '../as-of/use-as-of.ts';
import type { ClosureList, CourseAnswer, LateList } from './answers.ts';
import { type Query, request } from './client.ts';
import { useReady } from './queries.ts';

/** The closures that match, one page of them, at the times the page looks at. */
export function useClosures(filters: Query) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants };
  return useQuery({
    queryKey: ['statistics', 'closures', query],
    queryFn: ({ signal }) => request<ClosureList>('GET', '/v1/closures', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}

/** How many closures match, counted by a request of its own: about the past a page comes without it. */
export function useClosuresCounted(filters: Query, { enabled }: { readonly enabled: boolean }) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants, limit: 1, total: 'exact' };
  return useQuery({
    queryKey: ['statistics', 'closures', query],
    queryFn: ({ signal }) => request<ClosureList>('GET', '/v1/closures', { query, signal }),
    enabled,
  });
}

/** The deadlines of offices that passed in the closures that match, one page of them, at the times the page looks at. */
export function useLate(filters: Query) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants };
  return useQuery({
    queryKey: ['statistics', 'late', query],
    queryFn: ({ signal }) => request<LateList>('GET', '/v1/closures/late', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}

/** How many of them there are, counted by a request of its own: about the past a page comes without it. */
export function useLateCounted(filters: Query, { enabled }: { readonly enabled: boolean }) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants, limit: 1, total: 'exact' };
  return useQuery({
    queryKey: ['statistics', 'late', query],
    queryFn: ({ signal }) => request<LateList>('GET', '/v1/closures/late', { query, signal }),
    enabled,
  });
}

/** How many were shut day by day, from a day on to the one that the page looks at. */
export function useCourse(from: string, filters: Query) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, from, ...instants };
  return useQuery({
    queryKey: ['statistics', 'course', query],
    queryFn: ({ signal }) => request<CourseAnswer>('GET', '/v1/closures/course', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}
