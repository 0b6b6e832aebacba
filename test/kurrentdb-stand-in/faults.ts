import type { z } from 'zod';
import type { commands, kindOfCall } from './control.ts';

/** What makes one call go wrong. */
export type Fault = Pick<z.output<typeof commands.misbehave>, 'how' | 'milliseconds'>;

type Order = z.output<typeof commands.misbehave>;

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
  async mayAnswer(fault: Fault | undefined): Promise<void> {
    if (fault?.how === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    if (fault?.how === 'hold') await new Promise<void>((resolve) => this.#held.add(resolve));
  }

  /** Gives all answers that are held. */
  release(): void {
    for (const answer of this.#held) answer();
    this.#held.clear();
  }

  /** How many faults struck and wait, and how many answers are held. */
  count(): { readonly struck: number; readonly pending: number; readonly held: number } {
    const pending = this.#waiting.reduce((sum, { left }) => sum + left, 0);
    return { struck: this.#struck, pending, held: this.#held.size };
  }
}
