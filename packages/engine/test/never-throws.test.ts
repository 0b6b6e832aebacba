import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type EventType, eventTypes } from '../src/index.ts';
import { decide } from '../src/rectification/decide.ts';
import { withData } from '../src/rectification/fact.ts';
import { eventOf } from '../src/rectification/fold.ts';
import { arbitraryData } from './arbitrary-data.ts';
import { givenAMine, givenAMineThatIs, inspector, owner, supervisor } from './given.ts';
import { movesBackAndForth, tries } from './histories.ts';

const numRuns = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 10);

const anyTypeWithData = fc
  .constantFrom<EventType>(...eventTypes)
  .chain((type) => fc.record({ type: fc.constant(type), data: arbitraryData(type) }));

test('the chart accepts or gives its reasons, whatever well-typed data it is asked about', async () => {
  await fc.assert(
    fc.asyncProperty(
      movesBackAndForth,
      fc.array(anyTypeWithData, { minLength: 60, maxLength: 60 }),
      async (moves, events) => {
        const mine = await givenAMine();
        for (const move of moves) await tries(mine, move);
        const folded = await mine.now();
        const [like] = await mine.facts();
        for (const { type, data } of events) {
          if (!like) continue;
          const decision = decide(folded, eventOf(withData({ ...like, type }, data)));
          if (!decision.accepted) {
            expect(decision.reasons.length).toBeGreaterThan(0);
            for (const { detail } of decision.reasons) expect(detail).toMatch(/\S.*[.:]/s);
          }
        }
      },
    ),
    { numRuns, interruptAfterTimeLimit: 60_000 },
  );
});

test('the engine accepts or refuses, whatever JSON it is sent, and is none the worse for it', async () => {
  const json: fc.Arbitrary<unknown> = fc.oneof(
    fc.jsonValue({ maxDepth: 6 }),
    anyTypeWithData.map(({ data }): unknown => data),
  );
  const type = fc.oneof(fc.constantFrom<string>(...eventTypes), fc.string(), fc.constantFrom('toString', '__proto__'));
  const occurredAt = fc.option(fc.oneof(fc.string(), fc.constantFrom('2018-11-01T10:00:00+08:00', '0000-00-00')), {
    nil: undefined,
  });
  const sender = fc.constantFrom(inspector, supervisor, owner);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ sender, type, data: json, occurredAt }), { minLength: 40 }),
      async (commands) => {
        const mine = await givenAMineThatIs('inspecting');
        for (const { sender: who, type: named, data, occurredAt: at } of commands) {
          const before = await mine.now();
          const outcome = await mine.attempts(who, named, data, at === undefined ? {} : { occurredAt: at });
          if (outcome.kind === 'rejected') expect(await mine.now()).toBe(before);
          else expect(outcome.mine.revision).toBeGreaterThan(before.revision);
        }
      },
    ),
    { numRuns, interruptAfterTimeLimit: 60_000 },
  );
});
