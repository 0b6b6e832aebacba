import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAsOf } from '../as-of/use-as-of.ts';
import type { ClosureList, CourseAnswer, LateList, StayList } from './answers.ts';
import { type Query, request } from './client.ts';
import { useReady } from './queries.ts';

/** The lists about closures, and where the server has them. */
const lists = { closures: '/v1/closures', late: '/v1/closures/late', stays: '/v1/closures/stays' } as const;

function usePageOf<List>(list: keyof typeof lists, filters: Query) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants };
  return useQuery({
    queryKey: ['statistics', list, query],
    queryFn: ({ signal }) => request<List>('GET', lists[list], { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}

/** Counts by a request of its own: about the past a page comes without. */
function useCountOf<List>(list: keyof typeof lists, filters: Query, enabled: boolean) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants, limit: 1, total: 'exact' };
  return useQuery({
    queryKey: ['statistics', list, query],
    queryFn: ({ signal }) => request<List>('GET', lists[list], { query, signal }),
    enabled,
  });
}

/** The closures that match, one page of them, at the times the page looks at. */
export function useClosures(filters: Query) {
  return usePageOf<ClosureList>('closures', filters);
}

/** How many closures match. */
export function useClosuresCounted(filters: Query, { enabled }: { readonly enabled: boolean }) {
  return useCountOf<ClosureList>('closures', filters, enabled);
}

/** The deadlines of offices that passed in the closures that match, one page of them, at the times the page looks at. */
export function useLate(filters: Query) {
  return usePageOf<LateList>('late', filters);
}

/** How many of them there are. */
export function useLateCounted(filters: Query, { enabled }: { readonly enabled: boolean }) {
  return useCountOf<LateList>('late', filters, enabled);
}

/** The times that the closures that match stayed in a state, one page of them, at the times the page looks at. */
export function useStays(filters: Query) {
  return usePageOf<StayList>('stays', filters);
}

/** How many of them there are. */
export function useStaysCounted(filters: Query, { enabled }: { readonly enabled: boolean }) {
  return useCountOf<StayList>('stays', filters, enabled);
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
