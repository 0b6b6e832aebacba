/** Stands in every id of a history that is copied, where the number of the mine belongs. */
export const NUMBER = 'feedbeef';

/** Text of a history that is copied, as it is for the mine of a number. */
export type ForMine = (mine: number) => string;

/** How the histories of mines that are copied from one differ. */
export interface Likeness {
  /** The clock while the history that is copied is made. */
  readonly clock: () => string;
  /** The text of one mine, made from that of the history that is copied. */
  readonly textOf: (text: string) => ForMine;
  /** How many appends the mine of a number has, of so many. */
  readonly appendsOf: (mine: number, most: number) => number;
}

/** They differ in nothing but their ids. */
export const alike: Likeness = {
  clock: () => new Date().toISOString(),
  textOf(text) {
    const pieces = text.split(NUMBER);
    return (mine) => pieces.join(numberOf(mine));
  },
  appendsOf: (_, most) => most,
};

const HOUR = 3_600_000;
const STEP = 30 * HOUR;
const THREE_YEARS = 3 * 365 * 24 * HOUR;
const LONGEST_HISTORY = 150 * 24 * HOUR;
const OPERATORS = 5_000;
const regions = ['CN-XJ', 'CN-SC', 'CN-NM', 'CN-GZ', 'CN-YN'];

/** What differs from mine to mine: its number, region, name, operator, and every instant. */
const varying = new RegExp(
  `${NUMBER}|"CN-XJ"|"Bench"|"op"|"Example"|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z`,
  'g',
);

/** They are spread over regions, operators and the three years before an instant, some further than others. The same for the same instant. */
export function various(now: Date): Likeness {
  const began = now.getTime() - THREE_YEARS;
  let calls = 0;
  return {
    clock: () => new Date(began + STEP * calls++).toISOString(),
    textOf(text) {
      const fixed = text.split(varying);
      const between = [...text.matchAll(varying)].map(([found]) => variant(found));
      return (mine) => fixed.map((piece, index) => `${piece}${between[index]?.(mine) ?? ''}`).join('');
    },
    appendsOf: (mine, most) => 1 + Math.floor(drawn(mine, 1) * most),
  };
}

function variant(text: string): ForMine {
  switch (text) {
    case NUMBER:
      return numberOf;
    case '"CN-XJ"':
      return (mine) => `"${regions[Math.floor(drawn(mine, 2) * regions.length)]}"`;
    case '"Bench"':
      return (mine) => `"矿场 Mine ${Math.floor(drawn(mine, 3) * 0xffffffff).toString(36)}"`;
    case '"op"':
      return (mine) => `"op-${operatorOf(mine)}"`;
    case '"Example"':
      return (mine) => `"Operator ${operatorOf(mine)}"`;
    default: {
      const at = Date.parse(text);
      return (mine) => new Date(at + Math.floor(drawn(mine, 4) * (THREE_YEARS - LONGEST_HISTORY))).toISOString();
    }
  }
}

function operatorOf(mine: number): number {
  return Math.floor(drawn(mine, 5) * OPERATORS);
}

/** A number from 0 to 1 that a mine always draws for one purpose (the finaliser of MurmurHash3). */
function drawn(mine: number, purpose: number): number {
  let bits = Math.imul(mine + 1, 0x9e3779b1) ^ Math.imul(purpose, 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}

/** The number of a mine as ids have it. */
export function numberOf(mine: number): string {
  return mine.toString(16).padStart(NUMBER.length, '0');
}
