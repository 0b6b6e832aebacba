import { useSearch } from '@tanstack/react-router';
import { type Instants, useAsOf } from '../as-of/use-as-of.ts';

/**
 * Both times that the queue is of: those that the address names, else undefined for now. A demonstration that opens on the last day of its story by itself
 * still shows today's work.
 */
export function useQueueInstants(): Instants | undefined {
  const { asOf, knownAt } = useSearch({ strict: false });
  const { kind, instants } = useAsOf();
  return kind === 'today' || (asOf === undefined && knownAt === undefined) ? undefined : instants;
}
