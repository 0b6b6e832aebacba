import { mineStream } from '@rectify/engine';
import type { TimedAppend } from './appends.ts';
import { playMine } from './play-mine.ts';
import { writeRun } from './runs.ts';
import type { Setting } from './setting.ts';

/** Some mines that are played together: the numbers of the first and the last, and the file for what they come to. */
export interface RunOfMines {
  readonly first: number;
  readonly last: number;
  readonly file: string;
}

/** How much was played. */
export interface Played {
  readonly mines: number;
  readonly events: number;
  readonly refused: Readonly<Record<string, number>>;
}

/** Plays some mines and writes their appends into a file, in the order of the log. */
export function playRun({ first, last, file }: RunOfMines, setting: Setting): Played {
  const all: TimedAppend[] = [];
  const refused: Record<string, number> = {};
  let events = 0;
  for (let number = first; number <= last; number++) {
    const played = playMine(number, setting);
    const stream = mineStream(played.mineId);
    let revision = 0;
    for (const append of played.appends) {
      all.push({ ...append, number, stream, revision });
      revision += append.events.length;
    }
    events += revision;
    for (const type of played.refused) refused[type] = (refused[type] ?? 0) + 1;
  }
  writeRun(file, all);
  return { mines: last - first + 1, events, refused };
}
