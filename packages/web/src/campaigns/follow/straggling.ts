import type { MineAnswer } from '../../api/answers.ts';
import { dayOfInstant, daysFrom } from '../../language/dates.ts';

/** Days without any event after which a shut mine counts as left alone. */
export const QUIET_DAYS = 7;

/** So many shut mines of a campaign are looked through, those quiet longest first. */
export const LOOKED_THROUGH = 200;

/** A shut mine in whose case nothing has happened for some time. That a deadline passed is nothing that anybody did. */
export interface Straggler {
  readonly mine: MineAnswer;
  /** Only a deadline has passed lately. */
  readonly onlyDeadline: boolean;
  /** Whole local days since the last event. */
  readonly quietDays: number;
}

/** Those among shut mines in whose case nothing has happened for {@link QUIET_DAYS} days, or only a deadline passed, the ones shut longest first. */
export function stragglersAmong(mines: readonly MineAnswer[]): Straggler[] {
  return mines
    .map((mine) => ({
      mine,
      onlyDeadline: mine.lastChange.type === 'DeadlinePassed',
      quietDays: daysFrom(dayOfInstant(mine.lastChange.occurredAt), dayOfInstant(mine.asOf)),
    }))
    .filter(({ mine, onlyDeadline, quietDays }) => mine.shut && (onlyDeadline || quietDays >= QUIET_DAYS))
    .toSorted((a, b) => daysShut(b) - daysShut(a) || b.quietDays - a.quietDays);
}

function daysShut({ mine }: Straggler): number {
  return mine.closure?.days ?? 0;
}
