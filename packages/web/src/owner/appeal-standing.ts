import type { DeadlineAnswer, MineDetail } from '../api/answers.ts';
import { deadlineFor } from './steps.ts';

type Appeal = MineDetail['detail']['appeals'][number];

/** Where an owner stands with appealing against the closing order. */
export type AppealStanding =
  /** There is no order in the last cycle. */
  | { readonly stage: 'none' }
  /** Nothing was lodged in this cycle; `until` is the last day, null where the cycle has ended and no day is counted. */
  | { readonly stage: 'open'; readonly until: DeadlineAnswer | null; readonly served: boolean }
  | {
      readonly stage: 'pending';
      readonly appeal: Appeal;
      readonly decision: DeadlineAnswer | null;
      readonly stayAnswer: DeadlineAnswer | null;
      readonly late: boolean;
    }
  | { readonly stage: 'ended'; readonly appeal: Appeal };

/** The appeal of the current or last closure cycle; the latest if there were several. */
export function appealStanding(mine: MineDetail): AppealStanding {
  const { closure, cycle, detail, flags } = mine;
  if (closure?.cause !== 'order') return { stage: 'none' };
  const appeal = detail.appeals.findLast((lodged) => lodged.cycle === cycle);
  if (!appeal) return { stage: 'open', until: deadlineFor(mine, 'appeal'), served: closure.served !== null };
  if (appeal.status !== 'pending') return { stage: 'ended', appeal };
  return {
    stage: 'pending',
    appeal,
    decision: deadlineFor(mine, 'appeal-decision', appeal.appealId),
    stayAnswer: deadlineFor(mine, 'stay-answer', appeal.appealId),
    late: flags.includes('appeal-late'),
  };
}
