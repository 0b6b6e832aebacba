import { describe, expect, test } from '@jest/globals';
import { dayOf, endOfDay, type Fact, fold, type Instants, statusOf } from '@rectify/engine';
import fc from 'fast-check';
import { CourseTooLong, courseAnswer, courseQuery } from '../src/index.ts';
import {
  askingOfTime,
  asOfficial,
  closuresWith,
  givenARegister,
  inspector,
  licensing,
  supervisor,
  viewingOwner,
} from './given.ts';
import { givenManyCases } from './given-many-cases.ts';
import { carryOut, someAttempts } from './random-course.ts';

/** Random courses a property is tried on, and how long that may take on a busy machine, in milliseconds. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 8);
const PATIENCE = 600_000;

const ZONE = 'Asia/Shanghai';
const courseWith = (parameters: Record<string, string>) => courseQuery.parse(parameters);
const november = { from: '2018-11-04', to: '2018-11-21' };

describe('the course of closures', () => {
  test('tells for each day how many were shut at its end, and what changed that', async () => {
    const register = await givenManyCases();
    await askingOfTime(register.store, async (time) => {
      const answer = await time.course(courseWith(november), asOfficial);
      expect(courseAnswer.parse(answer)).toEqual(answer);
      expect(answer.days.map(({ day, shut, closed }) => [Number(day.slice(8)), shut, closed]).slice(0, 6)).toEqual([
        [4, 0, 0],
        [5, 2, 2],
        [6, 3, 1],
        [7, 4, 1],
        [8, 5, 1],
        [9, 5, 0],
      ]);
      const on = (day: number) => answer.days.find((one) => one.day === `2018-11-${day}`);
      expect(on(12)).toMatchObject({ reopened: 1, shut: 4 });
      expect(on(13)).toMatchObject({ withdrawn: 1, shut: 3 });
      expect(on(15)).toMatchObject({ quashed: 1, shut: 2 });
      expect(on(16)).toMatchObject({ decommissioned: 1, shut: 1, at: '2018-11-16T23:59:59.999+08:00' });
      expect(on(20)).toMatchObject({ closed: 1, shut: 2 });
    });
  });

  test('begins with those that were shut before its first day', async () => {
    const register = await givenManyCases();
    await askingOfTime(register.store, async (time) => {
      const { days } = await time.course(courseWith({ from: '2018-11-14', to: '2018-11-14' }), asOfficial);
      expect(days).toMatchObject([{ shut: 3, closed: 0, withdrawn: 0 }]);
    });
  });

  test('tells where those that are shut stand, and how many came there on each day', async () => {
    const register = await givenARegister();
    const at = (november: number) => `2018-11-${String(november).padStart(2, '0')}T09:00:00+08:00`;
    await register.registers('A', { region: 'CN-GZ' });
    await register.registers('B', { region: 'CN-XJ' });
    for (const mineId of ['A', 'B']) await register.closes(mineId, at(5));
    await register.does('A', inspector, 'InspectionStarted', { inspectionId: 'I1' }, at(6));
    for (const check of ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'])
      await register.does('A', inspector, 'CheckRecorded', { check, outcome: 'pass' }, at(6));
    await register.does('A', inspector, 'InspectionPassed', { inspectionId: 'I1' }, at(7));
    for (const requirement of ['LICENCES', 'POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY'])
      await register.does('A', licensing, 'RequirementSatisfied', { requirement }, at(8));
    await register.does('A', licensing, 'RequirementsCertified', {}, at(9));
    await register.does('A', supervisor, 'ReopeningAuthorised', {}, at(10));
    await askingOfTime(register.store, async (time) => {
      const asked = courseWith({ from: '2018-11-06', to: '2018-11-10', groupBy: 'region', standing: 'true' });
      const answer = await time.course(asked, asOfficial);
      expect(courseAnswer.parse(answer)).toEqual(answer);
      expect(answer.days).toMatchObject([
        { shut: 2, standing: { closed: 2, inspected: 0, licensed: 0 }, becameInspected: 0, becameLicensed: 0 },
        { shut: 2, standing: { closed: 1, inspected: 1, licensed: 0 }, becameInspected: 1, becameLicensed: 0 },
        { shut: 2, standing: { closed: 1, inspected: 1, licensed: 0 }, becameInspected: 0, becameLicensed: 0 },
        { shut: 2, standing: { closed: 1, inspected: 0, licensed: 1 }, becameInspected: 0, becameLicensed: 1 },
        { shut: 1, standing: { closed: 1, inspected: 0, licensed: 0 }, becameInspected: 0, becameLicensed: 0 },
      ]);
      const [guizhou, xinjiang] = answer.groups ?? [];
      expect(guizhou?.days[1]).toMatchObject({ standing: { closed: 0, inspected: 1 }, becameInspected: 1 });
      expect(xinjiang?.days[1]).toMatchObject({ standing: { closed: 1, inspected: 0 }, becameInspected: 0 });
      const later = await time.course(
        courseWith({ from: '2018-11-08', to: '2018-11-08', standing: 'true' }),
        asOfficial,
      );
      expect(later.days).toMatchObject([{ standing: { closed: 1, inspected: 1, licensed: 0 }, becameInspected: 0 }]);
      expect(await time.course(courseWith({ from: '2018-11-06' }), asOfficial)).not.toHaveProperty('days.0.standing');
    });
  });

  test('ends with the instant that it is asked as of', async () => {
    const register = await givenManyCases();
    await askingOfTime(register.store, async (time) => {
      const asOf = '2018-11-05T08:59:59+08:00';
      const { days } = await time.course(courseWith({ ...november, asOf }), asOfficial);
      expect(days).toMatchObject([{ day: '2018-11-04' }, { day: '2018-11-05', at: asOf, shut: 0, closed: 0 }]);
      const none = await time.course(courseWith({ from: '2018-11-06', asOf }), asOfficial);
      expect(none.days).toEqual([]);
    });
  });

  test('is told of each group, which add up to the whole', async () => {
    const register = await givenManyCases();
    await askingOfTime(register.store, async (time) => {
      const byRegion = await time.course(courseWith({ ...november, groupBy: 'region' }), asOfficial);
      expect(byRegion.groups?.map(({ group, days }) => [group, days.at(-1)?.shut])).toEqual([
        ['CN-GZ', 0],
        ['CN-XJ', 2],
      ]);
      const byCampaign = await time.course(courseWith({ ...november, groupBy: 'campaign' }), asOfficial);
      expect(byCampaign.groups?.map(({ group, days }) => [group, days.at(4)?.shut])).toEqual([
        ['winter', 2],
        [null, 3],
      ]);
      const guizhou = await time.course(courseWith({ ...november, region: 'CN-GZ' }), asOfficial);
      expect(guizhou.days).toEqual(byRegion.groups?.[0]?.days);
    });
  });

  test('as known before a correction is what was held to be true then', async () => {
    const register = await givenARegister();
    await register.registers('A');
    const [order] = await register.closes('A', '2018-11-05T00:00:00+08:00');
    const correction = {
      corrections: [{ eventId: order?.eventId ?? '', patch: { occurredAt: '2018-11-07T00:00:00+08:00' } }],
      reason: 'The order is of the seventh.',
    };
    await register.does('A', inspector, 'FactCorrected', correction, '2018-11-20T00:00:00+08:00');
    await askingOfTime(register.store, async (time) => {
      const shutOnSixth = async (knownAt: string) =>
        (await time.course(courseWith({ from: '2018-11-06', to: '2018-11-06', knownAt }), asOfficial)).days[0]?.shut;
      expect(await shutOnSixth('2018-11-19T00:00:00+08:00')).toBe(1);
      expect(await shutOnSixth('2018-11-20T00:00:00+08:00')).toBe(0);
    });
  });

  test('tells an owner of their own mines alone', async () => {
    const register = await givenManyCases();
    await askingOfTime(register.store, async (time) => {
      const asked = { ...asOfficial, viewer: viewingOwner('A') };
      const { days } = await time.course(courseWith({ ...november, groupBy: 'region' }), asked);
      expect(days.at(-1)).toMatchObject({ shut: 1, closed: 0 });
      expect(Math.max(...days.map(({ shut }) => shut))).toBe(1);
    });
  });

  test('of more days than are answered at once is refused', async () => {
    const register = await givenARegister();
    await register.registers('A');
    expect(courseQuery.safeParse({ from: '2015-01-01', to: '2018-11-05' }).success).toBe(false);
    expect(courseQuery.safeParse({ from: '2018-11-05', to: '2018-11-04' }).success).toBe(false);
    await askingOfTime(register.store, async (time) => {
      await expect(async () => time.course(courseWith({ from: '2015-01-01' }), asOfficial)).rejects.toThrow(
        CourseTooLong,
      );
    });
  });
});

function statusAt(facts: readonly Fact[], instants: Instants): string | undefined {
  const folded = fold(facts, instants);
  return folded && statusOf(folded.value.operation);
}

test(
  'whatever happens to mines, each day of a course counts the closures that the list has as of its end',
  async () => {
    const mineIds = ['A', 'B', 'C'];
    const day = fc.nat(60).map((days) => new Date(Date.UTC(2018, 10, 1 + days, 12)).toISOString());
    await fc.assert(
      fc.asyncProperty(
        someAttempts(mineIds.length, { minLength: 60, maxLength: 120 }),
        day,
        async (attempts, knownAt) => {
          const register = await givenARegister();
          for (const mineId of mineIds) await register.registers(mineId);
          await carryOut(register, mineIds, attempts);
          const facts = await Promise.all(mineIds.map((mineId) => register.factsOf(mineId)));
          await askingOfTime(register.store, async (time, reads) => {
            const { days } = await time.course(
              courseWith({ from: '2018-11-01', to: '2018-12-15', knownAt, standing: 'true' }),
              asOfficial,
            );
            const all = await reads.listClosures(closuresWith({ limit: '500', knownAt }), asOfficial);
            for (const { day: on, shut, closed, standing, ...ended } of days) {
              const asOf = endOfDay(on, ZONE);
              const mines = facts.map((one) => fold(one, { asOf, knownAt })?.mine.closure);
              expect({ on, shut }).toEqual({ on, shut: mines.filter((closure) => closure?.until === null).length });
              const statuses = facts.map((one) => statusAt(one, { asOf, knownAt }));
              const standingAt = (status: string) => statuses.filter((one) => one === status).length;
              expect({ on, standing }).toEqual({
                on,
                standing: {
                  closed: standingAt('closed'),
                  inspected: standingAt('inspected'),
                  licensed: standingAt('licensed'),
                },
              });
              const begun = all.items.filter(({ since }) => dayOf(since, ZONE) === on);
              const over = all.items.filter(({ until }) => until !== null && dayOf(until, ZONE) === on);
              expect({ on, closed }).toEqual({ on, closed: begun.length });
              for (const outcome of ['reopened', 'withdrawn', 'quashed', 'decommissioned'] as const)
                expect(ended[outcome]).toBe(over.filter((closure) => closure.outcome === outcome).length);
            }
          });
        },
      ),
      { numRuns: RUNS },
    );
  },
  PATIENCE,
);
