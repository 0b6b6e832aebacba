import { useEffect, useState } from 'react';
import { onMineChanged } from '../api/live.ts';

/** How long a mine counts as just changed, in milliseconds: the answer has to arrive and the line to light up once. */
const LASTS = 1500;

/** The mines that something was recorded of just now. */
export function useChangedMines(): ReadonlySet<string> {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const stop = onMineChanged((mineId) => {
      setChanged((now) => new Set([...now, mineId]));
      clearTimeout(timers.get(mineId));
      timers.set(
        mineId,
        setTimeout(() => setChanged((now) => new Set([...now].filter((other) => other !== mineId))), LASTS),
      );
    });
    return () => {
      stop();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, []);
  return changed;
}
