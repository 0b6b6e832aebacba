import type { RebuildProgress } from '@rectify/projections';
import { counted, span } from './times.ts';

/** How far a rebuild is, how fast it goes and how long it may still take. */
export function pace({ events, share, perSecond, secondsLeft }: RebuildProgress): string {
  const far = `${counted(events, 'event')} folded, ${Math.floor(share * 100)} %`;
  return perSecond === null || secondsLeft === null
    ? `${far} …`
    : `${far}, ${perSecond} a second, about ${span(secondsLeft * 1000)} left …`;
}
