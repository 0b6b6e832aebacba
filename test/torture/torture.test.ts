import { expect, test } from '@jest/globals';
import { NotPossibleHere, type Row } from './row.ts';
import { rows } from './rows.ts';

const seed = 20_181_111;

test.each(rows.map((row) => [row.promise, row.name, row.rounds.few, row] as const))(
  `%s (pnpm torture %s --rounds %d --seed ${seed})`,
  async (_promise, _name, rounds, row) => {
    const figures = await attacked(row, rounds);
    if (figures === 'not possible here') return;
    expect(figures).toMatchObject({ lost: 0, doubled: 0, faults: [], found: figures.acknowledged });
    expect(figures.acknowledged).toBeGreaterThan(0);
  },
);

/** Some attacks need what not every machine has: a tracer of system calls, or the right to mount a small disk. */
async function attacked(row: Row, rounds: number) {
  try {
    return await row.run({ seed, rounds, timeLeft: () => true, report: () => {} });
  } catch (error) {
    if (error instanceof NotPossibleHere) return 'not possible here';
    throw error;
  }
}
