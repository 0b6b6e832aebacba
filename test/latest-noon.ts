/** An hour in milliseconds. */
const HOUR = 3_600_000;

/**
 * The latest noon in China that has passed: days between instants reckoned from it are as many at whatever hour a test
 * runs, and none of what happened before it is still to come.
 */
export function latestNoon(): Date {
  const noon = new Date();
  noon.setUTCHours(4, 0, 0, 0);
  return noon.getTime() > Date.now() ? new Date(noon.getTime() - 24 * HOUR) : noon;
}

/** So many hours before a time, as an instant. */
export function hoursBefore(time: Date, hours: number): string {
  return new Date(time.getTime() - hours * HOUR).toISOString();
}
