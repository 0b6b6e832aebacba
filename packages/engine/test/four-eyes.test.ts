import { describe, expect, test } from '@jest/globals';
import { type Procedure, strict1 } from '../src/index.ts';
import {
  because,
  expectAccepted,
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  onTheWayTo,
  owner,
  publishes,
  secondSupervisor,
  supervisor,
} from './given.ts';

describe('an event that needs another person', () => {
  test('is stored as a request that changes nothing until it is granted', async () => {
    const mine = await givenAMine();
    const outcome = await mine.attempts(inspector, 'ClosureOrdered', { grounds: 'g', authority: 'a', legalBasis: 'l' });
    expect(outcome).toMatchObject({
      kind: 'approval',
      duplicate: false,
      approval: { answer: 'pending', requestedBy: { id: 'inspector-1' } },
    });
    expect(await mine.state()).toBe('operating');
    expect((await mine.now()).mine.approvals).toMatchObject({});
  });

  test('takes effect with its grant, in one append, as the act of who requested it, approved by who granted', async () => {
    const mine = await givenAMine();
    const approvalId = await mine.requests(inspector, 'ClosureOrdered');
    const request = (await mine.facts()).at(-1);
    const stored = expectAccepted(
      await mine.attempts(supervisor, 'ApprovalGranted', { approvalId }, { key: 'grant-1' }),
    );
    const [grant, effect] = stored;
    expect(stored).toHaveLength(2);
    expect(grant).toMatchObject({
      type: 'ApprovalGranted',
      actor: { id: 'supervisor-1' },
      revision: (request?.revision ?? 0) + 1,
    });
    expect(effect).toMatchObject({
      type: 'ClosureOrdered',
      revision: (request?.revision ?? 0) + 2,
      actor: { id: 'inspector-1', role: 'inspector', office: 'tax' },
      approvedBy: { id: 'supervisor-1', role: 'supervisor', office: 'energy' },
      commandId: 'grant-1/effect',
      causationId: grant?.eventId,
      recordedAt: grant?.recordedAt,
      occurredAt: grant?.recordedAt,
    });
    expect((await mine.now()).mine.approvals).toEqual({});
  });

  test('occurs when its request says, else at its grant', async () => {
    const mine = await givenAMine();
    await mine
      .at('2018-11-05T10:00:00+08:00')
      .does(inspector, 'ClosureOrdered', {}, { occurredAt: '2018-11-05T00:00:00+08:00' });
    expect((await mine.now()).mine.closure?.since).toBe('2018-11-05T00:00:00+08:00');
  });

  test('is not granted by who requested it, nor by someone whom the procedure does not name, nor by an owner', async () => {
    const mine = await givenAMine();
    const approvalId = await mine.requests(supervisor, 'ClosureOrdered');
    expect(because(await mine.refuses(supervisor, 'ApprovalGranted', { approvalId }))).toEqual([
      `same-person ${approvalId}`,
    ]);
    expect(because(await mine.refuses(supervisor, 'ApprovalDeclined', { approvalId }))).toEqual([
      `same-person ${approvalId}`,
    ]);
    for (const who of [inspector, licensing, owner]) {
      expect(await mine.refuses(who, 'ApprovalGranted', { approvalId })).toMatchObject({
        code: 'forbidden',
        who: ['supervisor'],
      });
    }
    await mine.does(secondSupervisor, 'ApprovalGranted', { approvalId });
    expect(await mine.state()).toBe('closed.awaitingInspection');
  });

  test('is not granted by a supervisor of another region', async () => {
    const mine = await givenAMine();
    const approvalId = await mine.requests(supervisor, 'ClosureOrdered');
    const elsewhere = { ...secondSupervisor, regions: ['CN-GZ'] };
    expect(await mine.refuses(elsewhere, 'ApprovalGranted', { approvalId })).toMatchObject({ code: 'forbidden' });
  });

  test('is refused at once if it is not possible now', async () => {
    const mine = await givenAMine();
    expect(await mine.refuses(supervisor, 'ReopeningAuthorised')).toMatchObject({ code: 'illegal-transition' });
    expect(await mine.refuses(licensing, 'ClosureOrdered')).toMatchObject({ code: 'forbidden' });
  });

  test('has to be sent alone, not in a batch', async () => {
    const mine = await givenAMine();
    const outcome = await mine.batch(inspector, [
      { type: 'NoteAdded', data: { text: 'n', visibility: 'internal' } },
      { type: 'ClosureOrdered', data: { grounds: 'g', authority: 'a', legalBasis: 'l' } },
    ]);
    expect(outcome).toMatchObject({
      kind: 'rejected',
      index: 1,
      rejection: { code: 'condition-not-met', reasons: [{ code: 'needs-approval', who: 'supervisor' }] },
    });
  });
});

describe('a request', () => {
  test('sent again under its key is answered with what became of it, not of another', async () => {
    for (const [who, type, answer] of [
      [secondSupervisor, 'ApprovalGranted', 'granted'],
      [secondSupervisor, 'ApprovalDeclined', 'declined'],
      [supervisor, 'ApprovalWithdrawn', 'withdrawn'],
    ] as const) {
      const mine = await givenAMine();
      const another = await mine.requests(supervisor, 'ClosureOrdered');
      const operator = { id: 'owner-2', name: 'Second operator' };
      const asks = async () => {
        const asked = await mine.attempts(supervisor, 'OperatorChanged', { operator, reason: 'sold' }, { key: 'sale' });
        if (asked.kind !== 'approval') throw new Error(`expected a request, got ${asked.kind}`);
        return asked.approval;
      };
      const { approvalId } = await asks();
      await mine.does(secondSupervisor, 'ApprovalDeclined', { approvalId: another });
      expect(await asks()).toMatchObject({ approvalId, answer: 'pending' });
      await mine.does(who, type, { approvalId });
      expect(await asks()).toMatchObject({ approvalId, answer });
    }
  });

  test('declined or withdrawn is over', async () => {
    const mine = await givenAMine();
    const declined = await mine.requests(inspector, 'ClosureOrdered');
    await mine.does(supervisor, 'ApprovalDeclined', { approvalId: declined });
    expect(because(await mine.refuses(supervisor, 'ApprovalGranted', { approvalId: declined }))).toContain(
      `not-pending ${declined}`,
    );
    const withdrawn = await mine.requests(inspector, 'ClosureOrdered');
    expect(because(await mine.refuses(supervisor, 'ApprovalWithdrawn', { approvalId: withdrawn }))).toEqual([
      `not-your-request ${withdrawn}`,
    ]);
    await mine.does(inspector, 'ApprovalWithdrawn', { approvalId: withdrawn });
    expect(because(await mine.refuses(supervisor, 'ApprovalDeclined', { approvalId: withdrawn }))).toContain(
      `not-pending ${withdrawn}`,
    );
    expect(await mine.state()).toBe('operating');
  });

  test('of which nothing is known is not granted, whatever it is called', async () => {
    const mine = await givenAMine();
    for (const approvalId of ['unknown', 'constructor', 'toString', 'hasOwnProperty']) {
      for (const type of ['ApprovalGranted', 'ApprovalDeclined', 'ApprovalWithdrawn'] as const) {
        expect(because(await mine.refuses(supervisor, type, { approvalId }))).toContain(`not-pending ${approvalId}`);
      }
    }
  });

  test('that became impossible before its grant says why, stays open, and can still be declined', async () => {
    const mine = await givenAMine();
    const approvalId = await mine.requests(inspector, 'ClosureOrdered');
    await mine.does(supervisor, 'MineDecommissioned');
    const rejection = await mine.refuses(supervisor, 'ApprovalGranted', { approvalId });
    expect(rejection).toMatchObject({ code: 'illegal-transition' });
    expect(because(rejection)).toEqual(['no-such-step decommissioned']);
    expect(Object.keys((await mine.now()).mine.approvals)).toEqual([approvalId]);
    await mine.does(supervisor, 'ApprovalDeclined', { approvalId });
    expect((await mine.now()).mine.approvals).toEqual({});
  });

  test('that became impossible is not offered for granting, with the reasons, but still for declining', async () => {
    const mine = await givenAMineThatIs('licensed');
    const approvalId = await mine.requests(supervisor, 'ReopeningAuthorised');
    const offered = async () => {
      const next = await mine.engine.next(mine.mineId, secondSupervisor);
      return {
        possible: next?.possible.map(({ type }) => type).filter((type) => type.startsWith('Approval')),
        why: next?.refused.find(({ type }) => type === 'ApprovalGranted')?.reasons.map(({ code }) => code),
      };
    };
    expect(await offered()).toEqual({ possible: ['ApprovalGranted', 'ApprovalDeclined'], why: undefined });
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    expect(await offered()).toEqual({ possible: ['ApprovalDeclined'], why: ['letter-unsigned'] });
    await mine.does(secondSupervisor, 'ApprovalDeclined', { approvalId });
  });

  test('by a code that the procedure in force no longer has is not granted, and says which', async () => {
    const mine = await givenAMine();
    await publishes(mine, strict1, '2018-11-02T00:00:00Z');
    const approvalId = await mine
      .at('2018-11-03T00:00:00Z')
      .requests(inspector, 'ClosureOrdered', { groundsCode: 'POWER_OUTAGE' });
    const groundsCodes = strict1.groundsCodes.filter(({ code }) => code !== 'POWER_OUTAGE');
    await publishes(mine, { ...strict1, version: 2, groundsCodes }, '2018-11-04T00:00:00Z');
    mine.at('2018-11-05T00:00:00Z');
    expect(because(await mine.refuses(supervisor, 'ApprovalGranted', { approvalId }))).toEqual([
      'invalid /data/groundsCode',
    ]);
    expect(Object.keys((await mine.now()).mine.approvals)).toEqual([approvalId]);
  });

  test('of the past has to be possible now as well, when it is made and when it is granted', async () => {
    const mine = await givenAMine();
    const past = { occurredAt: '2018-11-03T00:00:00+08:00' };
    const approvalId = await mine.at('2018-11-05T00:00:00+08:00').requests(inspector, 'ClosureOrdered', {}, past);
    await mine.does(supervisor, 'MineDecommissioned');
    expect(because(await mine.refuses(supervisor, 'ApprovalGranted', { approvalId }))).toEqual([
      'no-such-step decommissioned',
    ]);
    expect(because(await mine.refuses(inspector, 'ClosureOrdered', {}, past))).toEqual(['no-such-step decommissioned']);
  });

  test('to reopen fails at its grant with every condition that went unmet meanwhile', async () => {
    const mine = await givenAMineThatIs('licensed');
    const approvalId = await mine.requests(supervisor, 'ReopeningAuthorised');
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    await mine.does(supervisor, 'PowerDirectionIssued');
    expect(because(await mine.refuses(secondSupervisor, 'ApprovalGranted', { approvalId }))).toEqual([
      'letter-unsigned G1',
      'direction-unmet P1',
    ]);
    await mine.does(owner, 'GuaranteeLetterSigned');
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    await mine.does(secondSupervisor, 'ApprovalGranted', { approvalId });
    expect(await mine.state()).toBe('reopened');
  });

  test('granted a second time by another request is refused: the mine is closed already', async () => {
    const mine = await givenAMine();
    const first = await mine.requests(inspector, 'ClosureOrdered');
    const second = await mine.requests(supervisor, 'ClosureOrdered');
    await mine.does(secondSupervisor, 'ApprovalGranted', { approvalId: first });
    expect(await mine.refuses(secondSupervisor, 'ApprovalGranted', { approvalId: second })).toMatchObject({
      code: 'illegal-transition',
    });
    expect(Object.keys((await mine.now()).mine.approvals)).toEqual([second]);
  });

  test('is answered now: neither it nor its answer can be dated back', async () => {
    const mine = await givenAMine();
    const approvalId = await mine.requests(inspector, 'ClosureOrdered');
    const occurredAt = '2018-11-01T09:00:00+08:00';
    for (const type of ['ApprovalGranted', 'ApprovalDeclined'] as const) {
      expect(because(await mine.refuses(supervisor, type, { approvalId }, { occurredAt }))).toEqual([
        'invalid /occurredAt',
      ]);
    }
    expect(because(await mine.refuses(inspector, 'ApprovalWithdrawn', { approvalId }, { occurredAt }))).toEqual([
      'invalid /occurredAt',
    ]);
  });
});

test('reopening cannot be dated before its grant, not even to the moment of its request', async () => {
  const mine = await givenAMineThatIs('licensed');
  const occurredAt = '2018-11-20T12:00:00Z';
  for (const requestedAt of [occurredAt, '2018-11-20T13:00:00Z']) {
    expect(because(await mine.at(requestedAt).refuses(supervisor, 'ReopeningAuthorised', {}, { occurredAt }))).toEqual([
      'before-its-grant',
    ]);
  }
  const approvalId = await mine.requests(supervisor, 'ReopeningAuthorised');
  await mine.at('2018-11-21T12:00:00Z').does(secondSupervisor, 'ApprovalGranted', { approvalId });
  expect((await mine.now()).mine.closure?.until).toBe('2018-11-21T12:00:00.000Z');
});

test('a withdrawal that needs two supervisors cannot be dated before its grant either', async () => {
  const mine = await givenAMine();
  const bySupervisors: Procedure['fourEyes'][string] = { request: ['supervisor'], grant: ['supervisor'] };
  const fourEyes = { ...strict1.fourEyes, ClosureWithdrawn: bySupervisors };
  await publishes(mine, { ...strict1, fourEyes }, '2018-11-01T02:00:00Z');
  await mine.at('2018-11-05T10:00:00+08:00').does(supervisor, 'ClosureOrdered');
  const occurredAt = '2018-11-06T10:00:00+08:00';
  const rejection = await mine
    .at('2018-11-20T10:00:00+08:00')
    .refuses(supervisor, 'ClosureWithdrawn', {}, { occurredAt });
  expect(because(rejection)).toEqual(['before-its-grant']);
  expect(rejection).toMatchObject({ reasons: [{ who: 'supervisor' }] });
  await mine.does(supervisor, 'ClosureWithdrawn');
  expect(await mine.state()).toBe('operating');
});

test('a new operator needs two supervisors and must be another than the present one', async () => {
  const mine = await givenAMine();
  expect(await mine.refuses(inspector, 'OperatorChanged')).toMatchObject({ code: 'forbidden' });
  const operator = { id: 'owner-1', name: 'First operator' };
  expect(because(await mine.refuses(supervisor, 'OperatorChanged', { operator }))).toEqual(['same-operator owner-1']);
  await mine.does(supervisor, 'OperatorChanged');
  expect((await mine.now()).mine.operator.id).toBe('owner-2');
  await onTheWayTo(mine, 'closed');
});
