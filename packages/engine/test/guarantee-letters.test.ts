import { describe, expect, test } from '@jest/globals';
import type { MineUnderTest } from './given.ts';
import { because, givenAMine, givenAMineThatIs, inspector, onTheWayTo, owner, supervisor } from './given.ts';

async function whyItMayNotReopen(mine: MineUnderTest) {
  return because(await mine.refuses(supervisor, 'ReopeningAuthorised'));
}

describe('a guarantee letter', () => {
  test('demanded has to be signed before reopening; accepting it is not needed', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', {
      letterId: 'G1',
      onBehalfOf: 'network information security',
    });
    expect(await whyItMayNotReopen(mine)).toEqual(['letter-unsigned G1']);
    await mine.does(owner, 'GuaranteeLetterSigned', { letterId: 'G1' });
    await mine.does(supervisor, 'ReopeningAuthorised');
    expect(await mine.state()).toBe('reopened');
  });

  test('accepted counts as well as signed', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    await mine.does(owner, 'GuaranteeLetterSigned');
    await mine.does(inspector, 'GuaranteeLetterAccepted');
    await mine.does(supervisor, 'ReopeningAuthorised');
  });

  test('declined blocks until it is withdrawn', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await mine.does(owner, 'GuaranteeLetterDeclined', { letterId: 'G1' });
    expect(await whyItMayNotReopen(mine)).toEqual(['letter-declined G1']);
    expect(because(await mine.refuses(owner, 'GuaranteeLetterSigned', { letterId: 'G1' }))).toContain(
      'no-such-letter G1',
    );
    await mine.does(supervisor, 'GuaranteeLetterWithdrawn', { letterId: 'G1' });
    await mine.does(supervisor, 'ReopeningAuthorised');
  });

  test('declined or breached blocks until another is signed', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await mine.does(owner, 'GuaranteeLetterDeclined', { letterId: 'G1' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G2' });
    expect(await whyItMayNotReopen(mine)).toEqual(['letter-unsigned G2']);
    await mine.does(owner, 'GuaranteeLetterSigned', { letterId: 'G2' });
    await mine.does(inspector, 'GuaranteeLetterBreached', { letterId: 'G2' });
    expect(await whyItMayNotReopen(mine)).toEqual(['letter-breached G2']);
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G3' });
    await mine.does(owner, 'GuaranteeLetterSigned', { letterId: 'G3' });
    await mine.does(supervisor, 'ReopeningAuthorised');
  });

  test('is judged by the latest demanded: a signed one does not make up for a later unsigned one', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await mine.does(owner, 'GuaranteeLetterSigned', { letterId: 'G1' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G2' });
    expect(await whyItMayNotReopen(mine)).toEqual(['letter-unsigned G2']);
    await mine.does(supervisor, 'GuaranteeLetterWithdrawn', { letterId: 'G2' });
    await mine.does(supervisor, 'ReopeningAuthorised');
  });

  test('of an earlier cycle does not count, nor one demanded while the mine still ran', async () => {
    const mine = await givenAMine();
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await onTheWayTo(mine, 'licensed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G2' });
    await mine.does(supervisor, 'GuaranteeLetterWithdrawn', { letterId: 'G2' });
    await mine.does(supervisor, 'ReopeningAuthorised');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G3' });
    await onTheWayTo(mine, 'licensed');
    await mine.does(owner, 'GuaranteeLetterDeclined', { letterId: 'G3' });
    await mine.does(supervisor, 'ReopeningAuthorised');
    expect(await mine.state()).toBe('reopened');
  });

  test('once signed can be accepted or breached but no longer declined or withdrawn', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    expect(because(await mine.refuses(inspector, 'GuaranteeLetterAccepted', { letterId: 'G1' }))).toContain(
      'no-such-letter G1',
    );
    await mine.does(owner, 'GuaranteeLetterSigned', { letterId: 'G1' });
    expect(because(await mine.refuses(owner, 'GuaranteeLetterDeclined', { letterId: 'G1' }))).toContain(
      'no-such-letter G1',
    );
    expect(because(await mine.refuses(supervisor, 'GuaranteeLetterWithdrawn', { letterId: 'G1' }))).toContain(
      'no-such-letter G1',
    );
  });

  test('breached on a running mine stops nothing', async () => {
    const mine = await givenAMine();
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    await mine.does(owner, 'GuaranteeLetterSigned');
    await mine.does(inspector, 'GuaranteeLetterBreached');
    expect(await mine.state()).toBe('operating');
  });

  test('is demanded under an id of its own', async () => {
    const mine = await givenAMine();
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    expect(because(await mine.refuses(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' }))).toEqual([
      'id-taken G1',
    ]);
  });
});
