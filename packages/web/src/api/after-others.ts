import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { pause } from './pause.ts';

/** How long whoever types has to rest before what follows from their words is counted, in milliseconds. */
const REST = 300;

/**
 * Waits until no query whose key begins so is under way: what takes the server long to count is asked for when the lists have come, for it answers
 * one after the other; and where it is about words that are typed, only when no more are. Gives up where the question is no longer asked.
 */
export async function afterOthers(
  client: QueryClient,
  queryKey: QueryKey,
  { signal, typed }: { readonly signal: AbortSignal; readonly typed: boolean },
): Promise<void> {
  // What is drawn together is asked for together: the others may only be about to begin.
  await Promise.resolve();
  await over(client, queryKey, signal);
  if (typed) await pause(REST, signal);
}

function over(client: QueryClient, queryKey: QueryKey, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!signal.aborted && client.isFetching({ queryKey }) > 0) return;
      stop();
      signal.removeEventListener('abort', look);
      resolve();
    };
    const stop = client.getQueryCache().subscribe(look);
    signal.addEventListener('abort', look);
    look();
  });
}
