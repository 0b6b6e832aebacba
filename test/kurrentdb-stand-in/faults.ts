import type { z } from 'zod';
import type { fault, kindOfCall } from './control.ts';

/** What makes one call go wrong. */
export type Fault = Pick<Order, 'how' | 'milliseconds'>;

type Order = z.output<typeof fault>;

/** The faults that calls are to meet, and the answers that are held. */
export class Faults {
  #waiting: { readonly order: Order; left: number }[] = [];
  #struck = 0;
  readonly #held = new Set<() => void>();

  /** The next calls go wrong like this. */
  add(order: Order): void {
    this.#waiting.push({ order, left: order.times });
  }

  /** The fault that this call meets, if any; it is used up by it. */
  strike(call: z.output<typeof kindOfCall>, node: number): Fault | undefined {
    const met = this.#waiting.find(
      ({ order }) => order.call === call && (order.node === undefined || order.node === node),
    );
    if (met === undefined) return undefined;
    met.left -= 1;
    this.#struck += 1;
    if (met.left === 0) this.#waiting = this.#waiting.filter((waiting) => waiting !== met);
    return met.order;
  }

  /** Forgets what no call has met. */
  clear(): void {
    this.#waiting = [];
  }

  /** Resolves when the answer may be given: at once, after a delay, or when it is released. */
  mayAnswer(fault: Fault | undefined): Promise<void> {
    if (fault?.how !== 'delay' && fault?.how !== 'hold') return Promise.resolve();
    return new Promise((resolve) => {
      const answer = () => {
        clearTimeout(timer);
        this.#held.delete(answer);
        resolve();
      };
      const timer = fault.how === 'delay' ? setTimeout(answer, fault.milliseconds) : undefined;
      this.#held.add(answer);
    });
  }

  /** Gives all answers that are held or delayed. */
  release(): void {
    for (const answer of [...this.#held]) answer();
  }

  /** How many faults struck and wait, and how many answers are held. */
  count(): { readonly struck: number; readonly pending: number; readonly held: number } {
    const pending = this.#waiting.reduce((sum, { left }) => sum + left, 0);
    return { struck: this.#struck, pending, held: this.#held.size };
  }
}
