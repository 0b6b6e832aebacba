import type { RebuildProgress } from '@rectify/projections';
import { counted, span } from './times.ts';

/** How far a rebuild is, how fast it goes and how long it may still take, after so many milliseconds. */
export function pace({ events, share }: RebuildProgress, elapsed: number): string {
  const far = `${counted(events, 'event')} folded, ${Math.floor(share * 100)} %`;
  if (events === 0 || share === 0 || elapsed < 1000) return `${far} …`;
  const left = (elapsed * (1 - share)) / share;
  return `${far}, ${Math.round((events * 1000) / elapsed)} a second, about ${span(left)} left …`;
}
