import type { Demonstration } from '@rectify/api';
import type { AskedInstants } from '../options/instants.ts';
import { beijing } from './times.ts';

/** What is said below everything that shows times or cases: the zone, and whether any of it is real. */
export function footer(demonstration: Demonstration | undefined, { asOf }: AskedInstants): string {
  const lines = ['Times are Beijing time (UTC+8).'];
  if (demonstration) {
    const end = beijing(demonstration.endsAt, 'day');
    lines.push(
      asOf === undefined
        ? `Demonstration data, no real cases: the story ends on ${end}; --as-of ${end} shows that day.`
        : 'Demonstration data, no real cases.',
    );
  }
  return lines.join(' ');
}
