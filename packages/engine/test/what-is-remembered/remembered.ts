import type { Mine } from '../../src/index.ts';
import type { MineUnderTest } from '../given.ts';

/** All that is remembered of a mine now. */
export async function remembered(mine: MineUnderTest): Promise<Mine> {
  return (await mine.now()).mine;
}

/** Nine in the morning, Beijing time, of a day in November 2018. */
export function the(day: number): string {
  return new Date(Date.UTC(2018, 10, day, 1)).toISOString();
}
