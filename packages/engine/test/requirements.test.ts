import { describe, expect, test } from '@jest/globals';
import type { MineUnderTest } from './given.ts';
import {
  because,
  givenAMineThatIs,
  inspector,
  licensing,
  owner,
  satisfyTheRequirements,
  secondSupervisor,
  supervisor,
  system,
} from './given.ts';

const everyRequirement = ['LICENCES', 'POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY'];

async function statusOf(mine: MineUnderTest, code = 'LICENCES') {
  return (await mine.now()).mine.requirements[code]?.status;
}

describe('a requirement', () => {
  test('goes from missing to submitted, returned, submitted again and satisfied', async () => {
    const mine = await givenAMineThatIs('inspected');
    expect(await statusOf(mine)).toBe('missing');
    expect(because(await mine.refuses(licensing, 'RequirementReturned'))).toEqual(['nothing-submitted']);
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES' });
    expect(await statusOf(mine)).toBe('submitted');
    await mine.does(licensing, 'RequirementReturned', { requirement: 'LICENCES', reason: 'copy unreadable' });
    expect((await mine.now()).mine.requirements.LICENCES).toMatchObject({
      status: 'returned',
      reason: 'copy unreadable',
    });
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES' });
    expect((await mine.now()).mine.requirements.LICENCES).toMatchObject({ status: 'submitted', reason: null });
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES' });
    expect(await statusOf(mine)).toBe('satisfied');
  });

  test('is satisfied without evidence and without a recorded licence, in every shut state', async () => {
    for (const place of ['closed', 'inspecting', 'inspected', 'licensed'] as const) {
      const mine = await givenAMineThatIs(place);
      for (const requirement of everyRequirement) {
        await mine.does(licensing, 'RequirementSatisfied', { requirement });
        expect(await statusOf(mine, requirement)).toBe('satisfied');
      }
    }
  });

  test('of a running mine takes no evidence', async () => {
    const mine = await givenAMineThatIs('reopened');
    expect(await mine.refuses(owner, 'EvidenceSubmitted')).toMatchObject({ code: 'illegal-transition' });
  });

  test('stays satisfied, or waived, when more evidence comes in', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES' });
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES' });
    expect(await statusOf(mine)).toBe('satisfied');
  });

  test('is certified only when every one is met; all that are not are named at once', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'POWER_SUPPLY_PROCEDURE' });
    expect(because(await mine.refuses(licensing, 'RequirementsCertified'))).toEqual([
      'requirement-missing LICENCES',
      'requirement-submitted POWER_SUPPLY_PROCEDURE',
      'requirement-missing SOCIAL_SECURITY',
    ]);
  });

  test('that the procedure does not have is no requirement', async () => {
    const mine = await givenAMineThatIs('inspected');
    for (const requirement of ['PARKING', 'constructor', 'TAX']) {
      expect(because(await mine.refuses(owner, 'EvidenceSubmitted', { requirement }))).toEqual([
        'invalid /data/requirement',
      ]);
    }
  });

  test('lapses by the system alone, only if it was met; the mine stays licensed and cannot reopen until it is satisfied there', async () => {
    const mine = await givenAMineThatIs('licensed');
    expect(await mine.refuses(licensing, 'RequirementLapsed')).toMatchObject({ code: 'forbidden', who: ['system'] });
    await mine.does(system, 'RequirementLapsed', { requirement: 'LICENCES' });
    expect(because(await mine.refuses(system, 'RequirementLapsed', { requirement: 'LICENCES' }))).toEqual([
      'nothing-to-lapse',
    ]);
    expect(await mine.state()).toBe('licensed');
    expect(because(await mine.refuses(supervisor, 'ReopeningAuthorised'))).toEqual(['requirement-lapsed LICENCES']);
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES' });
    await mine.does(supervisor, 'ReopeningAuthorised');
    expect(await mine.state()).toBe('reopened');
  });

  test('of a running mine can lapse; it goes on running', async () => {
    const mine = await givenAMineThatIs('reopened');
    await mine.does(system, 'RequirementLapsed', { requirement: 'LICENCES' });
    expect(await mine.state()).toBe('reopened');
  });
});

describe('a waiver', () => {
  async function waivedUntil(expiresOn: string) {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(supervisor, 'RequirementWaived', { requirement: 'LICENCES', expiresOn });
    await satisfyTheRequirements(mine);
    return mine;
  }

  test('counts through its last day in Shanghai, not a minute longer', async () => {
    const onTheLastDay = await waivedUntil('2018-11-20');
    await onTheLastDay.at('2018-11-20T23:59:00+08:00').does(licensing, 'RequirementsCertified');
    const theDayAfter = await waivedUntil('2018-11-20');
    const refused = await theDayAfter.at('2018-11-21T00:00:00+08:00').refuses(licensing, 'RequirementsCertified');
    expect(because(refused)).toEqual(['requirement-expired LICENCES']);
  });

  test('that ran out only blocks until it is renewed', async () => {
    const mine = await waivedUntil('2018-11-20');
    mine.at('2018-12-01T00:00:00+08:00');
    expect(await statusOf(mine)).toBe('waived');
    await mine.does(supervisor, 'RequirementWaived', { requirement: 'LICENCES', expiresOn: '2018-12-24' });
    await mine.does(licensing, 'RequirementsCertified');
  });

  test('comes from a supervisor', async () => {
    const mine = await givenAMineThatIs('inspected');
    expect(await mine.refuses(licensing, 'RequirementWaived')).toMatchObject({
      code: 'forbidden',
      who: ['supervisor'],
    });
  });
});

describe('validity', () => {
  test('is needed when certifying occurred and when it is put on record', async () => {
    const mine = await givenAMineThatIs('inspected');
    for (const requirement of everyRequirement) {
      await mine
        .at('2018-11-10T10:00:00+08:00')
        .does(licensing, 'RequirementSatisfied', { requirement, validUntil: '2018-11-20' });
    }
    const back = { occurredAt: '2018-11-20T12:00:00+08:00' };
    const late = await mine.at('2018-11-22T12:00:00+08:00').refuses(licensing, 'RequirementsCertified', {}, back);
    expect(because(late)).toEqual(everyRequirement.map((code) => `requirement-expired ${code}`));
    await mine.at('2018-11-20T23:00:00+08:00').does(licensing, 'RequirementsCertified', {}, back);
    expect(await mine.state()).toBe('licensed');
  });

  test('is needed again when reopening is granted, although it was there when that was requested', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES', validUntil: '2018-11-20' });
    await satisfyTheRequirements(mine);
    await mine.does(licensing, 'RequirementsCertified');
    const approvalId = await mine.at('2018-11-20T20:00:00+08:00').requests(supervisor, 'ReopeningAuthorised');
    const tooLate = await mine
      .at('2018-11-21T08:00:00+08:00')
      .refuses(secondSupervisor, 'ApprovalGranted', { approvalId });
    expect(because(tooLate)).toEqual(['requirement-expired LICENCES']);
    expect(await mine.state()).toBe('licensed');
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES', validUntil: '2019-11-20' });
    await mine.does(secondSupervisor, 'ApprovalGranted', { approvalId });
    expect(await mine.state()).toBe('reopened');
  });
});

test('an inspector does not certify, a licensing officer does not reopen', async () => {
  const mine = await givenAMineThatIs('inspected');
  expect(await mine.refuses(inspector, 'RequirementsCertified')).toMatchObject({
    code: 'forbidden',
    who: ['licensing'],
  });
  const licensed = await givenAMineThatIs('licensed');
  expect(await licensed.refuses(licensing, 'ReopeningAuthorised')).toMatchObject({
    code: 'forbidden',
    who: ['supervisor'],
  });
});
