const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** So many bytes for a person: `812 bytes`, `4.2 MB`. */
export function size(bytes: number): string {
  let rest = bytes;
  let unit: string = 'bytes';
  for (const larger of UNITS) {
    if (rest < 1000) break;
    rest /= 1000;
    unit = larger;
  }
  return unit === 'bytes' ? `${rest} bytes` : `${rest.toFixed(1)} ${unit}`;
}
