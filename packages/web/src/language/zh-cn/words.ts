import { board } from './board.ts';
import { campaigns } from './campaigns.ts';
import { case as caseFile } from './case.ts';
import { changes } from './changes.ts';
import { chart } from './chart.ts';
import { citation } from './citation.ts';
import { closures } from './closures.ts';
import { daily } from './daily.ts';
import { due } from './due.ts';
import * as first from './first.ts';
import { follow } from './follow.ts';
import { form } from './form.ts';
import { history } from './history.ts';
import { late } from './late.ts';
import { owner } from './owner.ts';
import { papers } from './papers.ts';
import { replay } from './replay.ts';
import { spot } from './spot.ts';
import { statistics } from './statistics.ts';
import { stays } from './stays.ts';
import { studio } from './studio.ts';
import { told } from './told.ts';
import { work } from './work.ts';

/** Every word of the page in Simplified Chinese, area by area. */
export const words = {
  ...first,
  board,
  campaigns,
  case: caseFile,
  changes,
  chart,
  citation,
  closures,
  daily,
  due,
  follow,
  form,
  history,
  late,
  owner,
  papers,
  replay,
  spot,
  statistics,
  stays,
  studio,
  told,
  work,
} as const;
