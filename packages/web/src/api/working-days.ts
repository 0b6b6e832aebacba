import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from './client.ts';

/** The days of a month; `working` is null where the calendar does not say which days of that year are worked. */
export interface WorkingDays {
  readonly month: string;
  readonly days: readonly { readonly day: string; readonly working: boolean | null }[];
}

/** Which days of a month, `YYYY-MM`, a procedure such as `rectification@1` counts as working days. They do not change. */
export function useWorkingDays(procedure: string, month: string) {
  const [id = '', version = ''] = procedure.split('@');
  return useQuery({
    queryKey: ['working-days', procedure, month],
    queryFn: ({ signal }) =>
      request<WorkingDays>(
        'GET',
        `/v1/procedures/${encodeURIComponent(id)}/${encodeURIComponent(version)}/working-days`,
        { query: { month }, signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
