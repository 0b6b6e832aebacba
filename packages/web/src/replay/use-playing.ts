import { useEffect, useState } from 'react';

/** How long a step is shown while playing, in milliseconds. */
const SHOWN = 1400;

/**
 * Plays the steps one after the other: a step is shown for a while once its figures are there (`ready`), and playing ends at the last
 * one. Playing from the last step begins at the first.
 */
export function usePlaying({
  index,
  last,
  ready,
  onStep,
}: {
  readonly index: number;
  readonly last: number;
  readonly ready: boolean;
  readonly onStep: (index: number) => void;
}) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing || !ready) return;
    if (index >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onStep(index + 1), SHOWN);
    return () => clearTimeout(timer);
  }, [playing, ready, index, last, onStep]);
  return {
    playing,
    stop: () => setPlaying(false),
    toggle: () => {
      if (!playing && index >= last) onStep(0);
      setPlaying(!playing);
    },
  };
}
