import { useQuery } from '@tanstack/react-query';
import { offeredPersonas } from './personas.ts';

/** The people that the server offers to sign in as; asked once a page. */
export function usePersonas() {
  return useQuery({
    queryKey: ['personas'],
    queryFn: ({ signal }) => offeredPersonas(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
