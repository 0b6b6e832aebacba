import { useEffect, useRef, useState } from 'react';
import { shiftDay } from '../../language/dates.ts';
import type { TimeRange } from './time-range.ts';

/**
 * Plays day after day at a speed, in days a second: the next comes once the figures of the one before are there (`ready`). It ends at the last day; playing from there begins
 * at the first.
 */
export function usePlayDays({
  day,
  range,
  speed,
  ready,
  onDay,
}: {
  readonly day: string;
  readonly range: TimeRange;
  readonly speed: number;
  readonly ready: boolean;
  readonly onDay: (day: string) => void;
}) {
  const [playing, setPlaying] = useState(false);
  const go = useRef(onDay);
  go.current = onDay;
  useEffect(() => {
    if (!playing || !ready) return;
    if (day >= range.last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => go.current(shiftDay(day, 1)), 1000 / speed);
    return () => clearTimeout(timer);
  }, [playing, ready, day, range.last, speed]);
  return {
    playing,
    toggle: () => {
      if (!playing && day >= range.last) onDay(range.first);
      setPlaying(!playing);
    },
  };
}
