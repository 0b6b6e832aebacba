import { inTurn } from '../../in-turn.ts';
import type { PreparedAppend } from '../prepared-append.ts';
import { createWaitingRoom } from '../waiting-room.ts';

/** So many appends are on their way at once; a server takes about a hundred calls over one connection. */
const AT_ONCE = 64;

/** Lets appends on their way: those to one stream one after another, in the order they came, and only some at a time in all. */
export interface Lanes {
  /** @throws StoreOverloaded at once, when more waits than is kept in memory */
  run<T>(append: Pick<PreparedAppend, 'stream' | 'bytes'>, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing waits or runs any more; it never rejects. */
  idle(): Promise<void>;
}

/** Starts with nothing under way. */
export function createLanes(): Lanes {
  const inTurnOfStream = inTurn();
  const underWay = new Set<Promise<unknown>>();
  const room = createWaitingRoom();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function fewAtOnce<T>(work: () => Promise<T>): Promise<T> {
    if (running === AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  }

  return {
    async run({ stream, bytes }, work) {
      room.enter(bytes);
      const mine = inTurnOfStream(stream, () => fewAtOnce(work));
      underWay.add(mine);
      try {
        return await mine;
      } finally {
        underWay.delete(mine);
        room.leave(bytes);
      }
    },
    async idle() {
      await Promise.allSettled(underWay);
    },
  };
}
