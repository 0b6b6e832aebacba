import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnyStateMachine } from 'xstate';
import { chartValue, eventTypes } from '../../src/index.ts';
import { compile } from '../../src/rectification/compiled/decider.ts';
import { type Decider, type Decision, type Standing, xstateDecider } from '../../src/rectification/decide.ts';
import { rectification } from '../../src/rectification/machine.ts';
import type { MineEvent } from '../../src/rectification/mine-event.ts';
import { givenAMine } from '../given.ts';
import { movesBackAndForth, tries } from '../histories.ts';
import { changedChart } from './changed-chart.ts';
import { askedAbout, askedEvent, questions } from './questions.ts';

/** How many histories: 200 make 100 000 questions, other ones every time. Without a number it is always the same few. */
const RUNS = process.env.RECTIFY_PROPERTY_RUNS;
const runs = RUNS === undefined ? { numRuns: 8, seed: 20181105 } : { numRuns: Number(RUNS) };
/** How much is asked about each history. */
const QUESTIONS = 500;

/** The events accepted and refused, and the places asked about. */
interface Asked {
  readonly accepted: Set<string>;
  readonly refused: Set<string>;
  readonly places: Set<string>;
}

test('every event is decided alike by XState and by the compiled chart, wherever a mine stands and whatever it has been through', async () => {
  const { accepted, refused, places } = await askBoth(fc.constant(rectification));
  expect(new Set([...accepted, ...refused])).toEqual(new Set(eventTypes));
  expect(accepted.size).toBeGreaterThan(50);
  expect(places.size).toBe(
    Object.values(chartValue.shape).reduce((product, { options }) => product * options.length, 1),
  );
}, 900_000);

test('so it is with any other transitions that a chart can have', async () => {
  const { accepted, refused } = await askBoth(changedChart);
  expect(new Set([...accepted, ...refused])).toEqual(new Set(eventTypes));
}, 900_000);

/** Asks XState and the compiled chart the same, about standings of random histories; fails at the first difference. */
async function askBoth(charts: fc.Arbitrary<AnyStateMachine>): Promise<Asked> {
  const asked: Asked = { accepted: new Set(), refused: new Set(), places: new Set() };
  const property = fc.asyncProperty(charts, movesBackAndForth, questions(QUESTIONS), async (chart, moves, all) => {
    const deciders = [xstateDecider(chart), compile(chart)] as const;
    const mine = await givenAMine();
    const standings: Standing[] = [await mine.now()];
    for (const move of moves) {
      await tries(mine, move);
      standings.push(await mine.now());
    }
    const [like] = await mine.facts();
    if (!like) throw new Error('the mine has no registration');
    for (const question of all) {
      const standing = askedAbout(question, standings);
      const event = askedEvent(question, standing, like, deciders[0]);
      const decision = decidedAlike(deciders, standing, event);
      if (decision.accepted && !question.displaced) standings.push(decision.standing);
      asked[decision.accepted ? 'accepted' : 'refused'].add(event.type);
      asked.places.add(JSON.stringify(standing.value));
    }
  });
  const { failed, seed, counterexamplePath, errorInstance } = await fc.check(property, { ...runs, endOnFailure: true });
  if (failed)
    throw new Error(`Decided differently: seed ${seed}, path ${counterexamplePath}.`, { cause: errorInstance });
  return asked;
}

/** What both decide; fails where they differ in acceptance, transition, what is remembered, code, reasons or steps. */
function decidedAlike([xstate, compiled]: readonly [Decider, Decider], standing: Standing, event: MineEvent): Decision {
  const defined = xstate.decide(standing, event);
  const decision = compiled.decide(standing, event);
  if (!isDeepStrictEqual(decision, defined)) expect({ event, decision }).toEqual({ event, decision: defined });
  expect(compiled.stepsFrom(standing)).toEqual(xstate.stepsFrom(standing));
  return decision;
}
