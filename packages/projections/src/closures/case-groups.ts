import type { GroupBy } from './statistics-answer.ts';
import type { StatisticsCase } from './statistics-case.ts';

/** Which group a closure belongs to; null where it has nothing to be grouped by, such as no campaign. */
export function groupOf(one: StatisticsCase, by: GroupBy): string | null {
  switch (by) {
    case 'region':
      return one.region;
    case 'office':
      return one.orderedBy;
    case 'grounds':
      return one.grounds;
    case 'campaign':
      return one.campaignId;
    case 'cycle':
      return String(one.cycle);
    case 'procedure':
      return one.procedure;
    case 'origin':
      return one.origin;
    case 'letter':
      return String(one.letterDemanded);
    case 'power':
      return String(one.powerDirection);
    case 'capacity':
      return capacityBand(one.capacity);
  }
}

/** Groups by name, numbers in their own order; those without one last. */
export function compareGroups(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The band of an installed capacity, from a power of ten up to the next, that one excluded, within its unit: `10-100 MW`. */
export function capacityBand({ amount, unit }: StatisticsCase['capacity']): string {
  const from = 10 ** Math.floor(Math.log10(amount));
  return `${from}-${from * 10} ${unit}`;
}
