import { useSearch } from '@tanstack/react-router';
import { useAsOf } from '../as-of/use-as-of.ts';

/**
 * The instant that the queue is of: the one that the address names, else now. A demonstration that opens on the last day of its story by itself still
 * shows today's work.
 */
export function useQueueInstant(): string | undefined {
  const { asOf } = useSearch({ strict: false });
  const { instant } = useAsOf();
  return asOf === undefined ? undefined : instant;
}
