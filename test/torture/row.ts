/** What one row of the promises is attacked with. */
export interface Attack {
  /** Decides everything that is random in the attack; when processes run is not among it. */
  readonly seed: number;
  /** At most so many rounds; what a round is, the row says. */
  readonly rounds: number;
  /** Whether there is time for another round. */
  readonly timeLeft: () => boolean;
  /** Called with how far the attack is. */
  readonly report: (progress: string) => void;
}

/** What came of an attack. A promise was kept when nothing is lost or doubled and there is no fault. */
export interface Figures {
  /** Rounds that were run to their end. */
  readonly rounds: number;
  /** What the attacked said is done. */
  readonly acknowledged: number;
  /** Of this, what was there afterwards. */
  readonly found: number;
  /** Of this, what was not there, or only half, or another. */
  readonly lost: number;
  /** What was there more than once. */
  readonly doubled: number;
  /** Whatever else was not as promised, a sentence each. */
  readonly faults: readonly string[];
  /** What else was counted, by its name. */
  readonly counted: Readonly<Record<string, number>>;
}

/** A promise and how it is attacked. */
export interface Row {
  /** As it is named on the command line. */
  readonly name: string;
  readonly promise: string;
  readonly attack: string;
  /** How many rounds the whole attack has, and how many are a quick look. */
  readonly rounds: { readonly full: number; readonly few: number };
  /** @throws NotPossibleHere, and whatever keeps the attack from being made at all */
  run(attack: Attack): Promise<Figures>;
}

/** This machine does not have what the attack needs; the message says what. */
export class NotPossibleHere extends Error {
  override readonly name = 'NotPossibleHere';
}

/** Whether the promise was kept. */
export function isKept({ lost, doubled, faults }: Pick<Figures, 'lost' | 'doubled' | 'faults'>): boolean {
  return lost === 0 && doubled === 0 && faults.length === 0;
}
