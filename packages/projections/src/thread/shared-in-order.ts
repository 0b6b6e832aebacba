import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lots that the other thread has at most: one that it works on, and the next. */
const UNDER_WAY = 2;

/** Lots that are under way or done, and wait to be taken, at most. */
const WAITING = 8;

/** Work that this thread and one beside it share. */
export interface SharedWork<Lot, Done> {
  readonly lots: Iterator<Lot, undefined>;
  /** Does a lot in the other thread. One that rejects is done here. */
  readonly beside: (lot: Lot) => Promise<Done>;
  readonly here: (lot: Lot) => Done;
}

/** A lot, in the order in which it is taken. */
interface UnderWay<Lot, Done> {
  readonly lot: Lot;
  /** Settles when the other thread is through with it; undefined where this thread has it, or has to do it. */
  beside?: Promise<void> | undefined;
  done?: { readonly result: Done };
}

/** Shares work between two threads, this one doing some only when asked while none is ready; answers what is done in the order of the lots, nothing when there are no more. */
export function sharedInOrder<Lot, Done>({
  lots,
  beside,
  here,
}: SharedWork<Lot, Done>): () => Promise<readonly Done[]> {
  const underWay: UnderWay<Lot, Done>[] = [];

  function take(): UnderWay<Lot, Done> | undefined {
    const next = underWay.length < WAITING ? lots.next() : undefined;
    if (!next || next.done) return undefined;
    const one: UnderWay<Lot, Done> = { lot: next.value };
    underWay.push(one);
    return one;
  }

  function giveAway(one: UnderWay<Lot, Done>): void {
    one.beside = beside(one.lot)
      .then(
        (result) => {
          one.done = { result };
        },
        () => {},
      )
      .finally(() => {
        one.beside = undefined;
      });
  }

  function keepTheOtherBusy(): void {
    for (let busy = underWay.filter((one) => one.beside !== undefined).length; busy < UNDER_WAY; busy += 1) {
      const one = take();
      if (!one) return;
      giveAway(one);
    }
  }

  /** What the first lots came to; nothing where the first of all is not done. */
  function takeDone(): Done[] {
    const end = underWay.findIndex(({ done }) => !done);
    return underWay.splice(0, end === -1 ? underWay.length : end).flatMap(({ done }) => (done ? [done.result] : []));
  }

  return async () => {
    for (;;) {
      keepTheOtherBusy();
      const done = takeDone();
      const [first] = underWay;
      if (done.length > 0 || !first) return done;
      const own = first.beside === undefined ? first : take();
      if (own) {
        own.done = { result: here(own.lot) };
        await nextTurn();
      } else await first.beside;
    }
  };
}
