import type { StatisticsCase } from './statistics-case.ts';

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
