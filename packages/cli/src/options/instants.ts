import { addDays, endOfDay, instant, startOfDay } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { ZONE } from '../print/times.ts';

const ALLOWED = 'a day such as 2018-11-11, or an instant with its offset such as 2018-11-11T00:00:00+08:00';

const day = z.iso.date();

const instantOrDay = z.string(ALLOWED).refine((given) => isDay(given) || instant.safeParse(given).success, ALLOWED);

/** An instant, or a day in Beijing time: its end, so that what happened on the day counts. */
const instantOrEndOfDay = instantOrDay.transform((given) => (isDay(given) ? endOfDay(given, ZONE) : given)).optional();

/** An instant, or a day in Beijing time: its beginning. */
export const instantOrStartOfDay = instantOrDay
  .transform((given) => (isDay(given) ? startOfDay(given, ZONE) : given))
  .optional();

/** An instant, or a day in Beijing time: the moment before it, so that all that happened on the day comes after. */
export const instantOrBeforeDay = instantOrDay.transform((given) =>
  isDay(given) ? endOfDay(addDays(given, -1), ZONE) : given,
);

/** Whether a time is given as a day. */
export function isDay(given: unknown): boolean {
  return day.safeParse(given).success;
}

/** The instants of a bitemporal question as options. */
export const instants = z.object({ asOf: instantOrEndOfDay, knownAt: instantOrEndOfDay });

/** {@link instants} as a type. */
export type AskedInstants = z.infer<typeof instants>;

/** Adds `--as-of` and `--known-at`. */
export function withInstants(command: Command): Command {
  return command
    .addOption(new Option('--as-of <when>', 'as it was: a day (its end, Beijing time) or an instant with its offset'))
    .addOption(new Option('--known-at <when>', 'as it was known by then: a day or an instant'));
}
