import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that a seed and a name determine: the same in every run, whatever else is drawn. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number between two, both included. */
  whole(least: number, most: number): number;
  /** True with a probability. */
  happens(probability: number): boolean;
  /** One of some, each as likely. */
  oneOf<const T>(some: readonly [T, ...T[]]): T;
  /** A draw from the standard normal distribution. */
  normal(): number;
  /** A UUID: version 4, of drawn bits. */
  uuid(): string;
}

/** The draws for a seed and a name, such as that of a mine. Other names, and other seeds, get draws of their own. */
export function chanceOf(seed: number, name: string): Chance {
  const state = createHash('sha256').update(`${seed}/${name}`).digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => state.readInt32BE(at)));
  const fraction = () => uniformFloat64(generator);
  const whole = (least: number, most: number) => uniformInt(generator, least, most);
  const bits = () => (generator.next() >>> 0).toString(16).padStart(8, '0');
  return {
    fraction,
    whole,
    happens: (probability) => fraction() < probability,
    oneOf: (some) => some[whole(0, some.length - 1)] ?? some[0],
    normal: () => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction()),
    uuid: () => {
      const [a, b, c, d] = [bits(), bits(), bits(), bits()];
      const variant = ((Number.parseInt(c[0] ?? '0', 16) & 3) | 8).toString(16);
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
    },
  };
}
