import { useEffect, useRef, useState } from 'react';

/** How long a step of a history is shown while playing, in milliseconds. */
export const SHOWN = 1400;

/**
 * Plays steps one after the other: a step is shown for so many milliseconds once its figures are there (`ready`), and playing ends at the last
 * one. Playing from the last step begins at the first.
 */
export function usePlaying({
  index,
  last,
  shown,
  ready,
  onStep,
}: {
  readonly index: number;
  readonly last: number;
  readonly shown: number;
  readonly ready: boolean;
  readonly onStep: (index: number) => void;
}) {
  const [playing, setPlaying] = useState(false);
  const go = useRef(onStep);
  go.current = onStep;
  useEffect(() => {
    if (!playing || !ready) return;
    if (index >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => go.current(index + 1), shown);
    return () => clearTimeout(timer);
  }, [playing, ready, index, last, shown]);
  return {
    playing,
    stop: () => setPlaying(false),
    toggle: () => {
      if (!playing && index >= last) onStep(0);
      setPlaying(!playing);
    },
  };
}
