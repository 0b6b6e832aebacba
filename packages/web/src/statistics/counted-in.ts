import { type BoardSearch, boardSearch } from '../board/board-search.ts';
import { type ClosuresSearch, closuresSearch } from '../closures/closures-search.ts';
import { type LateSearch, lateSearch } from '../late/late-search.ts';
import { type StaysSearch, staysSearch } from '../stays/stays-search.ts';

/** Where the page lists what a figure counts. */
export type CountedIn =
  | { readonly to: '/closures'; readonly search: ClosuresSearch }
  | { readonly to: '/late'; readonly search: LateSearch }
  | { readonly to: '/stays'; readonly search: StaysSearch }
  | { readonly to: '/mines'; readonly search: BoardSearch };

/**
 * Where the page lists what a figure counts, from the query that the API explains it by. Its two times are left out: the page goes on to look at the same
 * ones.
 */
export function countedIn(query: string): CountedIn {
  const [path, parameters] = query.split('?', 2);
  const given = new URLSearchParams(parameters);
  const filters = Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name).join(',')]));
  if (path === '/v1/closures') return { to: '/closures', search: closuresSearch.parse(filters) };
  if (path === '/v1/closures/late') return { to: '/late', search: lateSearch.parse(filters) };
  if (path === '/v1/closures/stays') return { to: '/stays', search: staysSearch.parse(filters) };
  // On the board an office is one of those that are waited for.
  const { office, waitingOn = office } = filters;
  return { to: '/mines', search: boardSearch.parse({ ...filters, waitingOn }) };
}
