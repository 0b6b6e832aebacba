import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MineList } from '../src/index.ts';
import { asOfficial, givenARegister, minesWith, NOW, reading, supervisor, viewingOwner } from './given.ts';

/** Random registers of mines a property is tried on. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 15);

/** Pieces of names in several scripts, some with a meaning in SQL or in the language of the index. */
const pieces = [
  '新疆',
  '能源',
  '局矿场',
  '华能',
  'Mine',
  'MINE-1',
  '100%',
  '_',
  '"AND"',
  '𠮷野',
  'Ａｂ',
  'é',
  "o'hara",
  ' ',
  '*',
];
const name = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((some) => some.join(''))
  .filter((text) => text.trim() !== '');

/** A name, or a part of one, that is searched for. */
const searched = fc
  .record({ name, from: fc.nat(4), length: fc.integer({ min: 1, max: 8 }) })
  .map((part) => [...part.name].slice(part.from, part.from + part.length).join(''))
  .filter((text) => text.trim() !== '');

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** Whether every word occurs in what a mine is found by. */
function isFound({ mineId, name, operator }: MineList['items'][number], q: string): boolean {
  const text = plain([mineId, name, operator.name, operator.id].join('\n'));
  return plain(q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

describe('a search finds the mines in which every word occurs, in any script, also inside a word', () => {
  test('now, and on a past day by the names of then, as if each mine were looked at', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name, first: name, second: name }), { minLength: 1, maxLength: 6 }),
        fc.array(searched, { minLength: 1, maxLength: 10 }),
        async (mines, searches) => {
          const register = await givenARegister();
          for (const [index, { name, first }] of mines.entries())
            await register.registers(`M-${index}`, { name, operator: { id: `op-${index}`, name: first } });
          for (const [index, { second }] of mines.entries()) {
            const operator = { id: `op-${index}`, name: second };
            const changed = { operator, reason: 'Sold' };
            await register.attempts(`M-${index}`, supervisor, 'OperatorChanged', changed, '2018-11-20T00:00:00+08:00');
          }
          await reading(register.store, async (reads) => {
            const instants: Record<string, string>[] = [{}, { asOf: '2018-11-10T00:00:00+08:00' }, { knownAt: NOW }];
            for (const when of instants) {
              const all = (await reads.listMines(minesWith(when), asOfficial)).items;
              for (const q of searches) {
                const { items } = await reads.listMines(minesWith({ ...when, q }), asOfficial);
                expect([q, items]).toEqual([q, all.filter((mine) => isFound(mine, q))]);
                expect(await reads.countMines({ ...when, q: q.trim() }, asOfficial)).toMatchObject({
                  total: items.length,
                });
              }
            }
          });
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('by a name that a mine no longer has it is found on days when it had it, and not now', async () => {
    const register = await givenARegister();
    await register.registers('A', { operator: { id: 'op-1', name: '华能科技有限公司' } });
    const operator = { id: 'op-2', name: '国电数据公司' };
    await register.does('A', supervisor, 'OperatorChanged', { operator, reason: 'Sold' }, '2018-12-01T00:00:00+08:00');
    await reading(register.store, async (reads) => {
      const found = async (q: string, when: Record<string, string> = {}) =>
        (await reads.listMines(minesWith({ q, ...when }), asOfficial)).total;
      const before = { asOf: '2018-11-15T00:00:00+08:00' };
      expect([await found('华能科技'), await found('国电数据')]).toEqual([0, 1]);
      expect([await found('华能科技', before), await found('国电数据', before)]).toEqual([1, 0]);
      expect([await found('华'), await found('国'), await found('国', before)]).toEqual([0, 1, 0]);
      expect(await found('华能科技', { knownAt: '2018-11-20T00:00:00+08:00' })).toBe(1);
    });
  });

  test('an owner searches their own mines', async () => {
    const register = await givenARegister();
    for (const mineId of ['A', 'B']) await register.registers(mineId, { name: `华能矿场 ${mineId}` });
    await reading(register.store, async (reads) => {
      const asOwner = { viewer: viewingOwner('B'), now: NOW };
      for (const q of ['华能矿场', '华'])
        expect((await reads.listMines(minesWith({ q }), asOwner)).items).toMatchObject([{ mineId: 'B' }]);
    });
  });
});
