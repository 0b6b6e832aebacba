import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

/** Tries again only what may come right by itself: no answer, or a busy server. */
function worthRetrying(failures: number, error: Error): boolean {
  if (error instanceof Problem) return error.status === 503 && failures < 5;
  return failures < 2;
}

/** What the page remembers of the server's answers. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: worthRetrying,
      retryDelay: (failures, error) =>
        error instanceof Problem && error.retryAfter !== null
          ? error.retryAfter * 1000
          : Math.min(400 * 2 ** failures, 5000),
      staleTime: 10_000,
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false },
  },
});
