import { queryOptions, useQuery } from '@tanstack/react-query';
import { offeredPersonas } from './personas.ts';

/** The question whom the server offers to sign in as; asked once a page. */
export const personasQuery = queryOptions({
  queryKey: ['personas'],
  queryFn: ({ signal }) => offeredPersonas(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The people that the server offers to sign in as. */
export function usePersonas() {
  return useQuery(personasQuery);
}
