import { describe, expect, test } from '@jest/globals';
import { factsVisibleToOwner, foldForOwner } from '../src/index.ts';
import {
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  type MineUnderTest,
  onTheWayTo,
  owner,
  reviewer,
  supervisor,
  system,
} from './given.ts';
import { aDocument } from './well-formed.ts';

/** The owner's side under its second operator. */
const second = { ...owner, id: 'owner-2', operator: 'owner-2' };

/** What an operator sees of the history, by type; without the checks, which are many. */
async function seen(mine: MineUnderTest, operator?: string): Promise<string[]> {
  return factsVisibleToOwner(await mine.facts(), operator)
    .map(({ type }) => type)
    .filter((type) => type !== 'CheckRecorded' && type !== 'RequirementSatisfied');
}

async function known(mine: MineUnderTest, operator?: string) {
  const folded = foldForOwner(await mine.facts(), operator);
  if (!folded) throw new Error('the mine is not known');
  return folded.mine;
}

describe('the second operator of a mine', () => {
  test('takes over the direction and the licences in force, not those that were over', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued', { directionId: 'P1' });
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    await mine.does(supervisor, 'PowerDirectionIssued', { directionId: 'P2' });
    await mine.does(owner, 'PowerCurtailed');
    for (const licenceId of ['L1', 'L2', 'L3']) await mine.does(licensing, 'LicenceGranted', { licenceId });
    await mine.does(owner, 'LicenceApplied', { licenceId: 'L4' });
    await mine.does(licensing, 'LicenceRevoked', { licenceId: 'L1' });
    await mine.does(licensing, 'LicenceSuspended', { licenceId: 'L2' });
    await mine.does(supervisor, 'OperatorChanged');
    await mine.does(second, 'LicenceApplied', { licenceId: 'L5' });
    expect(await seen(mine)).toEqual([
      'MineRegistered',
      'PowerDirectionIssued',
      'PowerCurtailed',
      'LicenceGranted',
      'LicenceGranted',
      'LicenceSuspended',
      'OperatorChanged',
      'LicenceApplied',
    ]);
    expect(await seen(mine, 'owner-2')).toEqual(await seen(mine));
    expect(Object.keys((await known(mine)).licences)).toEqual(['L2', 'L3', 'L5']);
    expect((await known(mine)).power.direction?.directionId).toBe('P2');
  });

  test('who took over while nothing was in force sees nothing of power and licences before', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    await mine.does(owner, 'RelocationStarted');
    await mine.does(owner, 'RelocationAbandoned');
    await mine.does(supervisor, 'OperatorChanged');
    expect(await seen(mine)).toEqual(['MineRegistered', 'OperatorChanged']);
  });

  test('takes over the open closure from its beginning, with its letters, appeals and papers, not those before it', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await mine.does(owner, 'OwnerStatementFiled', { text: 'before' });
    await mine.does(owner, 'DocumentAttached', { document: { ...aDocument, name: 'before.pdf' } });
    await mine.does(owner, 'LostCapacityReported', { amountPerDay: 1 });
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A2' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G2' });
    await mine.does(owner, 'OwnerStatementFiled', { text: 'after' });
    await mine.does(owner, 'DocumentAttached', { document: { ...aDocument, name: 'after.pdf' } });
    await mine.does(owner, 'LostCapacityReported', { amountPerDay: 2 });
    await mine.does(supervisor, 'OperatorChanged');
    expect(await known(mine)).toMatchObject({
      cycle: 2,
      closure: { cycle: 2 },
      earlierClosures: [],
      appeals: [{ appealId: 'A2' }],
      letters: [{ letterId: 'G2' }],
      statements: [{ text: 'after' }],
      documents: [{ document: { name: 'after.pdf' } }],
      lostCapacity: [{ amountPerDay: 2 }],
    });
    expect(await seen(mine)).toEqual([
      'MineRegistered',
      'ClosureOrdered',
      'AppealLodged',
      'GuaranteeLetterDemanded',
      'OwnerStatementFiled',
      'DocumentAttached',
      'LostCapacityReported',
      'OperatorChanged',
    ]);
  });

  test('of a running mine sees none of its closures, letters and appeals', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    await mine.does(owner, 'GuaranteeLetterSigned');
    await mine.does(supervisor, 'ReopeningAuthorised');
    await mine.does(supervisor, 'OperatorChanged');
    expect(await known(mine)).toMatchObject({ closure: null, earlierClosures: [], letters: [], appeals: [] });
    await onTheWayTo(mine, 'closed');
    await mine.does(second, 'AppealLodged', { appealId: 'A9' });
    expect(await known(mine)).toMatchObject({ closure: { cycle: 2 }, letters: [], appeals: [{ appealId: 'A9' }] });
  });
});

describe('the first operator of a mine', () => {
  test('sees their own time to its end, and the change of hands; nothing of what others had', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(supervisor, 'OperatorChanged');
    await mine.does(inspector, 'InspectionStarted');
    expect(await seen(mine, 'owner-1')).toEqual(['MineRegistered', 'ClosureOrdered', 'OperatorChanged']);
    expect(await known(mine, 'owner-1')).toMatchObject({ operator: { id: 'owner-1' }, inspections: { running: null } });
    expect(await seen(mine, 'owner-3')).toEqual([]);
    expect(foldForOwner(await mine.facts(), 'owner-3')).toBeUndefined();
    const alone = await givenAMine();
    expect(await seen(alone, 'owner-3')).toEqual([]);
  });

  test('who comes back sees both times of theirs, not the one between', async () => {
    const mine = await givenAMine();
    await mine.does(owner, 'OwnerStatementFiled', { text: 'ours' });
    await mine.does(supervisor, 'OperatorChanged');
    await mine.does(second, 'LostCapacityReported');
    await mine.does(supervisor, 'OperatorChanged');
    await mine.does(owner, 'RelocationStarted');
    expect(await seen(mine, 'owner-1')).toEqual([
      'MineRegistered',
      'OwnerStatementFiled',
      'OperatorChanged',
      'OperatorChanged',
      'RelocationStarted',
    ]);
  });
});

describe('no owner sees', () => {
  test('who has the case, requests, internal papers, nor that a request waits too long', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'CaseAssigned', { assignee: 'inspector-1' });
    await mine.does(inspector, 'NoteAdded', { visibility: 'internal' });
    await mine.does(inspector, 'DocumentAttached', { visibility: 'internal' });
    await mine.does(inspector, 'NoteAdded', { visibility: 'owner' });
    const approvalId = await mine.requests(supervisor, 'OperatorChanged');
    mine.at('2018-12-01T09:00:00+08:00');
    await mine.does(system, 'DeadlinePassed', { rule: 'approval-answer', subject: approvalId, dueOn: '2018-11-08' });
    await mine.does(system, 'DeadlinePassed', { rule: 'first-inspection', dueOn: '2018-11-15' });
    await mine.does(owner, 'AppealLodged');
    await mine.does(reviewer, 'StayGranted');
    const types = await seen(mine);
    expect(types).toEqual([
      'MineRegistered',
      'ClosureOrdered',
      'NoteAdded',
      'DeadlinePassed',
      'AppealLodged',
      'StayGranted',
    ]);
  });
});
