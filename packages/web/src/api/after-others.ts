import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Waits until no query whose key begins so is under way: what takes the server long to count is asked for when the lists have come, for it answers
 * one after the other. Gives up where the question is no longer asked.
 */
export async function afterOthers(client: QueryClient, queryKey: QueryKey, signal: AbortSignal): Promise<void> {
  // What is drawn together is asked for together: the others may only be about to begin.
  await Promise.resolve();
  const isOver = () => signal.aborted || client.isFetching({ queryKey }) === 0;
  if (isOver()) return;
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!isOver()) return;
      stop();
      signal.removeEventListener('abort', look);
      resolve();
    };
    const stop = client.getQueryCache().subscribe(look);
    signal.addEventListener('abort', look);
  });
}
