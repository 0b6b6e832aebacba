import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { useSpeech } from '../../case/speech.ts';
import { saidOfEvent } from '../../case/timeline/said-of-event.ts';
import { referredIn } from '../../case/timeline/use-referred.ts';
import { exactDuration } from '../../language/durations.ts';
import type { ReplayStep } from '../../replay/replay-steps.ts';
import type { Alignment } from './lanes.ts';
import type { Moment } from './moments.ts';
import type { HistoryRead } from './use-histories.ts';

/** How moments and what happened at them are said. */
export interface MomentWords {
  readonly nameOf: (mineId: string) => string;
  /** When a moment is: an instant as exactly as it is known, or how long after the closing. */
  readonly whenOf: (moment: Moment) => string;
  /** When a step happened. */
  readonly timeOf: (step: ReplayStep) => string;
  /** What happened at a step. */
  readonly titleOf: (mineId: string, step: ReplayStep) => string;
}

/** Says moments of several histories, each with what its own history knows. */
export function useMomentWords(reads: readonly HistoryRead[], alignment: Alignment): MomentWords {
  const { t } = useTranslation();
  const { on } = useAsOf();
  const speech = useSpeech(on?.instant ?? new Date().toISOString().slice(0, 10));
  return useMemo(() => {
    const names = new Map(reads.map(({ mineId, mine }) => [mineId, mine?.name ?? mineId]));
    const referred = new Map(
      reads.map(({ mineId, history }) => {
        const standings = history?.steps.map(({ standing }) => standing) ?? [];
        return [mineId, referredIn(standings, speech.words)];
      }),
    );
    const timeOf = ({ standing }: ReplayStep) => speech.time(standing.occurredAt, standing.occurredAtPrecision);
    return {
      nameOf: (mineId) => names.get(mineId) ?? mineId,
      timeOf,
      whenOf: ({ place, happened: [first] }) => {
        if (alignment === 'calendar') return first ? timeOf(first.step) : speech.day(new Date(place).toISOString());
        return place === 0
          ? t('studio.replay.atClosing')
          : t('studio.replay.afterClosing', { duration: exactDuration(place, t) });
      },
      titleOf: (mineId, { standing }) => saidOfEvent(standing, speech, referred.get(mineId) ?? (() => null)).title,
    };
  }, [reads, alignment, speech, t]);
}
