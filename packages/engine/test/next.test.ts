import { describe, expect, test } from '@jest/globals';
import { openMemoryStore } from '../src/event-store/memory.ts';
import {
  createEngine,
  type Engine,
  type EventType,
  eventTypes,
  isEventType,
  mineStream,
  type NewEvent,
  type Outcome,
  type Person,
  strict1,
} from '../src/index.ts';
import {
  analyst,
  because,
  failTheInspectionAndRemedy,
  givenAMine,
  givenAMineThatIs,
  idsInSequence,
  inspector,
  licensing,
  type MineUnderTest,
  onTheWayTo,
  owner,
  publishes,
  reviewer,
  satisfyTheRequirements,
  supervisor,
  system,
} from './given.ts';
import { sampleOf } from './sample-of-schema.ts';
import { wellFormed } from './well-formed.ts';

const senders = [inspector, supervisor, licensing, reviewer, owner, system];

/** Mines in which something of every kind is open, pending or over. */
const situations: Record<string, () => Promise<MineUnderTest>> = {
  'that runs': givenAMine,
  'with its closing requested': async () => {
    const mine = await givenAMine();
    await mine.requests(inspector, 'ClosureOrdered');
    return mine;
  },
  'just closed': () => givenAMineThatIs('closed'),
  'being inspected': async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised');
    return mine;
  },
  'with findings, a letter, a direction, an appeal and requests': async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'InspectionFailed');
    await mine.does(owner, 'ExtensionRequested');
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(owner, 'AppealLodged');
    await mine.does(owner, 'StayRequested');
    await mine.does(owner, 'LiftRequested');
    await mine.does(owner, 'LicenceApplied');
    await mine.does(inspector, 'CaseAssigned');
    return mine;
  },
  'with more time asked for every finding': async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'InspectionFailed');
    await mine.does(owner, 'ExtensionRequested');
    return mine;
  },
  'inspected again': async () => {
    const mine = await givenAMineThatIs('inspecting');
    await failTheInspectionAndRemedy(mine);
    await mine.does(inspector, 'InspectionScheduled');
    await mine.does(inspector, 'InspectionStarted');
    return mine;
  },
  'inspected, evidence in': async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(owner, 'EvidenceSubmitted');
    return mine;
  },
  'licensed, its letter declined and its power curtailed': async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(licensing, 'LicenceGranted');
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    await mine.does(owner, 'GuaranteeLetterDeclined');
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(owner, 'PowerCurtailed');
    return mine;
  },
  'ready to reopen, under a stay': async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(reviewer, 'StayGranted');
    return mine;
  },
  'on its way to another site': async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'RelocationStarted');
    return mine;
  },
  'reopened, the appeal still pending': async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(supervisor, 'ReopeningAuthorised');
    return mine;
  },
  'closed again, the first appeal still pending': async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'closed');
    await satisfyTheRequirements(mine);
    return mine;
  },
  'decommissioned, an appeal pending': async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(supervisor, 'MineDecommissioned');
    return mine;
  },
};

/** Engines with the same mine, each in a store of its own, so that one event can be tried without the others. */
async function copiesOf({ store, mineId }: MineUnderTest): Promise<() => Promise<Engine>> {
  const events: NewEvent[] = [];
  for await (const batch of store.read(mineStream(mineId))) {
    events.push(...batch.map(({ eventId, type, data, metadata }) => ({ eventId, type, data, metadata })));
  }
  return async () => {
    const copy = openMemoryStore({ storeId: 'copy' });
    await copy.append(mineStream(mineId), events, 'no-stream');
    const newId = idsInSequence();
    for (const _ of events) newId();
    return createEngine({ store: copy, clock: () => '2018-11-03T00:00:00Z', newId });
  };
}

function send(engine: Engine, person: Person, type: EventType, data: unknown): Promise<Outcome> {
  return engine.send({ mineId: 'XJ-0001', person, type, data, commandId: 'try' });
}

describe.each(Object.entries(situations))('of a mine %s', (_name, situation) => {
  test('whatever is possible can be sent as its form says, and whatever is refused is refused for the reasons given', async () => {
    const mine = await situation();
    const copy = await copiesOf(mine);
    const untouched = await copy();
    const [registration] = await mine.facts();
    for (const person of senders) {
      const { possible, refused } = (await untouched.next('XJ-0001', person)) ?? { possible: [], refused: [] };
      for (const { type, schema, needsApproval } of possible) {
        const data = sampleOf(schema, registration?.eventId ?? '');
        const outcome = await send(await copy(), person, type, data);
        expect([type, data, outcome.kind === 'rejected' ? outcome.rejection : outcome.kind]).toEqual([
          type,
          data,
          needsApproval ? 'approval' : 'accepted',
        ]);
      }
      const { folded } = (await untouched.load('XJ-0001')) ?? {};
      for (const { type, reasons } of refused) {
        const [data] = wellFormed(type, folded?.mine ?? fail(), person);
        const outcome = await send(untouched, person, type, data);
        if (outcome.kind !== 'rejected') throw new Error(`${type} was said to be refused, and was ${outcome.kind}`);
        expect(reasons.length).toBeGreaterThan(0);
        if (reasons.some(({ code }) => code === 'not-yours' || code === 'not-entitled'))
          expect(outcome.rejection).toMatchObject({ code: 'forbidden' });
        else expect(because(outcome.rejection)).toEqual(expect.arrayContaining(reasons.map(shortly)));
      }
      expect((await untouched.load('XJ-0001'))?.folded).toEqual(folded);
      const told = [...possible, ...refused].map(({ type }) => type);
      expect(new Set(told).size).toBe(told.length);
    }
  });
});

function shortly({ code, about }: { readonly code: string; readonly about?: string }): string {
  return about === undefined ? code : `${code} ${about}`;
}

function fail(): never {
  throw new Error('the mine is gone');
}

test('everyone is told of every event that their role sends; together, of every event there is', async () => {
  const mine = await givenAMineThatIs('closed');
  await publishes(mine, strict1, '2018-12-01T00:00:00Z');
  const told = new Set<string>();
  for (const person of [...senders, analyst]) {
    const next = await mine.engine.next(mine.mineId, person);
    for (const { type } of [...(next?.possible ?? []), ...(next?.refused ?? [])]) told.add(type);
  }
  const writtenByTheEngine = ['MineRegistered', 'ClosureQuashed', 'ApprovalRequested'];
  expect(eventTypes.filter((type) => !told.has(type)).toSorted()).toEqual(writtenByTheEngine.toSorted());
});

test('an owner is told of the steps on the way to reopening, not of what is internal to the authority', async () => {
  const mine = await givenAMineThatIs('closed');
  const next = await mine.engine.next(mine.mineId, owner);
  const told = [...(next?.possible ?? []), ...(next?.refused ?? [])].map(({ type }) => type);
  expect(told).toEqual(expect.arrayContaining(['ReopeningAuthorised', 'EvidenceSubmitted', 'AppealLodged']));
  for (const internal of ['CaseAssigned', 'ApprovalGranted', 'FactCorrected', 'DeadlinePassed'] satisfies EventType[]) {
    expect(told).not.toContain(internal);
  }
});

test('a refusal says which events are possible now instead', async () => {
  const mine = await givenAMineThatIs('closed');
  const rejection = await mine.refuses(inspector, 'InspectionPassed');
  if (rejection.code !== 'illegal-transition') throw new Error('expected an illegal transition');
  const possible = (await mine.engine.next(mine.mineId, inspector))?.possible.map(({ type }) => type);
  expect(rejection.next).toEqual(possible);
  expect(rejection.next).toContain('InspectionStarted');
  expect(rejection.next.every(isEventType)).toBe(true);
});

describe('a form', () => {
  const schemaOf = async (mine: MineUnderTest, person: Person, type: EventType) =>
    (await mine.engine.next(mine.mineId, person))?.possible.find((each) => each.type === type)?.schema;

  test('offers only what the mine has, by its name, and an id that is free', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised', { findingId: 'F1', description: 'Meter without seal' });
    await mine.does(inspector, 'FindingRaised', { findingId: 'F3', description: 'No licence at the gate' });
    expect(await schemaOf(mine, inspector, 'FindingRaised')).toMatchObject({
      properties: { findingId: { default: 'F4' } },
    });
    await mine.does(inspector, 'InspectionFailed');
    await mine.does(owner, 'ExtensionRequested', { findingId: 'F1' });
    expect(await schemaOf(mine, owner, 'ExtensionRequested')).toMatchObject({
      properties: { findingId: { enum: ['F3'], 'x-labels': { F3: 'No licence at the gate' } } },
    });
    expect(await schemaOf(mine, supervisor, 'ExtensionRefused')).toMatchObject({
      properties: { findingId: { enum: ['F1'] } },
    });
    expect(await schemaOf(mine, owner, 'RemediationDeclared')).toMatchObject({
      properties: { evidence: { minItems: 2, maxItems: 2 } },
    });
  });

  test('asks for the procedure’s checks and requirements by code, with titles in both languages', async () => {
    const mine = await givenAMineThatIs('inspecting');
    expect(await schemaOf(mine, inspector, 'CheckRecorded')).toMatchObject({
      properties: {
        check: {
          enum: ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'],
          'x-labels': { TAX: { en: 'Tax', 'zh-CN': '税务' } },
        },
      },
    });
  });

  test('holds what the direction, the procedure or the sender’s role limits', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(supervisor, 'PowerDirectionIssued', { cap: { amount: 5, unit: 'MW' } });
    expect(await schemaOf(mine, owner, 'PowerCurtailed')).toMatchObject({
      properties: {
        to: { properties: { amount: { maximum: 5 }, unit: { enum: ['MW'] } }, required: ['amount', 'unit'] },
      },
    });
    expect(await schemaOf(mine, owner, 'NoteAdded')).toMatchObject({ properties: { visibility: { enum: ['owner'] } } });
    expect(await schemaOf(mine, inspector, 'NoteAdded')).toMatchObject({
      properties: { visibility: { enum: ['internal', 'owner'] } },
    });
    expect(await schemaOf(mine, inspector, 'CaseAssigned')).toMatchObject({
      properties: { assignee: { enum: ['inspector-1'] } },
    });
    expect(await schemaOf(mine, inspector, 'InspectionStarted')).toMatchObject({
      properties: { inspectorsPresent: { minimum: 2 } },
    });
  });

  test('to start an inspection proposes the one that was scheduled', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'InspectionScheduled', { inspectionId: 'I7' });
    expect(await schemaOf(mine, inspector, 'InspectionStarted')).toMatchObject({
      properties: { inspectionId: { default: 'I7' } },
    });
    expect(await schemaOf(mine, inspector, 'InspectionScheduled')).toMatchObject({
      properties: { inspectionId: { default: 'I2' } },
    });
  });

  test('to grant offers the requests of others, not one’s own', async () => {
    const mine = await givenAMine();
    const own = await mine.requests(supervisor, 'OperatorChanged');
    const others = await mine.requests(inspector, 'ClosureOrdered');
    expect(await schemaOf(mine, supervisor, 'ApprovalGranted')).toMatchObject({
      properties: { approvalId: { enum: [others], 'x-labels': { [others]: 'ClosureOrdered' } } },
    });
    expect(await schemaOf(mine, supervisor, 'ApprovalWithdrawn')).toMatchObject({
      properties: { approvalId: { enum: [own] } },
    });
  });
});
