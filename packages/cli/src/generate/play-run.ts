import { mineStream } from '@rectify/engine';
import { z } from 'zod';
import type { TimedAppend } from './appends.ts';
import { playMine } from './play-mine.ts';
import { writeRun } from './runs.ts';
import type { Setting } from './setting.ts';

/** Some mines that are played together: the numbers of the first and the last, and the file for what they come to. */
export const runOfMines = z.strictObject({ first: z.int(), last: z.int(), file: z.string() });

/** {@link runOfMines} as a type. */
export type RunOfMines = z.infer<typeof runOfMines>;

/** How much was played; `refused` counts by type what was sent and refused. */
export const played = z.strictObject({ mines: z.int(), events: z.int(), refused: z.record(z.string(), z.int()) });

/** {@link played} as a type. */
export type Played = z.infer<typeof played>;

/** Plays some mines and writes their appends into a file, in the order of the log. */
export function playRun({ first, last, file }: RunOfMines, setting: Setting): Played {
  const all: TimedAppend[] = [];
  const refused: Record<string, number> = {};
  let events = 0;
  for (let number = first; number <= last; number++) {
    const life = playMine(number, setting);
    const stream = mineStream(life.mineId);
    let revision = 0;
    for (const append of life.appends) {
      all.push({ ...append, number, stream, revision });
      revision += append.events.length;
    }
    events += revision;
    for (const type of life.refused) refused[type] = (refused[type] ?? 0) + 1;
  }
  writeRun(file, all);
  return { mines: last - first + 1, events, refused };
}
