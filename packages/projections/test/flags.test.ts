import { expect, test } from '@jest/globals';
import { describeMine } from '../src/index.ts';
import { aDocument, givenARegister, inspector, ownerOf, supervisor } from './given.ts';

test('a breached power direction is flagged until a new cycle begins, in which it is still to be obeyed', async () => {
  const register = await givenARegister();
  await register.registers('XJ-0001');
  const at = (day: string) => `2018-11-${day}T09:00:00+08:00`;
  const answered = async (day: string) => describeMine(await register.foldedOf('XJ-0001'), { now: at(day) });
  const direction = { directionId: 'P1', alternatives: ['relocate' as const], dueOn: '2018-12-31' };
  await register.does('XJ-0001', supervisor, 'PowerDirectionIssued', direction, at('02'));
  const breach = { directionId: 'P1', reason: 'Nothing was done' };
  await register.does('XJ-0001', inspector, 'PowerDirectionBreached', breach, at('03'));
  expect((await answered('03')).flags).toEqual(['direction-breached']);
  await register.closes('XJ-0001', at('05'));
  expect(await answered('05')).toMatchObject({ flags: [], state: { power: 'ordered' } });
  await register.does('XJ-0001', inspector, 'PowerDirectionBreached', breach, at('06'));
  expect((await answered('06')).flags).toEqual(['direction-breached']);
});

test('a breached letter is flagged until another is signed, not when another is only demanded', async () => {
  const register = await givenARegister();
  await register.registers('XJ-0001');
  const at = (day: string) => `2018-11-${day}T09:00:00+08:00`;
  const flags = async () => describeMine(await register.foldedOf('XJ-0001'), { now: at('06') }).flags;
  await register.closes('XJ-0001', at('05'));
  const demands = (letterId: string) =>
    register.does(
      'XJ-0001',
      inspector,
      'GuaranteeLetterDemanded',
      { letterId, text: 't', dueOn: '2018-12-31' },
      at('05'),
    );
  const signs = (letterId: string) =>
    register.does('XJ-0001', ownerOf('XJ-0001'), 'GuaranteeLetterSigned', { letterId, document: aDocument }, at('05'));
  await demands('G1');
  await signs('G1');
  await register.does('XJ-0001', inspector, 'GuaranteeLetterBreached', { letterId: 'G1', reason: 'r' }, at('05'));
  await demands('G2');
  expect(await flags()).toEqual(['letter-breached']);
  await signs('G2');
  expect(await flags()).toEqual([]);
});
