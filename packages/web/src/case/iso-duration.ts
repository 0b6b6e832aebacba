const unit = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 } as const;

/** Milliseconds of an ISO 8601 duration of days (24 hours), hours, minutes and seconds, as the API writes them; null for another. */
export function millisecondsOf(duration: string): number | null {
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration) ?? [];
  if (
    duration === 'P' ||
    !duration.startsWith('P') ||
    [days, hours, minutes, seconds].every((part) => part === undefined)
  ) {
    return null;
  }
  const part = (text: string | undefined, worth: number) => Number(text ?? 0) * worth;
  return part(days, unit.D) + part(hours, unit.H) + part(minutes, unit.M) + part(seconds, unit.S);
}
