import { describe, expect, test } from '@jest/globals';
import { type Role, strict1, waitingOn } from '../src/index.ts';
import type { MineUnderTest } from './given.ts';
import {
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  onTheWayTo,
  owner,
  publishes,
  reviewer,
  satisfyTheRequirements,
  supervisor,
} from './given.ts';

async function waitsFor(mine: MineUnderTest): Promise<string> {
  const { value, mine: remembered } = await mine.now();
  const { party, office } = waitingOn(value, remembered);
  return office === null ? party : `${party}: ${office}`;
}

describe('a mine waits', () => {
  test('for nobody while it runs or is decommissioned, even when its closing was requested', async () => {
    const mine = await givenAMine();
    expect(await waitsFor(mine)).toBe('nobody');
    await mine.requests(inspector, 'ClosureOrdered');
    expect(await waitsFor(mine)).toBe('nobody');
    await mine.does(supervisor, 'MineDecommissioned');
    expect(await waitsFor(mine)).toBe('nobody');
  });

  test('for the office of the first check still to be passed, from its closure until it passed inspection', async () => {
    const mine = await givenAMineThatIs('closed');
    expect(await waitsFor(mine)).toBe('authority: tax');
    await mine.does(inspector, 'InspectionStarted');
    await mine.does(inspector, 'CheckRecorded', { check: 'TAX' });
    expect(await waitsFor(mine)).toBe('authority: public-security');
  });

  test('for the owner while findings are to be made good, then for the authority to come again', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'InspectionFailed');
    expect(await waitsFor(mine)).toBe('owner');
    await mine.does(owner, 'ExtensionRequested');
    expect(await waitsFor(mine)).toBe('authority: energy');
    await mine.does(supervisor, 'ExtensionRefused');
    expect(await waitsFor(mine)).toBe('owner');
    await mine.does(owner, 'RemediationDeclared');
    expect(await waitsFor(mine)).toBe('authority: tax');
  });

  test('once inspected for the owner until all evidence is in, then for the office that answers it', async () => {
    const mine = await givenAMineThatIs('inspected');
    expect(await waitsFor(mine)).toBe('owner');
    for (const requirement of ['SOCIAL_SECURITY', 'POWER_SUPPLY_PROCEDURE', 'LICENCES']) {
      await mine.does(owner, 'EvidenceSubmitted', { requirement });
    }
    expect(await waitsFor(mine)).toBe('authority: licensing');
    await satisfyTheRequirements(mine);
    expect(await waitsFor(mine)).toBe('authority: licensing');
  });

  test('for the office whose answer is still to come, where the others have given theirs', async () => {
    const mine = await givenAMineThatIs('inspected');
    for (const requirement of ['LICENCES', 'POWER_SUPPLY_PROCEDURE'])
      await mine.does(licensing, 'RequirementSatisfied', { requirement });
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'SOCIAL_SECURITY' });
    expect(await waitsFor(mine)).toBe('authority: social-security');
  });

  test('for the owner while findings are open, although every requirement is met', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await satisfyTheRequirements(mine);
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'InspectionFailed');
    expect(await waitsFor(mine)).toBe('owner');
  });

  test('once licensed for the supervisor, but for the owner while a letter is unsigned or a direction unmet', async () => {
    const mine = await givenAMineThatIs('licensed');
    expect(await waitsFor(mine)).toBe('authority: energy');
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    expect(await waitsFor(mine)).toBe('owner');
    await mine.does(owner, 'GuaranteeLetterSigned');
    await mine.does(supervisor, 'PowerDirectionIssued');
    expect(await waitsFor(mine)).toBe('owner');
    await mine.does(owner, 'PowerCurtailed');
    expect(await waitsFor(mine)).toBe('authority: power');
    await mine.does(inspector, 'CurtailmentVerified');
    expect(await waitsFor(mine)).toBe('authority: energy');
  });

  test('for whoever must answer a request: to lift the closure, to stay it, or for approval', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(owner, 'LiftRequested');
    expect(await waitsFor(mine)).toBe('authority: energy');
    await mine.does(supervisor, 'LiftRefused');
    await mine.does(owner, 'AppealLodged');
    expect(await waitsFor(mine)).toBe('owner');
    await mine.does(owner, 'StayRequested');
    expect(await waitsFor(mine)).toBe('authority: review');
    await mine.does(reviewer, 'StayRefused');
    expect(await waitsFor(mine)).toBe('owner');
    await mine.requests(supervisor, 'OperatorChanged');
    expect(await waitsFor(mine)).toBe('authority: energy');
  });

  test.each<[Role, string]>([
    ['inspector', 'tax'],
    ['licensing', 'licensing'],
    ['reviewer', 'review'],
    ['supervisor', 'energy'],
  ])('with a request that the procedure has granted by the %s for that office', async (role, office) => {
    const mine = await givenAMine();
    const fourEyes = { ...strict1.fourEyes, OperatorChanged: { request: ['supervisor' as const], grant: [role] } };
    await publishes(mine, { ...strict1, fourEyes }, '2018-11-01T01:00:00Z');
    await onTheWayTo(mine.at('2018-11-02T01:00:00Z'), 'closed');
    await mine.requests(supervisor, 'OperatorChanged');
    expect(await waitsFor(mine)).toBe(`authority: ${office}`);
  });

  test('for the owner while it moves, whatever else is open', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'RelocationStarted');
    expect(await waitsFor(mine)).toBe('owner');
  });

  test('not for a stay that was asked for in an earlier cycle', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    await mine.does(owner, 'StayRequested');
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'inspected');
    await mine.does(owner, 'AppealLodged', { appealId: 'A2' });
    expect(await waitsFor(mine)).toBe('owner');
  });
});
