/** Prints one figure in its column. */
export function line(what: string, perSecond: number): void {
  console.log(`${what.padEnd(48)} ${Math.round(perSecond).toLocaleString('en').padStart(9)} events/s`);
}

/** A ratio with two decimals. */
export function ratio(a: number, b: number): string {
  return (a / b).toFixed(2);
}

/** How many a second, when something that counts so many is done over and over. A fifth of the time goes to warming up. */
export function rate(count: number, seconds: number, once: () => void): number {
  const until = (end: number) => {
    let rounds = 0;
    while (performance.now() < end) {
      once();
      rounds += 1;
    }
    return rounds;
  };
  until(performance.now() + seconds * 200);
  const began = performance.now();
  const rounds = until(began + seconds * 800);
  return (rounds * count * 1000) / (performance.now() - began);
}

/** The value below which so many percent of measurements lie. */
export function percentile(measured: readonly number[], percent: number): number {
  const sorted = measured.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

/** Prints how long something took, as the median and the slowest in a hundred. */
export function milliseconds(what: string, { p50, p99 }: { readonly p50: number; readonly p99: number }): void {
  console.log(`${what.padEnd(48)} p50 ${p50.toFixed(2).padStart(7)} ms   p99 ${p99.toFixed(2).padStart(7)} ms`);
}
