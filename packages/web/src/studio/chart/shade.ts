import type { ChartLook } from './chart-look.ts';

/** How a share of the most is shaded, from light to dark, always so that figures on it can be read. */
export function shadeOf(share: number, { status }: ChartLook) {
  return { fill: status.closed, opacity: 0.12 + 0.4 * Math.min(1, Math.max(0, share)) };
}
