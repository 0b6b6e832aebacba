import { describe, expect, test } from '@jest/globals';
import { fold, foldForOwner, milliseconds } from '@rectify/engine';
import fc from 'fast-check';
import { describeMineInDetail, readsOf, startProjector } from '../src/index.ts';
import {
  mustCountMines,
  mustFilterAndSort,
  mustListClosures,
  mustListMines,
  mustListWork,
  mustPage,
} from './as-folded.ts';
import { givenARegister, historyWith, inAFolder, NOW, reading, viewingOwner } from './given.ts';
import { carryOut, someAttempts } from './random-course.ts';

/** Random courses a property is tried on, and how long that may take on a busy machine, in milliseconds. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 8);
const PATIENCE = 600_000;

/** Pairs of instants that are asked about after each random course, and how many of them on several pages. */
const PAIRS = 25;
const PAGED = 3;

const mineIds = ['A', 'B', 'C'];
const attempts = someAttempts(mineIds.length, { minLength: 60, maxLength: 120 });

const hour = fc.option(
  fc.nat(60 * 24).map((hours) => new Date(milliseconds('2018-11-01T12:00:00Z') + hours * 3_600_000).toISOString()),
  { nil: undefined },
);
/** Instants on the full hour, as those of the courses are: what happens at the very instant counts. */
const pair = fc.record({ asOf: hour, knownAt: hour, chosen: fc.nat(13 * 18 - 1) });

async function givenMines() {
  const register = await givenARegister();
  for (const mineId of mineIds) await register.registers(mineId);
  return register;
}

describe('whatever happens to mines, corrections and backdated events included', () => {
  test(
    'a projector that is stopped and started at any time folds the same as one that begins anew, and as a rebuild',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          attempts,
          fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
          async (course, stops) => {
            await inAFolder(async (file) => {
              const register = await givenMines();
              let rest = course;
              for (const stop of [...stops, course.length]) {
                const projector = startProjector({ store: register.store, file: file('read.db') });
                await carryOut(register, mineIds, rest.slice(0, stop));
                rest = rest.slice(stop);
                if (stop % 2 === 0) await projector.caughtUp();
                await projector.close();
              }
              const projector = startProjector({ store: register.store, file: file('read.db') });
              await projector.caughtUp();
              const digests = await readsOf(projector).digests();
              await projector.rebuild();
              expect(await readsOf(projector).digests()).toEqual(digests);
              await projector.close();
              await reading(register.store, async (anew) => expect(digests).toEqual(await anew.digests()));
            });
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  test(
    'lists, counts, closures and work at any pair of instants are what the engine folds of each mine',
    async () => {
      await fc.assert(
        fc.asyncProperty(attempts, fc.array(pair, { minLength: PAIRS, maxLength: PAIRS }), async (course, pairs) => {
          const register = await givenMines();
          await carryOut(register, mineIds, course);
          const facts = await Promise.all(mineIds.map((mineId) => register.factsOf(mineId)));
          await reading(register.store, async (reads, projector) => {
            const goingThroughAll = readsOf(projector, 0);
            for (const [index, { chosen, ...instants }] of pairs.entries()) {
              const folded = facts.map((one) => fold(one, instants)).filter((mine) => mine !== undefined);
              const mines = folded.map((mine) => describeMineInDetail(mine, { ...instants, now: NOW }));
              await mustListMines(reads, mines, instants);
              await mustFilterAndSort(reads, mines, instants, chosen);
              if (index < PAGED) await mustPage(goingThroughAll, mines, instants, chosen);
              await mustCountMines(reads, mines, instants, chosen);
              await mustListClosures(reads, mines, instants);
              const ofOwners = facts.flatMap((one) => foldForOwner(one, undefined, instants) ?? []);
              await mustListWork(reads, { all: folded, ofOwners }, instants);
            }
          });
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  test(
    'totals and counts of the present, which are kept, are those of the mines counted one by one',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          attempts,
          fc.array(fc.nat(), { minLength: PAIRS, maxLength: PAIRS }),
          async (course, choices) => {
            const register = await givenMines();
            await reading(register.store, async (reads, projector) => {
              await carryOut(register, mineIds, course);
              await projector.caughtUp();
              const folded = await Promise.all(mineIds.map((mineId) => register.foldedOf(mineId)));
              const mines = folded.map((mine) => describeMineInDetail(mine, { now: NOW }));
              const goingThroughAll = readsOf(projector, 0);
              for (const [index, chosen] of choices.entries()) {
                await mustFilterAndSort(reads, mines, {}, chosen);
                if (index < PAGED) await mustPage(goingThroughAll, mines, {}, chosen);
                await mustCountMines(reads, mines, {}, chosen);
              }
              await mustListClosures(reads, mines, {});
            });
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  test(
    'an owner’s answers hold no approval, no assignee, and a revision that they can see',
    async () => {
      await fc.assert(
        fc.asyncProperty(attempts, async (course) => {
          const register = await givenMines();
          await carryOut(register, mineIds, course);
          await reading(register.store, async (reads) => {
            const viewer = viewingOwner('A');
            const mine = await reads.mine('A', {}, { viewer, now: NOW });
            const history = await reads.history('A', historyWith({ order: 'desc', limit: '500' }), {
              viewer,
              now: NOW,
            });
            expect(mine).toMatchObject({
              assignee: null,
              revision: history?.items[0]?.revision,
              detail: { approvals: [] },
            });
            for (const name of ['li.wei', 'wang.fang', 'zhao.min', 'zhang.hua', 'Approval'])
              expect(JSON.stringify({ mine, history })).not.toContain(name);
          });
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});
