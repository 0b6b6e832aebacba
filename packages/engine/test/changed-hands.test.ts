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
  patching,
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
    await mine.does(licensing, 'LicenceRevoked', { licenceId: 'L2' });
    await mine.does(supervisor, 'CurtailmentEnded');
    expect(await seen(mine)).toEqual([
      'MineRegistered',
      'PowerDirectionIssued',
      'PowerCurtailed',
      'LicenceGranted',
      'LicenceGranted',
      'LicenceSuspended',
      'OperatorChanged',
      'LicenceApplied',
      'LicenceRevoked',
      'CurtailmentEnded',
    ]);
    expect(await seen(mine, 'owner-2')).toEqual(await seen(mine));
    expect(Object.keys((await known(mine)).licences)).toEqual(['L2', 'L3', 'L5']);
  });

  test('takes over what was corrected of that, whoever had the mine when it was', async () => {
    const mine = await givenAMine();
    await mine.does(owner, 'OwnerStatementFiled', { text: 'ours' });
    await mine.does(supervisor, 'PowerDirectionIssued', { dueOn: '2018-12-01' });
    const [statement, direction] = (await mine.facts()).slice(-2);
    const corrections = [patching(direction, { dueOn: '2018-12-24' }), patching(statement, { text: 'theirs' })];
    await mine.does(inspector, 'FactCorrected', { corrections });
    await mine.does(supervisor, 'OperatorChanged');
    expect(await seen(mine)).toEqual(['MineRegistered', 'PowerDirectionIssued', 'FactCorrected', 'OperatorChanged']);
    const [correction] = factsVisibleToOwner(await mine.facts()).filter(({ type }) => type === 'FactCorrected');
    expect(correction?.data).toMatchObject({ corrections: [{ eventId: direction?.eventId }] });
    expect((await known(mine)).power.direction).toMatchObject({ dueOn: '2018-12-24' });
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
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'closed');
    expect(await known(mine)).toMatchObject({ closure: { cycle: 3 }, earlierClosures: [{ cycle: 2 }] });
  });

  test('takes over the letter that is still demanded of a mine that was never shut', async () => {
    const mine = await givenAMine();
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await mine.does(supervisor, 'OperatorChanged');
    expect(await seen(mine)).toEqual(['MineRegistered', 'GuaranteeLetterDemanded', 'OperatorChanged']);
    expect((await known(mine)).letters).toMatchObject([{ letterId: 'G1', status: 'demanded' }]);
    await mine.does(second, 'GuaranteeLetterSigned', { letterId: 'G1' });
    expect((await known(mine)).letters).toMatchObject([{ letterId: 'G1', status: 'signed' }]);
  });

  test('sees nothing of a letter that was declined, or of another cycle', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'closed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G2' });
    await mine.does(owner, 'GuaranteeLetterDeclined', { letterId: 'G2' });
    await mine.does(supervisor, 'ClosureWithdrawn');
    await mine.does(supervisor, 'OperatorChanged');
    expect((await known(mine)).letters).toEqual([]);
    expect(await seen(mine)).toEqual(['MineRegistered', 'OperatorChanged']);
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

  test('can ask for a day of their time; asked for a later one they learn what they knew at its end', async () => {
    const mine = await givenAMine();
    await onTheWayTo(mine.at('2018-11-05T09:00:00+08:00'), 'closed');
    await mine.at('2018-11-10T09:00:00+08:00').does(supervisor, 'OperatorChanged');
    await mine.does(inspector, 'InspectionStarted');
    const facts = await mine.facts();
    const operation = (asOf: string) => foldForOwner(facts, 'owner-1', { asOf })?.value.operation;
    expect(operation('2018-11-04T00:00:00Z')).toBe('operating');
    expect(operation('2018-11-06T00:00:00Z')).toBe('closed.awaitingInspection');
    expect(operation('2018-12-01T00:00:00Z')).toBe('closed.awaitingInspection');
  });

  test('does not see what happens from the instant on at which the next one took over', async () => {
    const mine = await givenAMine();
    const [change] = await mine.does(supervisor, 'OperatorChanged');
    const atOnce = { occurredAt: change?.occurredAt ?? '' };
    await mine.does(inspector, 'NoteAdded', { visibility: 'owner' }, atOnce);
    expect(await seen(mine, 'owner-1')).toEqual(['MineRegistered', 'OperatorChanged']);
    expect(await seen(mine, 'owner-2')).toEqual(['MineRegistered', 'OperatorChanged', 'NoteAdded']);
  });

  test('sees one change of hands, the one between the first and the last both of theirs, the last one their own', async () => {
    const mine = await givenAMine();
    await mine.does(owner, 'OwnerStatementFiled');
    await mine.does(supervisor, 'OperatorChanged');
    await mine.does(second, 'LostCapacityReported');
    await mine.does(supervisor, 'OperatorChanged', { operator: { id: 'owner-3', name: 'Third operator' } });
    await mine.does({ ...owner, operator: 'owner-3' }, 'RelocationStarted');
    expect(await seen(mine, 'owner-1')).toEqual(['MineRegistered', 'OwnerStatementFiled', 'OperatorChanged']);
    expect(await seen(mine, 'owner-2')).toEqual([
      'MineRegistered',
      'OperatorChanged',
      'LostCapacityReported',
      'OperatorChanged',
    ]);
    expect(await seen(mine)).toEqual(['MineRegistered', 'OperatorChanged', 'RelocationStarted']);
    expect(await known(mine)).toMatchObject({ statements: [], lostCapacity: [] });
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
    expect(await seen(mine)).toEqual(await seen(mine, 'owner-1'));
  });

  test('is answered with what they have just sent', async () => {
    const mine = await givenAMine();
    const sent = await mine.does(owner, 'OwnerStatementFiled');
    expect(factsVisibleToOwner(sent, 'owner-1')).toEqual(sent);
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
    expect(await seen(mine)).toEqual([
      'MineRegistered',
      'ClosureOrdered',
      'NoteAdded',
      'DeadlinePassed',
      'AppealLodged',
      'StayGranted',
    ]);
    const [passed] = factsVisibleToOwner(await mine.facts()).filter(({ type }) => type === 'DeadlinePassed');
    expect(passed?.data).toMatchObject({ rule: 'first-inspection' });
  });
});
