import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Foreseen, foresee, type Outcome, whyRefused } from '../src/index.ts';
import { givenAMine, type MineUnderTest } from './given.ts';
import { movesBackAndForth, movesInOrder, tries } from './histories.ts';

const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 10);

/** A mine of which every outcome is foreseen before it is sent; `compare` is given both. */
function foreseeing(mine: MineUnderTest, compare: (foreseen: Foreseen, outcome: Outcome) => void): MineUnderTest {
  let now = Date.parse('2018-11-01T10:00:00+08:00');
  return {
    ...mine,
    at(instant) {
      now = Date.parse(instant);
      return this;
    },
    async attempts(person, type, data, circumstances = {}) {
      now += 60_000;
      const present = { now: new Date(now).toISOString(), procedures: await mine.engine.procedures() };
      const known = await mine.engine.load(mine.mineId);
      if (!known) throw new Error('the mine is gone');
      const { folded, facts } = known;
      const sent = { type, data, occurredAt: circumstances.occurredAt };
      const foreseen = foresee({ folded, facts: () => facts }, sent, person, present);
      const outcome = await mine.at(present.now).attempts(person, type, data, circumstances);
      compare(foreseen, outcome);
      return outcome;
    },
  };
}

function whatBecame(outcome: Outcome): Foreseen {
  if (outcome.kind === 'rejected') return { outcome: 'refused', reasons: whyRefused(outcome.rejection) };
  return { outcome: outcome.kind === 'approval' ? 'needs-approval' : 'accepted' };
}

test.each([
  ['in the order of time', movesInOrder],
  ['back and forth in time, with corrections', movesBackAndForth],
])('what is foreseen of an event is what becomes of it when it is sent, %s', async (_order, histories) => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (moves) => {
      const mine = foreseeing(await givenAMine(), (foreseen, outcome) => {
        compared += 1;
        expect(foreseen).toEqual(whatBecame(outcome));
      });
      for (const move of moves) await tries(mine, move);
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 60_000 },
  );
  expect(compared).toBeGreaterThan(RUNS * 10);
});
