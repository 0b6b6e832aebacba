import { words as ofTheDomain } from '@rectify/words/zh-cn';
import { board } from './board.ts';
import { campaigns } from './campaigns.ts';
import { caseFile } from './case.ts';
import { changes } from './changes.ts';
import { citation } from './citation.ts';
import { closures } from './closures.ts';
import { common } from './common.ts';
import { daily } from './daily.ts';
import { follow } from './follow.ts';
import { late } from './late.ts';
import { outbox } from './outbox.ts';
import { owner } from './owner.ts';
import { palette } from './palette.ts';
import { papers } from './papers.ts';
import { replay } from './replay.ts';
import { server } from './server.ts';
import { spot } from './spot.ts';
import { statistics } from './statistics.ts';
import { stays } from './stays.ts';
import { studio } from './studio.ts';
import { work } from './work.ts';

/** Every word of the page in Simplified Chinese, area by area. */
export const words = {
  ...ofTheDomain,
  common,
  work,
  board,
  campaigns,
  follow,
  daily,
  case: caseFile,
  owner,
  outbox,
  palette,
  spot,
  papers,
  replay,
  server,
  statistics,
  studio,
  closures,
  citation,
  changes,
  late,
  stays,
} as const;
