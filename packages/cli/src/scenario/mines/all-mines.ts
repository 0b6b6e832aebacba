import type { Story } from '../story/story.ts';
import { closedMines } from './closed.ts';
import { decommissionedMines } from './decommissioned.ts';
import { nearlyReopenedMines } from './inspected-and-licensed.ts';
import { reopenedMines } from './reopened.ts';
import { minesOfTheReport } from './reported.ts';
import { runningMines } from './running.ts';

/** All mines of the demonstration, by id. */
export const allMines: readonly Story[] = [
  ...minesOfTheReport,
  ...reopenedMines,
  ...runningMines,
  ...closedMines,
  ...nearlyReopenedMines,
  ...decommissionedMines,
].sort((a, b) => a.mineId.localeCompare(b.mineId));
