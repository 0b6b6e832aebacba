import { describe, expect, test } from '@jest/globals';
import type { EventData, Fact } from '@rectify/engine';
import { answerMine, describeHistory, lastVisibleRevision, type Viewer, viewerOf, visibleFacts } from '../src/index.ts';
import {
  aDocument,
  analyst,
  givenARegister,
  inspector,
  NOW,
  official,
  ownerOf,
  supervisor,
  viewingOwner,
} from './given.ts';

const owner = viewingOwner('XJ-0001');

/** A closed mine with all that an owner must not see on its file; the names of officials would be found in any answer. */
async function givenACaseWithSecrets() {
  const register = await givenARegister();
  const { does } = register;
  await register.registers('XJ-0001');
  await register.closes('XJ-0001', '2018-11-05T00:00:00+08:00');
  await does('XJ-0001', supervisor, 'CaseAssigned', { assignee: 'zhang.hua' }, '2018-11-06T00:00:00+08:00');
  await does(
    'XJ-0001',
    inspector,
    'NoteAdded',
    { text: 'Ask li.wei about the meter', visibility: 'internal' },
    '2018-11-07T00:00:00+08:00',
  );
  await does(
    'XJ-0001',
    inspector,
    'DocumentAttached',
    { document: { ...aDocument, name: 'internal.pdf' }, visibility: 'internal' },
    '2018-11-07T00:00:00+08:00',
  );
  await does(
    'XJ-0001',
    inspector,
    'NoteAdded',
    { text: 'An inspector will come', visibility: 'owner' },
    '2018-11-08T00:00:00+08:00',
  );
  await does(
    'XJ-0001',
    inspector,
    'DocumentAttached',
    { document: { ...aDocument, name: 'order.pdf' }, visibility: 'owner' },
    '2018-11-08T00:00:00+08:00',
  );
  await does(
    'XJ-0001',
    ownerOf('XJ-0001'),
    'OwnerStatementFiled',
    { text: 'Our impact on the grid is small' },
    '2018-11-09T00:00:00+08:00',
  );
  await register.attempts(
    'XJ-0001',
    supervisor,
    'OperatorChanged',
    { operator: { id: 'op-2', name: 'Second' }, reason: 'Sold' },
    '2018-11-10T00:00:00+08:00',
  );
  return register;
}

/** The id of the first event of a type. */
function idOf(facts: readonly Fact[], type: Fact['type']): string {
  const found = facts.find((fact) => fact.type === type);
  if (!found) throw new Error(`There is no ${type}.`);
  return found.eventId;
}

const told = (facts: Parameters<typeof answerMine>[0], viewer: Viewer) => ({
  mine: answerMine(facts, { now: NOW }, viewer),
  history: describeHistory(facts, {}, viewer),
});

describe('what an owner sees', () => {
  test('an owner sees the order, the notes meant for them and their own words, and nothing internal', async () => {
    const facts = await (await givenACaseWithSecrets()).factsOf('XJ-0001');
    const { mine, history } = told(facts, owner);
    expect(history.map(({ type }) => type)).toEqual([
      'MineRegistered',
      'ClosureOrdered',
      'NoteAdded',
      'DocumentAttached',
      'OwnerStatementFiled',
    ]);
    expect(mine?.detail).toMatchObject({
      approvals: [],
      documents: [{ document: { name: 'order.pdf' } }],
      statements: [{ text: 'Our impact on the grid is small' }],
    });
    expect(mine).toMatchObject({
      assignee: null,
      lastChange: { type: 'OwnerStatementFiled' },
      closure: { authority: 'local authorities' },
    });
    expect(told(facts, official).mine).toMatchObject({
      assignee: 'zhang.hua',
      detail: { approvals: [{ event: { type: 'OperatorChanged' } }] },
    });
  });

  test('of officials an owner sees office and role, never a name, also not of who granted', async () => {
    const facts = await (await givenACaseWithSecrets()).factsOf('XJ-0001');
    const answer = told(facts, owner);
    expect(answer.history[1]).toMatchObject({
      actor: { role: 'inspector', office: 'tax' },
      approvedBy: { role: 'supervisor', office: 'energy' },
      commandId: null,
      causationId: null,
    });
    expect(answer.history[4]).toMatchObject({
      actor: { role: 'owner', id: 'owner-of-XJ-0001' },
      commandId: expect.any(String),
    });
    for (const name of ['li.wei', 'wang.fang', 'zhao.min', 'zhang.hua', 'internal.pdf', 'op-2'])
      expect(JSON.stringify(answer)).not.toContain(name);
  });

  test('a request that waits does not show, not even as whose turn it is', async () => {
    const register = await givenARegister();
    await register.registers('XJ-0001');
    const [order] = await register.closes('XJ-0001', '2018-11-05T00:00:00+08:00');
    const { does } = register;
    await does('XJ-0001', inspector, 'InspectionStarted', { inspectionId: 'I1' }, '2018-11-06T00:00:00+08:00');
    await does(
      'XJ-0001',
      inspector,
      'FindingRaised',
      { findingId: 'F1', description: 'No seal', dueOn: '2018-12-01' },
      '2018-11-06T01:00:00+08:00',
    );
    await does('XJ-0001', inspector, 'InspectionFailed', { inspectionId: 'I1' }, '2018-11-06T02:00:00+08:00');
    const correction = {
      corrections: [{ eventId: order?.eventId, patch: { grounds: 'Other grounds' } }],
      reason: 'Wrong',
    };
    await register.attempts('XJ-0001', inspector, 'FactCorrected', correction, '2018-11-07T00:00:00+08:00');

    const facts = await register.factsOf('XJ-0001');
    expect(told(facts, official).mine).toMatchObject({ waitingOn: 'authority', waitingOnOffice: 'energy' });
    expect(told(facts, owner).mine).toMatchObject({ waitingOn: 'owner', waitingOnOffice: null, revision: 6 });
  });

  test('the revision that an owner knows is the last one visible to them, and sending against it succeeds', async () => {
    const register = await givenACaseWithSecrets();
    const facts = await register.factsOf('XJ-0001');
    const known = lastVisibleRevision(owner, facts);
    expect(known).toBe(facts.findLast(({ type }) => type === 'OwnerStatementFiled')?.revision);
    expect(told(facts, owner).mine?.revision).toBe(known);
    expect(told(facts, official).mine?.revision).toBe(facts.length - 1);
    const outcome = await register.engine.send({
      mineId: 'XJ-0001',
      person: ownerOf('XJ-0001'),
      type: 'OwnerStatementFiled',
      data: { text: 'Once more' },
      commandId: 'once more',
      expectedRevision: known,
    });
    expect(outcome.kind).toBe('accepted');
  });

  test('of a correction an owner sees what concerns facts that they may see', async () => {
    const register = await givenACaseWithSecrets();
    const facts = await register.factsOf('XJ-0001');
    const internal = idOf(facts, 'NoteAdded');
    const open = idOf(facts.toReversed(), 'NoteAdded');
    const order = idOf(facts, 'ClosureOrdered');
    const correct = (corrections: EventData<'FactCorrected'>['corrections'], when: string) =>
      register.does('XJ-0001', inspector, 'FactCorrected', { corrections, reason: 'As the file says' }, when);
    await correct([{ eventId: internal, patch: { text: 'Ask zhao.min' } }], '2018-11-11T00:00:00+08:00');
    const grounds = { eventId: order, patch: { grounds: 'Strict inspection after outages' } };
    await correct([{ eventId: internal, void: true }, grounds], '2018-11-12T00:00:00+08:00');
    await correct([{ eventId: open, patch: { visibility: 'internal' } }], '2018-11-13T00:00:00+08:00');

    const { mine, history } = told(await register.factsOf('XJ-0001'), owner);
    const corrections = history.filter(({ type }) => type === 'FactCorrected');
    expect(corrections).toHaveLength(1);
    expect(corrections[0]?.data).toMatchObject({ corrections: [{ eventId: order }] });
    expect(mine?.closure?.grounds).toBe('Strict inspection after outages');
    expect(history.map(({ type }) => type)).not.toContain('NoteAdded');
    expect(mine?.revision).toBe(corrections[0]?.revision);
  });

  test('another owner’s mine is not found', async () => {
    const facts = await (await givenACaseWithSecrets()).factsOf('XJ-0001');
    expect(told(facts, viewingOwner('XJ-0002'))).toEqual({ mine: undefined, history: [] });
  });
});

describe('what an analyst sees', () => {
  test('an analyst sees every event, with people under pseudonyms that are stable for a key and differ between keys', async () => {
    const facts = await (await givenACaseWithSecrets()).factsOf('XJ-0001');
    const answer = told(facts, analyst);
    expect(answer.history).toHaveLength(facts.length);
    for (const name of ['li.wei', 'wang.fang', 'zhao.min', 'zhang.hua', 'owner-of-XJ-0001']) {
      const text = JSON.stringify({ ...answer, history: answer.history.filter(({ type }) => type !== 'NoteAdded') });
      expect(text).not.toContain(name);
    }
    const actors = (viewer: Viewer) => told(facts, viewer).history.map(({ actor }) => actor.id);
    expect(actors(analyst)).toEqual(actors(analyst));
    expect(new Set(actors(analyst)).size).toBe(new Set(actors(official)).size);
    expect(actors({ kind: 'analyst', pseudonymKey: 'another secret' })).not.toEqual(actors(analyst));
    const assigned = answer.history.find(({ type }) => type === 'CaseAssigned');
    expect(assigned?.data.assignee).toBe(answer.mine?.assignee);
  });
});

test('who looks follows from the role, and what is unknown sees no names', () => {
  const kinds = (
    ['inspector', 'supervisor', 'licensing', 'reviewer', 'system', 'owner', 'analyst', 'admin'] as const
  ).map((role) => viewerOf({ role, mines: ['XJ-0001'] }, 'key').kind);
  expect(kinds).toEqual(['official', 'official', 'official', 'official', 'official', 'owner', 'analyst', 'analyst']);
  expect(visibleFacts(viewerOf({ role: 'owner', mines: [] }, 'key'), [])).toEqual([]);
});
