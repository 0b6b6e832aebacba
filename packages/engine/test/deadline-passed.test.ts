import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createEngine, type Engine, type Fact, recordWhatIsDue, strict1, workingDaysAfter } from '../src/index.ts';
import {
  givenAMine,
  givenAMineThatIs,
  idsInSequence,
  inspector,
  licensing,
  type MineUnderTest,
  onTheWayTo,
  owner,
  passTheInspection,
  publishes,
  secondSupervisor,
  supervisor,
} from './given.ts';

const HOUR = 3_600_000;

/** A round of one node over the mine's store, at an instant; answers how much it put on record. */
type Round = (at: string) => Promise<number>;

/** Another node: an engine of its own over the same store. */
function aNode({ store, mineId }: MineUnderTest, between: (engine: Engine) => Engine = (engine) => engine): Round {
  let now = '';
  const newId = idsOfANode();
  const engine = between(createEngine({ store, clock: () => now, newId }));
  return async (at) => {
    now = at;
    const stored = await recordWhatIsDue({
      engine,
      candidates: async () => [mineId],
      clock: () => now,
      onFailure: (failure) => {
        throw failure;
      },
    });
    return stored.length;
  };
}

let nodes = 0;
function idsOfANode(): () => string {
  const node = String(++nodes).padStart(4, '0');
  const next = idsInSequence();
  return () => next().replace('-8000-', `-${node}-`);
}

/** Goes through time hour by hour: what happens in an hour, then what is done in every hour. */
async function hourly(
  [from, to]: readonly [string, string],
  happens: Readonly<Record<string, (at: string) => Promise<unknown>>>,
  everyHour: (at: string) => Promise<unknown>,
): Promise<void> {
  for (let at = Date.parse(from); at < Date.parse(to); at += HOUR) {
    const instant = new Date(at).toISOString();
    for (const [when, act] of Object.entries(happens)) if (Date.parse(when) === at) await act(instant);
    await everyHour(instant);
  }
}

async function passedOf(mine: MineUnderTest): Promise<readonly Extract<Fact, { type: 'DeadlinePassed' }>[]> {
  return (await mine.facts()).flatMap((fact) => (fact.type === 'DeadlinePassed' ? [fact] : []));
}

/** The last working day before Golden Week: a Sunday that is worked. */
const beforeGoldenWeek = workingDaysAfter('2018-09-20', 7, strict1.calendar);
/** The first one after it, and three more. */
const afterGoldenWeek = workingDaysAfter(beforeGoldenWeek, 1, strict1.calendar);
const threeMore = workingDaysAfter(afterGoldenWeek, 3, strict1.calendar);

/** A finding to be made good by the last working day before Golden Week, under a procedure that counts in working days. */
async function givenAFindingDueBeforeGoldenWeek(): Promise<MineUnderTest> {
  const mine = await givenAMine({ since: '2018-09-03T09:00:00+08:00' });
  await publishes(mine, strict1, '2018-09-01T00:00:00+08:00');
  mine.at('2018-09-18T09:00:00+08:00');
  await onTheWayTo(mine, 'inspecting');
  await mine.does(inspector, 'FindingRaised', { dueOn: beforeGoldenWeek });
  await mine.does(inspector, 'InspectionFailed');
  return mine;
}

const extendsTo = (mine: MineUnderTest, dueOn: string) => (at: string) =>
  mine.at(at).does(supervisor, 'RemediationExtended', { findingId: 'F1', dueOn });

const twoExtensions = (mine: MineUnderTest) => ({
  '2018-09-28T10:00:00+08:00': extendsTo(mine, afterGoldenWeek),
  '2018-10-08T16:00:00+08:00': extendsTo(mine, threeMore),
});

const weeks = ['2018-09-20T00:00:00+08:00', '2018-11-01T00:00:00+08:00'] as const;

describe('a deadline on the last working day before Golden Week, extended twice', () => {
  test('falls on a Sunday that is worked, then on the Monday after the holiday, then three working days later', () => {
    expect([beforeGoldenWeek, afterGoldenWeek, threeMore]).toEqual(['2018-09-30', '2018-10-08', '2018-10-11']);
  });

  test('passes once, for its latest due day, in the first hour after it, with two nodes looking every hour for weeks', async () => {
    const mine = await givenAFindingDueBeforeGoldenWeek();
    const [one, other] = [aNode(mine), aNode(mine)];
    const before = (await mine.now()).value;
    await hourly(weeks, twoExtensions(mine), (at) => Promise.all([one(at), other(at)]));
    expect(await passedOf(mine)).toEqual([
      expect.objectContaining({
        data: { rule: 'remediation', subject: 'F1', dueOn: '2018-10-11', who: 'owner' },
        recordedAt: '2018-10-11T16:00:00.000Z',
        actor: { id: 'system', role: 'system', office: 'system' },
      }),
    ]);
    expect((await mine.now()).value).toEqual(before);
  });

  test('passes once, for its latest due day, where no node ran over any of its due days', async () => {
    const mine = await givenAFindingDueBeforeGoldenWeek();
    const [one, other] = [aNode(mine), aNode(mine)];
    const running = (at: string) => at < '2018-09-27' || at >= '2018-10-20';
    await hourly(weeks, twoExtensions(mine), async (at) => running(at) && Promise.all([one(at), other(at)]));
    expect(await passedOf(mine)).toEqual([
      expect.objectContaining({
        data: expect.objectContaining({ dueOn: '2018-10-11' }),
        recordedAt: '2018-10-20T00:00:00.000Z',
      }),
    ]);
  });

  test('passes once for each due day that it did not keep, where the extension came too late', async () => {
    const mine = await givenAFindingDueBeforeGoldenWeek();
    const one = aNode(mine);
    await hourly(weeks, { '2018-10-01T10:00:00+08:00': extendsTo(mine, threeMore) }, one);
    expect((await passedOf(mine)).map(({ data }) => data.dueOn)).toEqual(['2018-09-30', '2018-10-11']);
  });

  test('does not pass for a due day that was extended between the look and the record', async () => {
    const mine = await givenAFindingDueBeforeGoldenWeek();
    const tooLate = '2018-09-30T16:00:00.000Z';
    let extended = false;
    const interrupted = aNode(mine, (engine) => ({
      ...engine,
      load: async (mineId) => {
        const loaded = await engine.load(mineId);
        if (!extended) await extendsTo(mine, threeMore)(tooLate);
        extended = true;
        return loaded;
      },
    }));
    expect(await interrupted(tooLate)).toBe(0);
    expect(await interrupted('2018-10-11T16:00:00.000Z')).toBe(1);
    expect((await passedOf(mine)).map(({ data }) => data.dueOn)).toEqual(['2018-10-11']);
  });

  test('passes once for a due day at most, however nodes come and go and whenever it is extended', async () => {
    const hours = { min: 0, max: 42 * 24 - 1 };
    const stretch = fc.tuple(fc.integer(hours), fc.integer({ min: 1, max: 700 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(stretch, { minLength: 1, maxLength: 4 }),
        fc.array(stretch, { minLength: 1, maxLength: 4 }),
        fc.integer(hours),
        async (ofOne, ofOther, extendedAfter) => {
          const mine = await givenAFindingDueBeforeGoldenWeek();
          const both = [aNode(mine), aNode(mine)] as const;
          const runs = (stretches: readonly (readonly [number, number])[], hour: number) =>
            stretches.some(([start, length]) => start <= hour && hour < start + length);
          let hour = 0;
          await hourly(weeks, {}, async (at) => {
            if (hour === extendedAfter) await extendsTo(mine, threeMore)(at);
            const up = [...(runs(ofOne, hour) ? [both[0]] : []), ...(runs(ofOther, hour) ? [both[1]] : [])];
            await Promise.all(up.map((node) => node(at)));
            hour += 1;
          });
          const passed = await passedOf(mine);
          const dueDays = passed.map(({ data }) => data.dueOn);
          expect(new Set(dueDays).size).toBe(dueDays.length);
          const upAtLast = [...ofOne, ...ofOther].some(([start, length]) => start + length > hours.max);
          if (upAtLast) expect(dueDays.at(-1)).toBe((await mine.now()).mine.findings.F1?.dueOn);
          for (const { data, recordedAt } of passed) expect(recordedAt > `${data.dueOn}T15:59:59.999Z`).toBe(true);
        },
      ),
      { numRuns: 10, interruptAfterTimeLimit: 60_000 },
    );
  });
});

describe('what time alone brings about', () => {
  test('comes with the first instant after the due day in Shanghai, not with its last', async () => {
    const mine = await givenAMineThatIs('closed');
    const round = aNode(mine);
    expect(await round('2018-11-15T15:59:59.999Z')).toBe(0);
    expect(await round('2018-11-15T16:00:00.000Z')).toBe(1);
    expect(await passedOf(mine)).toMatchObject([
      { data: { rule: 'first-inspection', dueOn: '2018-11-15', who: 'tax' } },
    ]);
  });

  test('names the office that the procedure makes responsible, and counts for its cycle', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'SOCIAL_SECURITY' });
    await aNode(mine)('2019-01-01T00:00:00Z');
    expect((await mine.now()).mine.passed).toMatchObject([
      { rule: 'evidence-answer', subject: 'SOCIAL_SECURITY', who: 'social-security', cycle: 1 },
    ]);
  });

  test('is no passed right to appeal, and no service of the order: the one is no duty, the other flagged by itself', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'InspectionStarted');
    expect(await aNode(mine)('2020-01-01T00:00:00Z')).toBe(0);
  });

  test('of a request under four eyes is a flag: it can still be granted', async () => {
    const mine = await givenAMine();
    const approvalId = await mine.requests(inspector, 'ClosureOrdered');
    await aNode(mine)('2018-12-01T00:00:00Z');
    expect(await passedOf(mine)).toMatchObject([
      { data: { rule: 'approval-answer', subject: approvalId, who: 'energy' } },
    ]);
    await mine.at('2018-12-02T00:00:00Z').does(secondSupervisor, 'ApprovalGranted', { approvalId });
    expect(await mine.state()).toBe('closed.awaitingInspection');
  });

  test('of a power direction that outlasts a cycle is recorded once, in the cycle it passed in', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(supervisor, 'PowerDirectionIssued', { dueOn: '2018-11-10' });
    const round = aNode(mine);
    expect(await round('2018-11-11T00:00:00Z')).toBe(1);
    await mine.at('2018-11-12T00:00:00Z').does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'inspecting');
    expect(await round('2018-11-13T00:00:00Z')).toBe(0);
  });

  test('ends a licence and lapses what depended on it, a day after its last, and moves no mine', async () => {
    const mine = await givenAMine();
    await mine.does(licensing, 'LicenceGranted', { validUntil: '2018-11-30' });
    await onTheWayTo(mine, 'licensed');
    await mine.does(supervisor, 'RequirementWaived', { requirement: 'SOCIAL_SECURITY', expiresOn: '2018-12-05' });
    const round = aNode(mine);
    await round('2018-11-30T15:59:59.999Z');
    expect((await mine.now()).mine.licences.L1?.status).toBe('granted');
    await round('2018-11-30T16:00:00.000Z');
    expect((await mine.now()).mine.licences.L1?.status).toBe('expired');
    await round('2018-12-05T16:00:00.000Z');
    await round('2018-12-06T16:00:00.000Z');
    const { value, mine: now } = await mine.now();
    expect(Object.entries(now.requirements).map(([code, { status }]) => [code, status])).toEqual([
      ['LICENCES', 'lapsed'],
      ['POWER_SUPPLY_PROCEDURE', 'satisfied'],
      ['SOCIAL_SECURITY', 'lapsed'],
    ]);
    expect(value.operation).toBe('licensed');
    const bySystem = (await mine.facts()).filter(({ actor }) => actor.role === 'system');
    expect(bySystem.map(({ type }) => type)).toEqual(['DeadlinePassed', 'LicenceExpired', 'RequirementLapsed']);
    expect(bySystem.slice(1).map(({ data }) => data)).toEqual([
      { licenceId: 'L1' },
      { requirement: 'SOCIAL_SECURITY' },
    ]);
  });

  test('lapses a requirement again that was satisfied again until the same day', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'InspectionStarted');
    await passTheInspection(mine);
    const satisfied = () =>
      mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES', validUntil: '2018-11-05' });
    await satisfied();
    const round = aNode(mine);
    expect(await round('2018-11-06T00:00:00Z')).toBe(1);
    mine.at('2018-11-06T08:00:00Z');
    await satisfied();
    expect(await round('2018-11-07T00:00:00Z')).toBe(1);
  });
});

test('of several deadlines that end on one day each is put on record, once', async () => {
  const mine = await givenAMineThatIs('closed');
  await mine.does(owner, 'LiftRequested');
  const round = aNode(mine);
  await round('2018-11-16T00:00:00+08:00');
  await round('2018-11-16T01:00:00+08:00');
  const inShort = async () => (await passedOf(mine)).map(({ data }) => `${data.rule} ${data.subject ?? data.dueOn}`);
  expect((await inShort()).toSorted()).toEqual(['first-inspection 2018-11-15', 'lift-decision 2018-11-15']);
  mine.at('2018-11-17T09:00:00+08:00');
  await mine.does(inspector, 'InspectionStarted');
  for (const findingId of ['F1', 'F2']) await mine.does(inspector, 'FindingRaised', { findingId, dueOn: '2018-11-20' });
  await mine.does(inspector, 'InspectionFailed');
  await round('2018-11-21T00:00:00+08:00');
  await round('2018-11-21T01:00:00+08:00');
  expect((await inShort()).slice(2).toSorted()).toEqual(['remediation F1', 'remediation F2']);
});
