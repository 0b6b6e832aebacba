import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  chartValue,
  type Difference,
  defaultProcedure,
  type Fact,
  knownProcedures,
  mineStream,
  type RecordedEvent,
  strict1,
  verifyMine,
} from '../src/index.ts';
import { altered, isA, renumbered, revisionOf, withData, withMetadata } from './damage.ts';
import {
  givenAMine,
  givenAMineThatIs,
  inspector,
  type MineUnderTest,
  owner,
  publishes,
  reviewer,
  secondSupervisor,
  supervisor,
} from './given.ts';
import { movesBackAndForth, movesOfAppeals, tries } from './histories.ts';

/** Histories per property; more for a thorough run. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 10);
const bounded = { interruptAfterTimeLimit: 60_000 };

async function eventsOf({ store, mineId }: MineUnderTest): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const batch of store.read(mineStream(mineId))) events.push(...batch);
  return events;
}

async function verified(mine: MineUnderTest, events?: readonly RecordedEvent[]): Promise<Difference[]> {
  return verifyMine(mine.mineId, events ?? (await eventsOf(mine)), await knownProcedures(mine.store)());
}

/** The differences in short: `2 approval`, the revision and what is different there. */
async function found(mine: MineUnderTest, events: readonly RecordedEvent[]): Promise<string[]> {
  return (await verified(mine, events)).map(({ revision, what }) => `${revision} ${what}`);
}

async function last(mine: MineUnderTest, type: Fact['type']): Promise<Fact> {
  const fact = (await mine.facts()).findLast((each) => each.type === type);
  if (!fact) throw new Error(`no ${type} on file`);
  return fact;
}

describe('a history as the engine stored it', () => {
  test('is the same when decided again, whatever happened, back and forth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(movesBackAndForth, movesOfAppeals), async (moves) => {
        const mine = await givenAMine();
        for (const move of moves) await tries(mine, move);
        expect(await verified(mine)).toEqual([]);
      }),
      { ...bounded, numRuns: RUNS },
    );
  });

  test('is the same under the procedures that were published meanwhile, each as it was known then', async () => {
    const mine = await givenAMineThatIs('reopened');
    await publishes(mine, strict1, '2018-11-03T00:00:00Z');
    await mine.at('2018-11-04T00:00:00Z').does(supervisor, 'ClosureOrdered', { groundsCode: 'TAX_DEFAULT' });
    await mine.does(supervisor, 'ProcedureMigrated', { procedure: 'rectification@1' });
    expect(await verified(mine)).toEqual([]);
  });
});

describe('a stored transition that was tampered with', () => {
  test('is found at its revision, wherever it is and whatever it says instead', async () => {
    await fc.assert(
      fc.asyncProperty(
        movesBackAndForth,
        fc.nat(),
        fc.constantFrom('from', 'to'),
        fc.constantFrom(...chartValue.keyof().options),
        fc.nat(),
        async (moves, index, end, region, state) => {
          const mine = await givenAMine();
          for (const move of moves) await tries(mine, move);
          const events = await eventsOf(mine);
          const { transition, eventId, revision } = (await mine.facts())[index % events.length] ?? {};
          const before = transition?.[end];
          fc.pre(transition !== undefined && before !== null && before !== undefined && revision !== undefined);
          const others = chartValue.shape[region].options.filter((option) => option !== before[region]);
          const tampered = { ...transition, [end]: { ...before, [region]: others[state % others.length] ?? '' } };
          const differences = await verified(
            mine,
            altered(
              events,
              (event) => event.eventId === eventId,
              (event) => ({ ...event, metadata: { ...event.metadata, transition: tampered } }),
            ),
          );
          expect(differences).toContainEqual(
            expect.objectContaining({
              mineId: 'XJ-0001',
              revision,
              what: 'transition',
              expected: transition,
              found: tampered,
            }),
          );
        },
      ),
      { ...bounded, numRuns: RUNS },
    );
  });

  test('is found where two events have each other’s', async () => {
    const mine = await givenAMineThatIs('inspected');
    const events = await eventsOf(mine);
    const [started, passed] = ['InspectionStarted', 'InspectionPassed'].map((type) => events.find(isA(type)));
    const swapped = altered(events, isA('InspectionStarted'), (event) => ({
      ...event,
      metadata: { ...event.metadata, transition: passed?.metadata.transition ?? null },
    }));
    const both = altered(swapped, isA('InspectionPassed'), (event) => ({
      ...event,
      metadata: { ...event.metadata, transition: started?.metadata.transition ?? null },
    }));
    const differences = await found(mine, both);
    expect(differences).toContain(`${revisionOf(events, 'InspectionStarted')} transition`);
    expect(differences).toContain(`${revisionOf(events, 'InspectionPassed')} transition`);
  });

  test('is found in what a backdated event says it changed', async () => {
    const mine = await givenAMineThatIs('closed');
    const ordered = await last(mine, 'ClosureOrdered');
    await mine.at('2018-11-10T00:00:00Z').does(inspector, 'NoteAdded');
    await mine.does(owner, 'RelocationStarted', {}, { occurredAt: ordered.recordedAt });
    const events = await eventsOf(mine);
    const backdated = await last(mine, 'RelocationStarted');
    expect(await verified(mine)).toEqual([]);
    const [changed, ...others] = backdated.retransitions ?? [];
    expect(changed).toBeDefined();
    const revision = backdated.revision;
    for (const retransitions of [others, [...others, { ...changed, to: { ...changed?.to, power: 'none' } }]]) {
      expect(
        await found(mine, withMetadata(events, 'RelocationStarted', JSON.parse(JSON.stringify({ retransitions })))),
      ).toEqual([`${revision} retransitions`]);
    }
  });
});

describe('an event that was tampered with', () => {
  test('is found when it is missing', async () => {
    const mine = await givenAMineThatIs('inspected');
    const events = await eventsOf(mine);
    const started = revisionOf(events, 'InspectionStarted');
    const without = events.filter(({ revision }) => revision !== started);
    expect(await found(mine, without)).toEqual(
      expect.arrayContaining([`${started + 1} revision`, `${started + 1} acceptance`]),
    );
    expect(await found(mine, renumbered(without))).toContain(`${started} acceptance`);
    expect(await found(mine, renumbered(events.slice(1)))).toEqual(['0 acceptance']);
  });

  test('is found when its data no longer meets the conditions', async () => {
    const mine = await givenAMineThatIs('reopened');
    const events = await eventsOf(mine);
    expect(await found(mine, withData(events, 'InspectionPassed', { inspectionId: 'I9' }))).toEqual([
      `${revisionOf(events, 'InspectionPassed')} acceptance`,
    ]);
    expect(await found(mine, withData(events, 'RequirementSatisfied', { validUntil: '2018-10-01' }))).toEqual([
      `${revisionOf(events, 'RequirementsCertified')} acceptance`,
      `${revisionOf(events, 'ApprovalRequested')} approval`,
      `${revisionOf(events, 'ReopeningAuthorised')} approval`,
    ]);
  });

  test('is found when it cannot be read, and what comes after it is not guessed at', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const events = await eventsOf(mine);
    const started = revisionOf(events, 'InspectionStarted');
    await mine.does(inspector, 'NoteAdded');
    for (const unreadable of [
      withData(events, 'InspectionStarted', { inspectionId: 7 }),
      withMetadata(events, 'InspectionStarted', { actor: null }),
      withMetadata(events, 'InspectionStarted', { procedure: 'nobody@7' }),
      altered(events, isA('InspectionStarted'), (event) => ({ ...event, type: 'InspectionBegun' })),
    ]) {
      expect(await found(mine, unreadable)).toEqual([`${started} unreadable`]);
    }
    const withMore = withData(await eventsOf(mine), 'InspectionStarted', { inspectionId: 7 });
    expect((await verified(mine, withMore)).map(({ found }) => found)).toEqual([
      expect.stringContaining('No event of the mine after it was decided again'),
    ]);
  });

  test('is found when it breaks what holds of every event', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const events = await eventsOf(mine);
    const started = revisionOf(events, 'InspectionStarted');
    const at = '2018-10-30T00:00:00Z';
    expect(await found(mine, withMetadata(events, 'InspectionStarted', { recordedAt: at, occurredAt: at }))).toContain(
      `${started} recorded-at`,
    );
    expect(
      await found(mine, withMetadata(events, 'InspectionStarted', { occurredAt: '2030-01-01T00:00:00Z' })),
    ).toEqual([`${started} data`]);
    expect(await found(mine, withMetadata(events, 'InspectionStarted', { mineId: 'XJ-0002' }))).toContain(
      `${started} mine`,
    );
    const again = [...events, ...events.slice(-1).map((event) => ({ ...event, revision: started + 1 }))];
    expect(await found(mine, again)).toContain(`${started + 1} event-id`);
  });

  test('is found when it is by a role that may not send it', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const events = await eventsOf(mine);
    const forged = withMetadata(events, 'InspectionStarted', {
      actor: { id: 'owner-1', role: 'owner', office: 'owner' },
    });
    expect(await found(mine, forged)).toEqual([`${revisionOf(events, 'InspectionStarted')} role`]);
  });
});

describe('a rule of four eyes that was got round', () => {
  test('is found when who requested it also granted it', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'ClosureOrdered');
    const events = await eventsOf(mine);
    const { actor } = await last(mine, 'ApprovalRequested');
    const forged = withMetadata(withMetadata(events, 'ApprovalGranted', { actor }), 'ClosureOrdered', {
      approvedBy: actor,
    });
    expect(await found(mine, forged)).toEqual([`${revisionOf(events, 'ApprovalGranted')} approval`]);
    const byAnother = withMetadata(events, 'ClosureOrdered', { approvedBy: { ...actor, id: 'supervisor-3' } });
    expect(await found(mine, byAnother)).toEqual([`${revisionOf(events, 'ClosureOrdered')} approval`]);
  });

  test('is found when nobody granted it', async () => {
    const mine = await givenAMineThatIs('closed');
    const events = await eventsOf(mine);
    const alone = renumbered(events.filter(({ type }) => !type.startsWith('Approval')));
    expect(await found(mine, alone)).toEqual(['1 approval']);
  });

  test('is found when its effect is another than was requested, or missing', async () => {
    const mine = await givenAMineThatIs('closed');
    const events = await eventsOf(mine);
    const ordered = revisionOf(events, 'ClosureOrdered');
    expect(await found(mine, withData(events, 'ClosureOrdered', { grounds: 'Tax arrears' }))).toEqual([
      `${ordered} approval`,
    ]);
    expect(await found(mine, events.slice(0, ordered))).toEqual([`${ordered - 1} consequence`]);
  });

  test('is found when its effect was not legal any more at its grant', async () => {
    const mine = await givenAMine();
    const first = await mine.requests(inspector, 'ClosureOrdered');
    const second = await mine.requests(inspector, 'ClosureOrdered');
    await mine.does(secondSupervisor, 'ApprovalGranted', { approvalId: first });
    const events = await eventsOf(mine);
    const forged = events.slice(-2).map((event) => ({
      ...event,
      revision: event.revision + 2,
      eventId: event.eventId.replace(/^0/, 'f'),
      data: event.type === 'ApprovalGranted' ? { approvalId: second } : event.data,
      metadata: { ...event.metadata, causationId: String(event.metadata.causationId).replace(/^0/, 'f') },
    }));
    const [, effect] = forged;
    expect(await found(mine, [...events, ...forged])).toEqual([`${effect?.revision} approval`]);
  });
});

test('a quashed order without its quashing is found', async () => {
  const mine = await givenAMineThatIs('closed');
  await mine.does(owner, 'AppealLodged');
  await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
  const events = await eventsOf(mine);
  expect(await verified(mine)).toEqual([]);
  expect(await verified(mine, events.slice(0, -1))).toMatchObject([
    {
      revision: revisionOf(events, 'AppealDecided'),
      what: 'consequence',
      expected: 'ClosureQuashed',
      found: 'nothing',
    },
  ]);
});

test('a closure under a procedure that was not in force when it began is found', async () => {
  const mine = await givenAMine();
  await publishes(mine, strict1, '2018-12-01T00:00:00Z');
  await mine.does(supervisor, 'ClosureOrdered');
  const events = await eventsOf(mine);
  expect(await verified(mine)).toEqual([]);
  const forged = withMetadata(events, 'ClosureOrdered', { procedure: 'strict@1' });
  expect(await verified(mine, forged)).toMatchObject([
    {
      revision: revisionOf(events, 'ClosureOrdered'),
      what: 'procedure',
      expected: { procedure: `${defaultProcedure.id}@${defaultProcedure.version}` },
      found: { procedure: 'strict@1' },
    },
  ]);
});
