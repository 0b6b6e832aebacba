/**
 * The demonstration `november-2018`: forty mines in Guizhou and Xinjiang up to the last day of 2018.
 *
 * **Reported.** Cong Express, quoting mine owners, November 2018: the campaign with its trigger, regions and "local authorities"; the
 * closing order of XJ-0001, since 5 November; the direction to relocate or curtail power and the statement of the same miner (XJ-0002);
 * the guarantee book and its signing (GZ-0003); the lost capacity of the campaign (GZ-0001); where the miners of XJ-0004 said they came
 * from. These events carry the source `report` with a quote, in the words in which the project's domain description passes the report
 * on. What the report does not state is "not stated" there: offices, legal bases, order numbers, the date of the outage. Its
 * checks and its conditions of reopening are the procedure `rectification@1`.
 *
 * **Invented.** Everything else, with the source `invented`: all mines, operators (obviously fictitious), officials (ids without
 * names), dates after the order, findings, appeals, licences. An event that carries a reported fact can still hold what its form asks
 * for and the report does not state, such as the day by which a letter is due; a note on the mine then says which part is made up.
 *
 * **Left out on purpose.** Three paragraphs of the report, on ethnicity and religion, are not represented in any way: people's
 * ethnicity, religion or appearance have no place in this software.
 */

import { copyLog, type EventStore, TargetHoldsOther } from '@rectify/engine';
import { allMines } from './mines/all-mines.ts';
import { type Progress, play } from './play.ts';
import type { StoryLanguage } from './scenario-stream.ts';

/** The last instant of the story: its every `recordedAt` lies before, or on it. */
export const scenarioEndsAt = '2018-12-31T23:59:59+08:00';

/** The store holds events already, so nothing is loaded into it. */
export class StoreNotEmpty extends Error {
  override readonly name = 'StoreNotEmpty';
  constructor() {
    super(
      'The store holds events already: a demonstration is only loaded into an empty store. Choose a new data folder.',
    );
  }
}

/**
 * Loads the demonstration into an empty store: plays it through an engine whose clock is simulated, in memory, and copies what that
 * stored. Two loads give equal histories.
 *
 * The store tells by `scenarioIn` what it holds. `serve` calls this for a store without events (`head()` is undefined), and for one
 * whose scenario is not `complete`: a load that was interrupted goes on where it stopped. Nothing else may be written to the store before.
 * @throws StoreNotEmpty when the store holds anything else, or the whole demonstration
 */
export async function loadNovember2018({
  store,
  language = 'en',
  onProgress,
}: {
  readonly store: EventStore;
  /** What names and texts are told in. */
  readonly language?: StoryLanguage;
  readonly onProgress?: Progress | undefined;
}): Promise<{ readonly mines: number; readonly events: number; readonly endsAt: string }> {
  const played = await play({
    scenario: 'november-2018',
    endsAt: scenarioEndsAt,
    stories: allMines,
    language,
    onProgress,
  });
  try {
    const { events, copied } = await copyLog({ from: played, to: store, atOnce: 1 });
    if (copied === 0) throw new StoreNotEmpty();
    return { mines: allMines.length, events, endsAt: scenarioEndsAt };
  } catch (error) {
    throw error instanceof TargetHoldsOther ? new StoreNotEmpty() : error;
  } finally {
    await played.close();
  }
}
