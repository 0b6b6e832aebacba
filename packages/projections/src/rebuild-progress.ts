import { z } from 'zod';

/** How far a rebuild has come. */
export const rebuildProgress = z.object({
  events: z.int().nonnegative().meta({ description: 'Events folded since it began or was gone on with' }),
  share: z.number().min(0).max(1).meta({ description: 'How much of what the one in use holds is there again' }),
  perSecond: z.int().nonnegative().nullable().meta({ description: 'Events folded a second; null at the beginning' }),
  secondsLeft: z
    .int()
    .nonnegative()
    .nullable()
    .meta({ description: 'How long it may still take, in seconds; null while nothing can be said' }),
});

/** How far a rebuild has come. */
export type RebuildProgress = z.infer<typeof rebuildProgress>;

/** Before the first event. */
export const NOTHING_YET: RebuildProgress = { events: 0, share: 0, perSecond: null, secondsLeft: null };

/** Milliseconds before which nothing is said of speed. */
const TOO_SOON = 1_000;

/**
 * Measures a rebuild that begins now with a share already there, which is not 0 where one is gone on with. The share never falls, although the
 * one in use may grow faster than what is built.
 */
export function measuring(begun: number): (done: { events: number; share: number }) => RebuildProgress {
  const since = performance.now();
  let share = begun;
  return ({ events, share: now }) => {
    share = Math.max(share, now);
    const took = performance.now() - since;
    const isTooSoon = took < TOO_SOON || share <= begun;
    return {
      events,
      share,
      perSecond: isTooSoon ? null : Math.round((events * 1000) / took),
      secondsLeft: isTooSoon ? null : Math.round((took * (1 - share)) / (share - begun) / 1000),
    };
  };
}
