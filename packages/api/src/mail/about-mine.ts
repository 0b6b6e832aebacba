import { type Procedures, wordingsOf } from '@rectify/engine';
import type { MineDetail } from '@rectify/projections/answers';
import { dayOfInstant, type Speech, speechIn, titlesIn, withCase } from '@rectify/words';
import type { Recipient } from '../notifications/people.ts';
import type { Texts } from './language/speaking.ts';

/** What a mail says about one mine, one line each. */
export interface AboutMine {
  readonly mineId: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** How something is said of a mine to somebody. */
export function speechAbout(
  mine: MineDetail,
  { settings }: Recipient,
  { texts, procedures, now }: { readonly texts: Texts; readonly procedures: Procedures; readonly now: string },
): Speech {
  const titles = titlesIn(withCase(wordingsOf(procedures), mine.detail), settings.language, mine.detail.findings);
  return speechIn(texts[settings.language], settings.language, dayOfInstant(now), titles);
}

/** Whether somebody is told of the mines that they own; else of the cases that they have. */
export function isOwner({ reader }: Recipient): boolean {
  return reader.role === 'owner';
}
