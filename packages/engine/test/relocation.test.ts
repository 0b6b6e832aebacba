import { describe, expect, test } from '@jest/globals';
import { mayOperate } from '../src/index.ts';
import type { MineUnderTest } from './given.ts';
import {
  because,
  failTheInspectionAndRemedy,
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  onTheWayTo,
  owner,
  passTheInspection,
  reviewer,
  satisfyTheRequirements,
  supervisor,
} from './given.ts';

const inside = { site: 'second site', region: 'CN-GZ', successor: undefined };
const outside = { site: 'far site', region: 'CN-SC', successor: 'SC-0001' };

async function moves(mine: MineUnderTest, where: typeof inside | typeof outside = inside) {
  await mine.does(owner, 'RelocationStarted');
  return mine.does(inspector, 'RelocationCompleted', where);
}

describe('relocating a running mine inside the jurisdiction', () => {
  test('shuts it in a new cycle, caused by the relocation, until the new site has been inspected', async () => {
    const mine = await givenAMineThatIs('reopened');
    const [move] = await moves(mine);
    const { value, mine: moved } = await mine.now();
    expect(value).toEqual({ operation: 'closed.awaitingInspection', appeal: 'none', power: 'none' });
    expect(moved).toMatchObject({
      cycle: 2,
      site: 'second site',
      region: 'CN-GZ',
      siteInspected: false,
      closure: { cause: 'relocation', order: null, eventId: move?.eventId, since: move?.occurredAt },
      requirements: { LICENCES: { status: 'missing' } },
    });
    expect(mayOperate(value, moved)).toBe(false);
    await mine.does(inspector, 'InspectionStarted');
    await passTheInspection(mine);
    await satisfyTheRequirements(mine);
    await mine.does(licensing, 'RequirementsCertified');
    await mine.does(supervisor, 'ReopeningAuthorised');
    expect((await mine.now()).mine.closure).toMatchObject({ cause: 'relocation', outcome: 'reopened' });
  });

  test('leaves no order to withdraw, serve or appeal against', async () => {
    const mine = await givenAMine();
    await moves(mine);
    expect(because(await mine.refuses(supervisor, 'ClosureWithdrawn'))).toEqual(['no-order']);
    expect(because(await mine.refuses(inspector, 'OrderServed'))).toEqual(['no-order']);
    expect(because(await mine.refuses(owner, 'AppealLodged'))).toEqual(['no-order']);
  });

  test('starts the appeal region anew, though the appeal of the cycle before may still be decided', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(supervisor, 'ClosureWithdrawn');
    expect((await mine.now()).value.appeal).toBe('lodged.unstayed');
    await moves(mine);
    expect((await mine.now()).value.appeal).toBe('none');
    await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
    const { mine: after } = await mine.now();
    expect(after.closure).toMatchObject({ cycle: 2, appealOutcome: null, until: null });
    expect(after.earlierClosures).toMatchObject([{ cycle: 1, outcome: 'withdrawn', appealOutcome: 'quashed' }]);
  });
});

describe('relocating a shut mine inside the jurisdiction', () => {
  test('keeps its cycle and starts over at the new site: nothing found, checked or satisfied', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await failTheInspectionAndRemedy(mine);
    await mine.does(licensing, 'RequirementSatisfied');
    await mine.does(owner, 'LiftRequested');
    await mine.does(inspector, 'InspectionStarted');
    await moves(mine);
    const { value, mine: moved } = await mine.now();
    expect(value.operation).toBe('closed.awaitingInspection');
    expect(moved).toMatchObject({
      cycle: 1,
      closure: { cause: 'order', until: null },
      findings: {},
      checks: {},
      requirements: { LICENCES: { status: 'missing' } },
      inspections: { running: null, failed: false },
      liftRequest: null,
      extensionRequests: {},
      siteInspected: false,
    });
    await mine.does(inspector, 'InspectionStarted');
    expect(because(await mine.refuses(inspector, 'FindingRaised', { findingId: 'F1' }))).toEqual(['id-taken F1']);
    await mine.does(inspector, 'FindingRaised');
    expect(because(await mine.refuses(inspector, 'FindingCleared'))).toEqual(['not-a-reinspection']);
  });

  test('from inspected or licensed it has to be inspected again', async () => {
    for (const place of ['inspected', 'licensed'] as const) {
      const mine = await givenAMineThatIs(place);
      await moves(mine);
      expect(await mine.state()).toBe('closed.awaitingInspection');
    }
  });

  test('ends a stay, but not the appeal; even a new stay does not let an uninspected site run', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(reviewer, 'StayGranted');
    const stayed = await mine.now();
    expect(mayOperate(stayed.value, stayed.mine)).toBe(true);
    await moves(mine);
    const moved = await mine.now();
    expect(moved.value.appeal).toBe('lodged.unstayed');
    expect(moved.mine.appeals).toMatchObject([{ status: 'pending', stay: 'ended' }]);
    await mine.does(reviewer, 'StayGranted');
    const again = await mine.now();
    expect(again.value.appeal).toBe('lodged.stayed');
    expect(mayOperate(again.value, again.mine)).toBe(false);
    expect(because(await mine.refuses(owner, 'OperationResumed'))).toEqual(['may-not-operate']);
  });

  test('does not let it run when the order falls: a relocation cycle begins at the same instant', async () => {
    const ways = [
      async (mine: MineUnderTest) => mine.does(supervisor, 'ClosureWithdrawn'),
      async (mine: MineUnderTest) => mine.does(reviewer, 'AppealDecided', { decision: 'quashed' }),
    ];
    for (const fall of ways) {
      const mine = await givenAMineThatIs('closed');
      await mine.does(owner, 'AppealLodged');
      await moves(mine);
      const last = (await fall(mine)).at(-1);
      const { value, mine: after } = await mine.now();
      expect(value).toEqual({ operation: 'closed.awaitingInspection', appeal: 'none', power: 'none' });
      expect(after).toMatchObject({
        cycle: 2,
        closure: { cause: 'relocation', since: last?.occurredAt, until: null, eventId: last?.eventId },
        earlierClosures: [{ cycle: 1, cause: 'order', until: last?.occurredAt }],
      });
      expect(because(await mine.refuses(supervisor, 'ClosureWithdrawn'))).toEqual(['no-order']);
    }
  });

  test('once the new site is inspected, the order withdrawn lets it run', async () => {
    const mine = await givenAMineThatIs('closed');
    await moves(mine);
    await mine.does(inspector, 'InspectionStarted');
    await passTheInspection(mine);
    await mine.does(supervisor, 'ClosureWithdrawn');
    expect(await mine.state()).toBe('operating');
  });
});

describe('relocating outside the jurisdiction', () => {
  test('decommissions the mine and names its successor, whether it ran or was shut', async () => {
    for (const place of ['operating', 'reopened', 'closed', 'inspecting', 'inspected', 'licensed'] as const) {
      const mine = await givenAMineThatIs(place);
      const { successor: _none, ...nameless } = outside;
      await mine.does(owner, 'RelocationStarted');
      expect(
        because(await mine.refuses(inspector, 'RelocationCompleted', { ...nameless, successor: undefined })),
      ).toEqual(['successor-missing']);
      await mine.does(inspector, 'RelocationCompleted', outside);
      expect((await mine.now()).value).toEqual({ operation: 'decommissioned', appeal: 'none', power: 'none' });
    }
  });

  test('ends an open cycle as decommissioned, not as reopened', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const [move] = await moves(mine, outside);
    expect((await mine.now()).mine.closure).toMatchObject({ outcome: 'decommissioned', until: move?.occurredAt });
    const ran = await givenAMineThatIs('reopened');
    await moves(ran, outside);
    expect((await ran.now()).mine.closure).toMatchObject({ outcome: 'reopened' });
  });
});

test('a move is completed only while one is under way', async () => {
  const mine = await givenAMine();
  const rejection = await mine.refuses(inspector, 'RelocationCompleted');
  expect(rejection).toMatchObject({ code: 'illegal-transition' });
  expect(because(rejection)).toEqual(['not-relocating']);
});

test('a mine that moved twice, shut and running, still finds its way to reopened', async () => {
  const mine = await givenAMineThatIs('licensed');
  await moves(mine);
  await mine.does(supervisor, 'ClosureWithdrawn');
  await moves(mine, { ...inside, site: 'third site' });
  expect((await mine.now()).mine).toMatchObject({ cycle: 2, closure: { cause: 'relocation' } });
  await mine.does(inspector, 'InspectionStarted');
  await passTheInspection(mine);
  await satisfyTheRequirements(mine);
  await mine.does(licensing, 'RequirementsCertified');
  await mine.does(supervisor, 'ReopeningAuthorised');
  await onTheWayTo(mine, 'closed');
  expect((await mine.now()).mine.cycle).toBe(3);
});
