import { describe, expect, test } from '@jest/globals';
import type { MineUnderTest } from './given.ts';
import { because, givenAMine, givenAMineThatIs, licensing, owner, supervisor, system } from './given.ts';

async function licenceOf(mine: MineUnderTest, licenceId = 'L1') {
  return (await mine.now()).mine.licences[licenceId];
}

async function licencesRequirement(mine: MineUnderTest) {
  return (await mine.now()).mine.requirements.LICENCES?.status;
}

async function givenALicensedMineWithALicence(): Promise<MineUnderTest> {
  const mine = await givenAMineThatIs('licensed');
  await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1' });
  return mine;
}

describe('a licence', () => {
  test('is applied for and granted or refused, or granted without having been applied for', async () => {
    const mine = await givenAMine();
    await mine.does(owner, 'LicenceApplied', { licenceId: 'L1' });
    expect(await licenceOf(mine)).toMatchObject({ status: 'applied', number: null });
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1', validUntil: '2019-12-31' });
    expect(await licenceOf(mine)).toMatchObject({ status: 'granted', validUntil: '2019-12-31' });
    await mine.does(owner, 'LicenceApplied', { licenceId: 'L2' });
    await mine.does(licensing, 'LicenceRefused', { licenceId: 'L2' });
    expect(await licenceOf(mine, 'L2')).toMatchObject({ status: 'refused' });
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L3' });
    expect(await licenceOf(mine, 'L3')).toMatchObject({ status: 'granted' });
  });

  test('has an id of its own for good', async () => {
    const mine = await givenAMine();
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1' });
    await mine.does(licensing, 'LicenceRevoked', { licenceId: 'L1' });
    expect(because(await mine.refuses(owner, 'LicenceApplied', { licenceId: 'L1' }))).toEqual(['id-taken L1']);
    expect(because(await mine.refuses(licensing, 'LicenceGranted', { licenceId: 'L1' }))).toEqual(['id-taken L1']);
  });

  test('is suspended and reinstated; revoked, expired and surrendered are final', async () => {
    const mine = await givenAMine();
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1' });
    await mine.does(licensing, 'LicenceSuspended');
    expect(because(await mine.refuses(licensing, 'LicenceSuspended', { licenceId: 'L1' }))).toContain(
      'no-such-licence L1',
    );
    await mine.does(licensing, 'LicenceReinstated');
    expect(await licenceOf(mine)).toMatchObject({ status: 'granted' });
    const ends = [
      [licensing, 'LicenceRevoked'],
      [system, 'LicenceExpired'],
      [owner, 'LicenceSurrendered'],
    ] as const;
    for (const [index, [who, type]] of ends.entries()) {
      const licenceId = `N${index}`;
      await mine.does(licensing, 'LicenceGranted', { licenceId });
      await mine.does(who, type, { licenceId });
      for (const next of ['LicenceReinstated', 'LicenceSuspended', 'LicenceRevoked'] as const) {
        expect(because(await mine.refuses(licensing, next, { licenceId }))).toContain(`no-such-licence ${licenceId}`);
      }
    }
  });
});

describe('losing a licence', () => {
  test('takes a licensed mine back to inspected, whether suspended, revoked or surrendered, and its LICENCES lapse', async () => {
    const losses = [
      [licensing, 'LicenceSuspended'],
      [licensing, 'LicenceRevoked'],
      [owner, 'LicenceSurrendered'],
    ] as const;
    for (const [who, type] of losses) {
      const mine = await givenALicensedMineWithALicence();
      await mine.does(who, type, { licenceId: 'L1' });
      expect(await mine.state()).toBe('inspected');
      expect(await licencesRequirement(mine)).toBe('lapsed');
      expect(because(await mine.refuses(licensing, 'RequirementsCertified'))).toEqual(['requirement-lapsed LICENCES']);
    }
  });

  test('by expiry only marks it: the mine stays licensed, and cannot reopen', async () => {
    const mine = await givenALicensedMineWithALicence();
    expect(await mine.refuses(licensing, 'LicenceExpired', { licenceId: 'L1' })).toMatchObject({ code: 'forbidden' });
    await mine.does(system, 'LicenceExpired', { licenceId: 'L1' });
    expect(await mine.state()).toBe('licensed');
    expect(await licencesRequirement(mine)).toBe('lapsed');
    expect(because(await mine.refuses(supervisor, 'ReopeningAuthorised'))).toEqual(['requirement-lapsed LICENCES']);
  });

  test('is undone neither by reinstating nor by granting: licensing satisfies and certifies again', async () => {
    const mine = await givenALicensedMineWithALicence();
    await mine.does(licensing, 'LicenceSuspended', { licenceId: 'L1' });
    await mine.does(licensing, 'LicenceReinstated', { licenceId: 'L1' });
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L2' });
    expect(await mine.state()).toBe('inspected');
    expect(await licencesRequirement(mine)).toBe('lapsed');
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES' });
    await mine.does(licensing, 'RequirementsCertified');
    expect(await mine.state()).toBe('licensed');
  });

  test('that was not held, because suspended or only applied for, changes nothing', async () => {
    const mine = await givenALicensedMineWithALicence();
    await mine.does(licensing, 'LicenceSuspended', { licenceId: 'L1' });
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES' });
    await mine.does(licensing, 'RequirementsCertified');
    await mine.does(licensing, 'LicenceRevoked', { licenceId: 'L1' });
    expect(await mine.state()).toBe('licensed');
    expect(await licencesRequirement(mine)).toBe('satisfied');
    await mine.does(owner, 'LicenceApplied', { licenceId: 'L2' });
    await mine.does(licensing, 'LicenceRefused', { licenceId: 'L2' });
    expect(await mine.state()).toBe('licensed');
  });

  test('leaves a waiver of LICENCES standing', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1' });
    await mine.does(supervisor, 'RequirementWaived', { requirement: 'LICENCES' });
    await mine.does(licensing, 'LicenceRevoked', { licenceId: 'L1' });
    expect(await licencesRequirement(mine)).toBe('waived');
  });

  test('on a running mine stops nothing', async () => {
    const mine = await givenAMineThatIs('reopened');
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1' });
    await mine.does(licensing, 'LicenceRevoked', { licenceId: 'L1' });
    expect(await mine.state()).toBe('reopened');
    expect(await licencesRequirement(mine)).toBe('satisfied');
  });
});

test('licences are kept over closures', async () => {
  const mine = await givenAMine();
  await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1' });
  await mine.does(supervisor, 'ClosureOrdered');
  expect(await licenceOf(mine)).toMatchObject({ status: 'granted' });
});
