import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import { dayOfInstant, daysFrom, localParts } from '../language/dates.ts';
import { daysText, exactDuration } from '../language/durations.ts';
import { useDates, useWords } from '../language/use-words.ts';

/** What a line of the board says of a mine, ready to be shown; null where there is nothing to say. */
export function useMineWords(): (mine: MineAnswer) => MineLine {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  return useMemo(
    () => (mine: MineAnswer) => {
      const { closure, nextDeadline, lastChange, waitingOn, waitingOnOffice } = mine;
      const here = localParts(mine.asOf).day;
      const day = (value: string) => {
        const local = dayOfInstant(value);
        return local.slice(0, 4) === here.slice(0, 4) ? dates.shortDay(local) : dates.day(local);
      };
      const shut = mine.shut && closure ? closure : null;
      return {
        region: words.place(mine.region),
        since: shut ? day(shut.since) : null,
        days: shut ? daysText(shut.days, t) : null,
        exactly: shut ? exactDuration(shut.milliseconds, t) : null,
        waitingOn:
          waitingOn === 'nobody'
            ? null
            : waitingOn === 'owner'
              ? t('domain.party.owner')
              : words.office(waitingOnOffice ?? 'not stated'),
        due: nextDeadline ? day(nextDeadline.dueOn) : null,
        dueFor: nextDeadline ? words.deadline(nextDeadline.rule) : null,
        late: nextDeadline?.overdue
          ? t('common.overdue', { days: daysText(daysFrom(nextDeadline.dueOn, here), t) })
          : null,
        changedOn: day(lastChange.occurredAt),
        change: words.fact(lastChange.type),
      };
    },
    [t, dates, words],
  );
}

/** The words of a line. */
export interface MineLine {
  readonly region: string;
  readonly since: string | null;
  readonly days: string | null;
  readonly exactly: string | null;
  readonly waitingOn: string | null;
  readonly due: string | null;
  readonly dueFor: string | null;
  readonly late: string | null;
  readonly changedOn: string;
  readonly change: string;
}
