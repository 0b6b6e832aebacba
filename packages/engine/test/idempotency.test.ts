import { describe, expect, test } from '@jest/globals';
import { createEngine } from '../src/index.ts';
import {
  expectAccepted,
  givenAMine,
  givenAMineThatIs,
  idsInSequence,
  inspector,
  licensing,
  owner,
  reviewer,
  secondSupervisor,
  supervisor,
} from './given.ts';
import { anOrder, registration } from './well-formed.ts';

const aNote = { text: 'A note', visibility: 'internal' };

describe('the same key', () => {
  test('with the same event has one effect and the first answer again, with the mine as it is now', async () => {
    const mine = await givenAMine();
    const first = expectAccepted(await mine.attempts(inspector, 'NoteAdded', aNote, { key: 'k' }));
    await mine.does(owner, 'OwnerStatementFiled');
    const again = await mine.attempts(inspector, 'NoteAdded', { visibility: 'internal', text: 'A note' }, { key: 'k' });
    expect(again).toMatchObject({ kind: 'accepted', duplicate: true, facts: first, mine: { revision: 2 } });
    expect(await mine.facts()).toHaveLength(3);
  });

  test('with another event, time or expectation is refused', async () => {
    const mine = await givenAMine();
    await mine.attempts(inspector, 'NoteAdded', aNote, { key: 'k' });
    const others = [
      mine.attempts(inspector, 'NoteAdded', { ...aNote, text: 'Another' }, { key: 'k' }),
      mine.attempts(inspector, 'InspectionStarted', { inspectionId: 'I1' }, { key: 'k' }),
      mine.attempts(inspector, 'NoteAdded', aNote, { key: 'k', occurredAt: '2018-11-01T09:00:00+08:00' }),
      mine.attempts(inspector, 'NoteAdded', aNote, { key: 'k', expectedRevision: 0 }),
      mine.batch(
        inspector,
        [
          { type: 'NoteAdded', data: aNote },
          { type: 'NoteAdded', data: aNote },
        ],
        { key: 'k' },
      ),
    ];
    for (const outcome of await Promise.all(others)) {
      expect(outcome).toMatchObject({ kind: 'rejected', rejection: { code: 'key-reused', commandId: 'k' } });
    }
    expect(await mine.facts()).toHaveLength(2);
  });

  test('belongs to one person: another may use it', async () => {
    const mine = await givenAMine();
    await mine.attempts(inspector, 'NoteAdded', aNote, { key: 'k' });
    expectAccepted(await mine.attempts(licensing, 'NoteAdded', { ...aNote, text: 'Another' }, { key: 'k' }));
  });

  test('is free again after a refusal', async () => {
    const mine = await givenAMine();
    await mine.attempts(inspector, 'InspectionStarted', { inspectionId: 'I1' }, { key: 'k' });
    expectAccepted(await mine.attempts(inspector, 'NoteAdded', aNote, { key: 'k' }));
  });

  test('with the same batch answers everything the batch stored', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const events = [
      { type: 'CheckRecorded', data: { check: 'TAX', outcome: 'pass' } },
      { type: 'FindingRaised', data: { findingId: 'F1', description: 'd', dueOn: '2018-12-01' } },
    ];
    const first = expectAccepted(await mine.batch(inspector, events, { key: 'k' }));
    expect(await mine.batch(inspector, events, { key: 'k' })).toMatchObject({
      kind: 'accepted',
      duplicate: true,
      facts: first,
    });
  });

  test('of a request answers the request with what became of it', async () => {
    const mine = await givenAMine();
    const request = () => mine.attempts(inspector, 'ClosureOrdered', anOrder, { key: 'k' });
    const first = await request();
    expect(await request()).toMatchObject({ kind: 'approval', duplicate: true, approval: { answer: 'pending' } });
    if (first.kind !== 'approval') throw new Error('expected a request');
    const { approvalId } = first.approval;
    await mine.does(supervisor, 'ApprovalGranted', { approvalId });
    expect(await request()).toMatchObject({
      kind: 'approval',
      duplicate: true,
      approval: { approvalId, answer: 'granted' },
    });
    expect(await mine.facts()).toHaveLength(4);
  });

  test('of a grant, or of a decision with a consequence, answers that too, also after a restart', async () => {
    const mine = await givenAMine();
    const approvalId = await mine.requests(inspector, 'ClosureOrdered');
    const grant = expectAccepted(await mine.attempts(supervisor, 'ApprovalGranted', { approvalId }, { key: 'g' }));
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    const decision = { appealId: 'A1', decision: 'quashed', reason: 'r' };
    const decided = expectAccepted(await mine.attempts(reviewer, 'AppealDecided', decision, { key: 'd' }));
    expect([grant, decided].map((facts) => facts.map(({ type }) => type))).toEqual([
      ['ApprovalGranted', 'ClosureOrdered'],
      ['AppealDecided', 'ClosureQuashed'],
    ]);
    const restarted = createEngine({ store: mine.store, clock: () => '2019-01-01T00:00:00Z', newId: idsInSequence() });
    for (const engine of [mine.engine, restarted]) {
      const again = { mineId: mine.mineId, type: 'ApprovalGranted', data: { approvalId } };
      expect(await engine.send({ ...again, person: supervisor, commandId: 'g' })).toMatchObject({
        duplicate: true,
        facts: grant,
      });
      const once = { mineId: mine.mineId, type: 'AppealDecided', data: decision };
      expect(await engine.send({ ...once, person: reviewer, commandId: 'd' })).toMatchObject({
        duplicate: true,
        facts: decided,
      });
    }
  });

  test('that names what followed from a grant is free for who requested it', async () => {
    const mine = await givenAMine();
    const approvalId = await mine.requests(inspector, 'ClosureOrdered');
    expectAccepted(await mine.attempts(supervisor, 'ApprovalGranted', { approvalId }, { key: 'g' }));
    expectAccepted(await mine.attempts(inspector, 'NoteAdded', aNote, { key: 'g/effect' }));
  });

  test('has one effect although it is the id of an earlier event, also after a restart', async () => {
    const mine = await givenAMine();
    const [earlier] = expectAccepted(await mine.attempts(inspector, 'NoteAdded', aNote));
    const key = earlier?.eventId ?? '';
    expectAccepted(await mine.attempts(inspector, 'NoteAdded', { ...aNote, text: 'Second' }, { key }));
    const restarted = createEngine({ store: mine.store, clock: () => '2019-01-01T00:00:00Z', newId: idsInSequence() });
    const again = { mineId: mine.mineId, person: inspector, type: 'NoteAdded', data: { ...aNote, text: 'Second' } };
    expect(await restarted.send({ ...again, commandId: key })).toMatchObject({ kind: 'accepted', duplicate: true });
    expect(await mine.facts()).toHaveLength(3);
  });

  test('sent five times at once has one effect', async () => {
    const mine = await givenAMine();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => mine.attempts(inspector, 'NoteAdded', aNote, { key: 'k' })),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'accepted' && !outcome.duplicate)).toHaveLength(1);
    expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
    expect(await mine.facts()).toHaveLength(2);
  });
});

describe('registering', () => {
  const register = (
    mine: Awaited<ReturnType<typeof givenAMine>>,
    commandId: string,
    data: object,
    person = inspector,
  ) => mine.engine.register({ person, commandId, data });

  test('with the same key and data registers one mine; with other data it is refused', async () => {
    const mine = await givenAMine();
    expect(await register(mine, 'registration', registration)).toMatchObject({ kind: 'accepted', duplicate: true });
    expect(await register(mine, 'registration', { ...registration, name: 'Other' })).toMatchObject({
      rejection: { code: 'key-reused' },
    });
    expect(await register(mine, 'another', registration)).toMatchObject({ rejection: { code: 'mine-exists' } });
  });

  test('without an id derives one from person and key, the same each time', async () => {
    const mine = await givenAMine();
    const { mineId: _none, ...nameless } = registration;
    const first = await register(mine, 'k1', nameless);
    const again = await register(mine, 'k1', nameless);
    const other = await register(mine, 'k1', nameless, { ...inspector, id: 'inspector-2' });
    if (first.kind !== 'accepted' || other.kind !== 'accepted') throw new Error('expected two mines');
    expect(again).toMatchObject({ kind: 'accepted', duplicate: true, facts: first.facts });
    expect(other.mine.mine.mineId).not.toBe(first.mine.mine.mineId);
  });

  test('takes an inspector of the region', async () => {
    const mine = await givenAMine();
    const data = { ...registration, mineId: 'GZ-0001', region: 'CN-GZ' };
    expect(await register(mine, 'k2', data, secondSupervisor)).toMatchObject({ rejection: { code: 'forbidden' } });
    expect(await register(mine, 'k3', data, { ...inspector, regions: ['CN-XJ'] })).toMatchObject({
      rejection: { code: 'forbidden' },
    });
    expect(await register(mine, 'k4', data)).toMatchObject({ kind: 'accepted' });
  });
});
