import { describe, expect, test } from '@jest/globals';
import { letterThatCounts } from '../../src/index.ts';
import { givenAMine, givenAMineThatIs, inspector, licensing, owner, supervisor, system } from '../given.ts';
import { aDocument } from '../well-formed.ts';
import { remembered, the } from './remembered.ts';

describe('of a guarantee letter is remembered', () => {
  test('who demanded it of whom, why, and every step with its day and reason', async () => {
    const mine = await givenAMineThatIs('closed');
    const demand = {
      letterId: 'G1',
      text: 'We guarantee the security of information networks',
      dueOn: '2018-11-20',
      reason: 'work of the public security department',
      legalBasis: 'not stated',
      onBehalfOf: 'public security',
    };
    await mine.at(the(5)).does(inspector, 'GuaranteeLetterDemanded', demand);
    const { reason: demandedFor, ...said } = demand;
    const demanded = {
      ...said,
      demandedFor,
      status: 'demanded',
      since: the(5),
      cycle: 1,
      document: null,
      reason: null,
    };
    expect((await remembered(mine)).letters).toEqual([demanded]);
    await mine.at(the(6)).does(owner, 'GuaranteeLetterSigned', { letterId: 'G1' });
    const signed = { ...demanded, status: 'signed', since: the(6), document: aDocument };
    expect((await remembered(mine)).letters).toEqual([signed]);
    await mine.at(the(7)).does(inspector, 'GuaranteeLetterAccepted', { letterId: 'G1' });
    expect((await remembered(mine)).letters).toEqual([{ ...signed, status: 'accepted', since: the(7) }]);
    await mine.at(the(8)).does(inspector, 'GuaranteeLetterBreached', { letterId: 'G1', reason: 'no filter' });
    const breached = { ...signed, status: 'breached', since: the(8), reason: 'no filter' };
    await mine
      .at(the(9))
      .does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G2', text: 'Again', dueOn: '2018-12-01' });
    const again = { letterId: 'G2', text: 'Again', dueOn: '2018-12-01', status: 'demanded', since: the(9), cycle: 1 };
    const unsaid = { demandedFor: null, legalBasis: null, onBehalfOf: null, document: null, reason: null };
    expect((await remembered(mine)).letters).toEqual([breached, { ...again, ...unsaid }]);
    await mine.at(the(10)).does(owner, 'GuaranteeLetterDeclined', { letterId: 'G2', reason: 'too much' });
    const declined = { ...again, ...unsaid, status: 'declined', since: the(10), reason: 'too much' };
    expect((await remembered(mine)).letters).toEqual([breached, declined]);
    await mine.at(the(11)).does(supervisor, 'GuaranteeLetterWithdrawn', { letterId: 'G2', reason: 'mistaken' });
    const { letters, cycle } = await remembered(mine);
    expect(letters).toEqual([breached, { ...declined, status: 'withdrawn', since: the(11), reason: 'mistaken' }]);
    expect(letterThatCounts(letters, cycle)).toEqual(breached);
  });
});

describe('of a licence is remembered', () => {
  test('what it is for, its number and validity, and where it stands since when and why', async () => {
    const mine = await givenAMine();
    const licence = async (licenceId = 'L1') => (await remembered(mine)).licences[licenceId];
    await mine.at(the(5)).does(owner, 'LicenceApplied', { licenceId: 'L1', kind: 'power supply' });
    const applied = { licenceId: 'L1', kind: 'power supply', status: 'applied', since: the(5) };
    expect(await licence()).toEqual({ ...applied, number: null, validUntil: null, reason: null });
    const grant = { licenceId: 'L1', kind: 'power supply', number: '2018-7', validUntil: '2019-06-30' };
    await mine.at(the(6)).does(licensing, 'LicenceGranted', grant);
    const granted = { ...grant, status: 'granted', since: the(6), reason: null };
    expect(await licence()).toEqual(granted);
    const steps = [
      [licensing, 'LicenceSuspended', 'suspended'],
      [licensing, 'LicenceReinstated', 'granted'],
      [system, 'LicenceExpired', 'expired'],
    ] as const;
    for (const [index, [who, type, status]] of steps.entries()) {
      await mine.at(the(7 + index)).does(who, type, { reason: `why ${type}` });
      expect(await licence()).toEqual({ ...granted, status, since: the(7 + index), reason: `why ${type}` });
    }
    await mine.does(owner, 'LicenceApplied', { licenceId: 'L2' });
    await mine.does(licensing, 'LicenceRefused');
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L3' });
    await mine.does(licensing, 'LicenceRevoked');
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L4' });
    await mine.does(owner, 'LicenceSurrendered');
    expect(Object.values((await remembered(mine)).licences).map(({ status }) => status)).toEqual([
      'expired',
      'refused',
      'revoked',
      'surrendered',
    ]);
    expect(await licence('L3')).toMatchObject({ validUntil: null });
  });
});

describe('of power is remembered', () => {
  test('the direction with what it allows and what became of it, and the move with where it started', async () => {
    const mine = await givenAMine();
    const power = async () => (await remembered(mine)).power;
    const issue = { directionId: 'P1', dueOn: '2018-11-20', cap: { amount: 5, unit: 'MW' } };
    await mine.at(the(5)).does(supervisor, 'PowerDirectionIssued', { ...issue, alternatives: ['curtail'] });
    const nothingYet = { curtailedTo: null, verifiedAt: null, breachedAt: null };
    const issued = { ...issue, alternatives: ['curtail'], issuedAt: the(5), ...nothingYet };
    expect(await power()).toEqual({ direction: issued, relocation: null, directionIds: ['P1'] });
    await mine.at(the(6)).does(inspector, 'PowerDirectionBreached');
    expect((await power()).direction).toEqual({ ...issued, breachedAt: the(6) });
    await mine.at(the(7)).does(owner, 'PowerCurtailed', { to: { amount: 4, unit: 'MW' } });
    const curtailed = { ...issued, curtailedTo: { amount: 4, unit: 'MW' } };
    expect((await power()).direction).toEqual(curtailed);
    await mine.at(the(8)).does(inspector, 'CurtailmentVerified');
    expect((await power()).direction).toEqual({ ...curtailed, verifiedAt: the(8) });
    await mine.at(the(9)).does(owner, 'RelocationStarted', { directionId: 'P1', destination: 'Aksu' });
    const move = { directionId: 'P1', destination: 'Aksu', startedAt: the(9), startedFrom: 'curtailed' };
    expect((await power()).relocation).toEqual(move);
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    expect(await power()).toEqual({
      direction: null,
      relocation: { ...move, startedFrom: 'none' },
      directionIds: ['P1'],
    });
    await mine.does(owner, 'RelocationAbandoned');
    await mine.does(supervisor, 'PowerDirectionIssued', { directionId: 'P2', cap: undefined });
    await mine.at(the(10)).does(owner, 'RelocationStarted', { destination: 'Aksu' });
    expect(await power()).toMatchObject({
      direction: { directionId: 'P2', cap: null },
      relocation: { directionId: null, startedAt: the(10), startedFrom: 'ordered' },
      directionIds: ['P1', 'P2'],
    });
    await mine.does(inspector, 'RelocationCompleted', { site: 'Aksu 7', region: 'CN-XJ' });
    expect(await power()).toEqual({ direction: null, relocation: null, directionIds: ['P1', 'P2'] });
    expect(await remembered(mine)).toMatchObject({ site: 'Aksu 7', region: 'CN-XJ', siteInspected: false });
  });
});
