import { describe, expect, test } from '@jest/globals';
import { fold, milliseconds, mineStatus, statusOf } from '@rectify/engine';
import fc from 'fast-check';
import { lostCapacityOf } from '../src/closures/lost-capacity.ts';
import { groupBy, type Reads } from '../src/index.ts';
import { asCounted, caseFilters, casesIn, figuresAsCounted, groupOf } from './as-counted.ts';
import { asOfficial, givenARegister, NOW, ownerOf, type Register, reading, statisticsWith } from './given.ts';
import { type Attempt, carryOut, putsOnRecordWhatIsDue, someAttempts } from './random-course.ts';

/** Random courses that the property is tried on, and how long that may take on a busy machine, in milliseconds. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 8);
const PATIENCE = 600_000;

/** Questions that are asked after each half of a random course. */
const QUESTIONS = 20;

const mineIds = ['A', 'B', 'C'];
const attempts = someAttempts(mineIds.length, { minLength: 60, maxLength: 120 });

const hour = fc.option(
  fc.nat(60 * 24).map((hours) => new Date(milliseconds('2018-11-01T12:00:00Z') + hours * 3_600_000).toISOString()),
  { nil: undefined },
);
const question = fc.record({
  asOf: hour,
  knownAt: hour,
  filter: fc.constantFrom(...caseFilters),
  by: fc.constantFrom(...groupBy.options),
});

type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

/** What the system puts on record at an instant, and what the owners of all mines report as lost. */
async function tellsOfThem(register: Register, at: string) {
  await putsOnRecordWhatIsDue(register, mineIds, at);
  const report = { amountPerDay: 10, unit: 'MWh', scope: 'mine', from: '2018-11-04', to: '2018-11-20' } as const;
  for (const mineId of mineIds) await register.attempts(mineId, ownerOf(mineId), 'LostCapacityReported', report, at);
}

async function mustCount(reads: Reads, register: Register, { asOf, knownAt, filter, by }: Question) {
  const instants = { asOf, knownAt };
  const [parameters, fits] = filter;
  const facts = await Promise.all(mineIds.map((mineId) => register.factsOf(mineId)));
  const mines = facts.flatMap((one) => fold(one, instants) ?? []);
  const cases = casesIn(mines, asOf ?? NOW).filter(fits);
  const when = Object.fromEntries(Object.entries(instants).filter(([, instant]) => instant !== undefined));
  const answer = await reads.statistics(statisticsWith({ ...parameters, ...when, groupBy: by }), asOfficial);
  const groups = [...Map.groupBy(cases, (one) => groupOf(one, by))];
  expect({
    figures: asCounted(answer),
    groups: Object.fromEntries((answer.groups ?? []).map((group) => [String(group.group), asCounted(group)])),
    lost: answer.lostCapacity,
  }).toEqual({
    figures: figuresAsCounted(cases, parameters.from),
    groups: Object.fromEntries(
      groups.map(([group, members]) => [String(group), figuresAsCounted(members, parameters.from)]),
    ),
    lost: lostCapacityOf(cases.map(({ one }) => one)),
  });
  if (Object.keys(parameters).length > 0) return;
  expect(answer.byStatus).toEqual(
    Object.fromEntries(
      mineStatus.options.map((status) => [
        status,
        mines.filter(({ value }) => statusOf(value.operation) === status).length,
      ]),
    ),
  );
}

describe('whatever happens to mines, corrections and backdated events included', () => {
  test(
    'statistics at any pair of instants, filtered and grouped, are those of the closures that the engine folds, also after more has happened',
    async () => {
      const questions = fc.array(question, { minLength: QUESTIONS, maxLength: QUESTIONS });
      await fc.assert(
        fc.asyncProperty(attempts, attempts, questions, questions, async (course, further, before, after) => {
          const register = await givenARegister();
          for (const mineId of mineIds) await register.registers(mineId);
          await reading(register.store, async (reads, projector) => {
            const askAll = async (attempted: readonly Attempt[], asked: readonly Question[], at: string) => {
              await carryOut(register, mineIds, attempted);
              await tellsOfThem(register, at);
              await projector.caughtUp();
              for (const one of asked) await mustCount(reads, register, one);
            };
            await askAll(course, before, '2018-12-05T00:00:00Z');
            await askAll(further, after, '2018-12-20T00:00:00Z');
          });
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    PATIENCE,
  );
});
