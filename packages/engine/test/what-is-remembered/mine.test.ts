import { describe, expect, test } from '@jest/globals';
import { givenAMine, givenAMineThatIs, inspector, onTheWayTo, owner, reviewer, supervisor, system } from '../given.ts';
import { aDocument } from '../well-formed.ts';
import { remembered, the } from './remembered.ts';

describe('of a closure is remembered', () => {
  test('its order, its service, the procedure it is under, and how it ended', async () => {
    const mine = await givenAMine();
    const order = { grounds: 'Strict inspection', authority: 'local authorities', legalBasis: 'not stated' };
    const [stored] = await mine.at(the(5)).does(inspector, 'ClosureOrdered', order);
    const open = {
      cycle: 1,
      eventId: stored?.eventId,
      cause: 'order',
      since: stored?.occurredAt,
      sincePrecision: 'instant',
      procedure: 'rectification@1',
      zone: 'Asia/Shanghai',
      order,
      orderedBy: inspector.office,
      letterDemandedAt: null,
      powerDirectedAt: null,
      served: null,
      until: null,
      outcome: null,
      appealOutcome: null,
    };
    expect((await remembered(mine)).closure).toEqual(open);
    const service = { servedAt: the(5), method: 'by hand' };
    await mine.at(the(6)).does(inspector, 'OrderServed', service);
    const served = { ...open, served: { ...service, recordedAt: the(6) } };
    expect((await remembered(mine)).closure).toEqual(served);
    await mine.does(owner, 'AppealLodged');
    await mine.does(reviewer, 'AppealDecided', { decision: 'upheld' });
    const [withdrawal] = await mine.does(supervisor, 'ClosureWithdrawn');
    const over = { ...served, appealOutcome: 'upheld', until: withdrawal?.occurredAt, outcome: 'withdrawn' };
    expect((await remembered(mine)).closure).toEqual(over);
    await mine.at(the(8)).does(inspector, 'ClosureOrdered', { ...order, servedAt: the(8) });
    expect((await remembered(mine)).earlierClosures).toEqual([over]);
    const { closure } = await remembered(mine);
    expect(closure?.served).toEqual({ servedAt: the(8), method: 'not stated', recordedAt: closure?.since });
    await mine.does(supervisor, 'MineDecommissioned');
    expect((await remembered(mine)).closure).toMatchObject({ cycle: 2, outcome: 'decommissioned' });
  });

  test('since when a direction about power was in force in it, one from before it too', async () => {
    const mine = await givenAMine();
    await mine.does(inspector, 'ClosureOrdered');
    await mine.does(supervisor, 'ClosureWithdrawn');
    await mine.does(inspector, 'ClosureOrdered');
    const [issued] = await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(supervisor, 'ClosureWithdrawn');
    const [ordered] = await mine.does(inspector, 'ClosureOrdered');
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    const { closure, earlierClosures } = await remembered(mine);
    const directed = [...earlierClosures, closure].map((one) => one?.powerDirectedAt);
    expect(directed).toEqual([null, issued?.occurredAt, ordered?.occurredAt]);
  });

  test('when a letter was first demanded in it', async () => {
    const mine = await givenAMine();
    await mine.does(inspector, 'ClosureOrdered');
    const [demanded] = await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await mine.does(supervisor, 'GuaranteeLetterWithdrawn', { letterId: 'G1' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G2' });
    await mine.does(supervisor, 'ClosureWithdrawn');
    await mine.does(inspector, 'ClosureOrdered');
    const { closure, earlierClosures } = await remembered(mine);
    const first = [...earlierClosures, closure].map((one) => one?.letterDemandedAt);
    expect(first).toEqual([demanded?.occurredAt, null]);
  });

  test('what the decision on its own order said, not one on a letter or on another order', async () => {
    const mine = await givenAMineThatIs('closed');
    const said = async () => {
      const { closure, earlierClosures } = await remembered(mine);
      return [...earlierClosures, closure].map((each) => each?.appealOutcome);
    };
    await mine.does(owner, 'AppealLodged', { appealId: 'A1', against: 'letter' });
    await mine.does(reviewer, 'AppealDecided', { decision: 'varied' });
    expect(await said()).toEqual([null]);
    await mine.does(owner, 'AppealLodged', { appealId: 'A2' });
    await mine.does(reviewer, 'AppealDecided', { decision: 'upheld' });
    expect(await said()).toEqual(['upheld']);
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A3' });
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'closed');
    await mine.does(reviewer, 'AppealDecided', { appealId: 'A3', decision: 'varied' });
    expect(await said()).toEqual(['upheld', 'varied', null]);
  });

  test('that a move to a new site began it, and that a move out of the jurisdiction ended it', async () => {
    const mine = await givenAMine();
    await mine.does(owner, 'RelocationStarted');
    const [move] = await mine.does(inspector, 'RelocationCompleted');
    const shut = { cause: 'relocation', eventId: move?.eventId, since: move?.occurredAt, order: null, served: null };
    expect((await remembered(mine)).closure).toMatchObject(shut);
    await mine.does(owner, 'RelocationStarted');
    const [away] = await mine.does(inspector, 'RelocationCompleted', { region: 'CN-SC', successor: 'SC-0001' });
    expect(await remembered(mine)).toMatchObject({
      decommissioned: true,
      region: 'CN-GZ',
      closure: { outcome: 'decommissioned', until: away?.occurredAt },
    });
  });
});

describe('of a mine is remembered', () => {
  test('what it was registered with, and nothing yet of what can happen to it', async () => {
    const mine = await givenAMine();
    expect(await remembered(mine)).toMatchObject({
      mineId: 'XJ-0001',
      name: 'First mine',
      region: 'CN-XJ',
      operator: { id: 'owner-1', name: 'First operator' },
      capacity: { amount: 20, unit: 'MW' },
      site: null,
      origin: null,
      cycle: 0,
      closure: null,
      earlierClosures: [],
      everReopened: false,
      decommissioned: false,
      siteInspected: true,
      findings: {},
      checks: {},
      licences: {},
      letters: [],
      appeals: [],
      liftRequest: null,
      extensionRequests: {},
      resumed: false,
      assignee: null,
      documents: [],
      statements: [],
      lostCapacity: [],
      approvals: {},
    });
    const from = { region: 'CN-SC', reason: 'floods', stated: true, since: '2018-07' };
    const person = { ...inspector };
    const data = { mineId: 'XJ-0002', name: 'N', region: 'CN-XJ', site: 'Hami 3', origin: from } as const;
    const rest = { operator: { id: 'owner-2', name: 'Second operator' }, capacity: { amount: 1, unit: 'MW' } };
    await mine.engine.register({ person, commandId: 'second', data: { ...data, ...rest } });
    expect((await mine.engine.load('XJ-0002'))?.folded.mine).toMatchObject({ site: 'Hami 3', origin: from });
  });

  test('what was put on its file, with when it happened', async () => {
    const mine = await givenAMine();
    const day = { from: '2018-11-05', to: '2018-11-05' };
    const report = { amountPerDay: 1_000_000, approximate: true, unit: 'unspecified', ...day };
    const [lost] = await mine.at(the(5)).does(owner, 'LostCapacityReported', { ...report, scope: 'campaign' });
    await mine.at(the(6)).does(owner, 'OwnerStatementFiled', { text: 'Our impact on the grid is small' });
    const [attached] = await mine.at(the(7)).does(inspector, 'DocumentAttached', { visibility: 'internal' });
    await mine.does(inspector, 'CaseAssigned', { assignee: 'inspector-1' });
    expect(await remembered(mine)).toMatchObject({
      lostCapacity: [
        { ...report, scope: 'campaign', reportedAt: the(5), eventId: lost?.eventId, source: lost?.source ?? null },
      ],
      statements: [{ text: 'Our impact on the grid is small', filedAt: the(6) }],
      documents: [{ document: aDocument, visibility: 'internal', attachedAt: the(7), eventId: attached?.eventId }],
      assignee: 'inspector-1',
    });
    await mine.does(owner, 'OwnerStatementFiled', { text: 'And expected to stay so' });
    await mine.does(owner, 'DocumentAttached');
    await mine.does(owner, 'LostCapacityReported');
    const { statements, documents, lostCapacity } = await remembered(mine);
    expect([statements, documents, lostCapacity].map((each) => each.length)).toEqual([2, 2, 2]);
  });

  test('each deadline that passed, with whose it was and the cycle it counts for', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'closed');
    const ofTheAppeal = { rule: 'appeal-decision', subject: 'A1', dueOn: '2018-12-31', who: 'review' };
    const now = '2019-01-02T09:00:00+08:00';
    await mine.at(now).does(system, 'DeadlinePassed', ofTheAppeal);
    await mine.at(now).does(system, 'DeadlinePassed', { rule: 'first-inspection', dueOn: '2018-11-15' });
    const recordedAt = new Date(now).toISOString();
    expect((await remembered(mine)).passed).toMatchObject([
      { ...ofTheAppeal, cycle: 1, recordedAt },
      { rule: 'first-inspection', subject: null, dueOn: '2018-11-15', who: null, cycle: 2 },
    ]);
  });

  test('the request that waits for another person, with who made it, when and who can grant it', async () => {
    const mine = await givenAMine();
    const { revision } = await mine.now();
    const approvalId = await mine.at(the(5)).requests(inspector, 'ClosureOrdered', { grounds: 'Strict inspection' });
    expect((await remembered(mine)).approvals).toEqual({
      [approvalId]: {
        approvalId,
        event: {
          type: 'ClosureOrdered',
          data: expect.objectContaining({ grounds: 'Strict inspection' }),
          occurredAtPrecision: 'instant',
        },
        revision,
        requestedBy: { id: 'inspector-1', role: 'inspector', office: 'tax' },
        granters: ['supervisor'],
        requestedAt: the(5),
        eventId: (await mine.facts()).at(-1)?.eventId,
      },
    });
  });

  test('of the cycle before, when the next one begins: licences, letters and statements, but no resumption', async () => {
    const mine = await givenAMineThatIs('reopened');
    await mine.does(owner, 'OperationResumed');
    expect(await remembered(mine)).toMatchObject({ resumed: true, everReopened: true });
    await mine.does(owner, 'LicenceApplied', { licenceId: 'L1' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await onTheWayTo(mine, 'closed');
    const again = await remembered(mine);
    expect(again).toMatchObject({ resumed: false, cycle: 2, checks: {}, everReopened: true });
    expect(Object.values(again.requirements).map(({ status }) => status)).toEqual(['missing', 'missing', 'missing']);
    expect([Object.keys(again.licences), again.letters.map(({ letterId }) => letterId)]).toEqual([['L1'], ['G1']]);
  });
});
