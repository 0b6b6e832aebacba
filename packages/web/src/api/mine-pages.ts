import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useAsOf } from '../as-of/use-as-of.ts';
import type { MineAnswer, MineList } from './answers.ts';
import { request } from './client.ts';
import { type MineListQuery, useReady } from './queries.ts';

/** Lines that are asked for at once: more than a window shows, and no more than the server answers in a moment. */
const PAGE = 50;

/** The mines that match, page after page as they are asked for, at the times the page looks at. */
export function useMinePages(filters: Omit<MineListQuery, 'limit' | 'cursor'>) {
  const { instants } = useAsOf();
  const query = { ...filters, ...instants };
  return useInfiniteQuery({
    queryKey: ['mines', 'pages', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<MineList>('GET', '/v1/mines', { query: { ...query, limit: PAGE, cursor: pageParam }, signal }),
    getNextPageParam: ({ next }) => next,
    select: asOneList,
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}

function asOneList({ pages }: { readonly pages: readonly MineList[] }) {
  return { items: once(pages), total: pages[0]?.total ?? null };
}

/** Every mine once: one that moved down the list between two pages stands on both. */
function once(pages: readonly MineList[]): readonly MineAnswer[] {
  return [...new Map(pages.flatMap(({ items }) => items.map((mine) => [mine.mineId, mine] as const))).values()];
}
