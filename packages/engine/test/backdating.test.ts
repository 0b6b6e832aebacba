import { describe, expect, test } from '@jest/globals';
import { fold } from '../src/index.ts';
import { because, expectAccepted, givenAMine, inspector, licensing, owner, supervisor } from './given.ts';

/** A mine closed on the 5th, inspected on the 10th and 12th, with nothing found. */
async function givenAnInspectedMine() {
  const mine = await givenAMine();
  const on = (day: string) => ({ occurredAt: `2018-11-${day}T10:00:00+08:00` });
  await mine.at('2018-11-20T00:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, on('05'));
  const [started] = await mine.does(inspector, 'InspectionStarted', {}, on('10'));
  for (const check of ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS']) {
    await mine.does(inspector, 'CheckRecorded', { check }, on('11'));
  }
  const [passed] = await mine.does(inspector, 'InspectionPassed', {}, on('12'));
  return { mine, on, started, passed };
}

describe('an event dated before the last one', () => {
  test('is accepted where the history stays possible, and every transition that it changes is stored anew', async () => {
    const { mine, on, started, passed } = await givenAnInspectedMine();
    const [issued] = await mine.does(supervisor, 'PowerDirectionIssued', {}, on('06'));
    expect(issued).toMatchObject({
      transition: {
        from: { operation: 'closed.awaitingInspection', power: 'none' },
        to: { operation: 'closed.awaitingInspection', power: 'ordered' },
      },
    });
    expect(issued?.retransitions).toHaveLength(5);
    expect(issued?.retransitions?.find(({ eventId }) => eventId === started?.eventId)).toMatchObject({
      from: { operation: 'closed.awaitingInspection', power: 'ordered' },
      to: { operation: 'closed.inspecting', power: 'ordered' },
    });
    expect((await mine.now()).value).toMatchObject({ operation: 'inspected', power: 'ordered' });
    const facts = await mine.facts();
    expect(fold(facts)).toEqual(await mine.now());
    expect(fold(facts, { asOf: '2018-11-07T00:00:00Z' })?.value).toMatchObject({
      operation: 'closed.awaitingInspection',
      power: 'ordered',
    });
    expect(fold(facts, { knownAt: passed?.recordedAt })?.value).toMatchObject({
      operation: 'inspected',
      power: 'none',
    });
  });

  test('is refused where something later would no longer have been possible, and names all of it', async () => {
    const { mine, on, started, passed } = await givenAnInspectedMine();
    const rejection = await mine.refuses(supervisor, 'ClosureWithdrawn', {}, on('08'));
    expect(rejection).toMatchObject({ code: 'condition-not-met' });
    const reasons = because(rejection);
    expect(reasons).toHaveLength(5);
    expect(reasons[0]).toBe(`would-become-impossible ${started?.eventId}`);
    expect(reasons[4]).toBe(`would-become-impossible ${passed?.eventId}`);
  });

  test('is refused for its own sake by what stood then, not by what stands now', async () => {
    const { mine, on } = await givenAnInspectedMine();
    expect(because(await mine.refuses(inspector, 'FindingRaised', {}, on('08')))).toEqual([
      'no-such-step closed.awaitingInspection',
    ]);
    await mine.does(inspector, 'CheckRecorded', { check: 'TAX', outcome: 'pass' }, on('11'));
  });

  test('that unmeets a condition of a later one is refused', async () => {
    const { mine, on, passed } = await givenAnInspectedMine();
    expect(because(await mine.refuses(inspector, 'FindingRaised', {}, on('11')))).toEqual([
      `would-become-impossible ${passed?.eventId}`,
    ]);
  });

  test('cannot lie before the mine was registered', async () => {
    const mine = await givenAMine();
    const before = { occurredAt: '2018-10-01T00:00:00+08:00' };
    expect(because(await mine.refuses(inspector, 'NoteAdded', {}, before))).toEqual(['before-registration']);
  });

  test('of the same instant comes after those recorded before it', async () => {
    const { mine, on } = await givenAnInspectedMine();
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES' }, on('12'));
    expect(because(await mine.refuses(owner, 'RemediationDeclared', {}, on('12')))).toContain('no-such-step inspected');
  });

  test('in a batch counts for the events after it', async () => {
    const { mine, on } = await givenAnInspectedMine();
    const facts = expectAccepted(
      await mine.batch(supervisor, [
        {
          type: 'PowerDirectionIssued',
          data: { directionId: 'P1', alternatives: ['curtail'], dueOn: '2018-12-01' },
          ...on('06'),
        },
        { type: 'PowerDirectionWithdrawn', data: { directionId: 'P1', reason: 'r' }, ...on('07') },
        { type: 'NoteAdded', data: { text: 'n', visibility: 'internal' } },
      ]),
    );
    expect(facts.map(({ type }) => type)).toEqual(['PowerDirectionIssued', 'PowerDirectionWithdrawn', 'NoteAdded']);
    expect((await mine.now()).value.power).toBe('none');
    expect(fold(await mine.facts())).toEqual(await mine.now());
  });

  test('between a request and the last event is folded in its place', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-10T00:00:00Z').does(inspector, 'NoteAdded', {}, { occurredAt: '2018-11-02T00:00:00Z' });
    await mine.requests(supervisor, 'OperatorChanged');
    await mine.does(owner, 'RelocationStarted', {}, { occurredAt: '2018-11-04T00:00:00Z' });
    await mine.does(inspector, 'RelocationCompleted', {}, { occurredAt: '2018-11-05T00:00:00Z' });
    const now = await mine.now();
    expect(fold(await mine.facts())).toEqual(now);
    const instants = now.course.map(({ at }) => Date.parse(at));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });
});
