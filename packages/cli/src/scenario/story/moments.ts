import { inZone, milliseconds } from '@rectify/engine';

/** The zone of the story's clocks and days. */
export const ZONE = 'Asia/Shanghai';

/** A moment of the story is not written `MM-DD HH:MM`. */
class NoMoment extends Error {
  override readonly name = 'NoMoment';
}

/** A moment of 2018 as the stories write it, `11-05 09:12` in Beijing time, as an instant. @throws NoMoment */
export function at(moment: string): string {
  const parts = /^(\d\d-\d\d) (\d\d:\d\d)$/.exec(moment);
  if (!parts) throw new NoMoment(`${JSON.stringify(moment)} is not a moment such as 11-05 09:12.`);
  return `2018-${parts[1]}T${parts[2]}:00+08:00`;
}

/** An instant so many minutes later. */
export function minutesAfter(instant: string, minutes: number): string {
  return inZone(new Date(milliseconds(instant) + minutes * 60_000).toISOString(), ZONE);
}

/** A clock that starts at an instant: each call moves it on by so many minutes and answers the time. */
export function clockFrom(instant: string): (minutes: number) => string {
  let now = instant;
  return (minutes) => {
    now = minutesAfter(now, minutes);
    return now;
  };
}
