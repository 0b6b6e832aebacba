import { describe, expect, test } from '@jest/globals';
import type { MineChange } from '../src/api/answers.ts';
import { becameOf, hourOf, reportNumber } from '../src/papers/daily/reported.ts';
import { inLanguage } from './in-language.ts';

type Stood = MineChange['after'];

const stood = (status: Stood['status']): Stood => ({
  status,
  shut: status === 'closed' || status === 'inspected' || status === 'licensed',
  waitingOn: 'authority',
  waitingOnOffice: 'tax',
  state: status === 'closed' ? 'closed.awaitingInspection' : status,
  closure: null,
});

function changed(
  mineId: string,
  before: Stood['status'] | null,
  after: Stood['status'],
  kinds: MineChange['kinds'],
): MineChange {
  return {
    mineId,
    name: mineId,
    region: 'CN-XJ',
    kinds,
    before: before && stood(before),
    after: stood(after),
    corrections: [],
    backdated: [],
  };
}

const becameIn = (...items: MineChange[]) =>
  [...becameOf({ items })].map(([becoming, mines]) => [becoming, ...mines.map(({ mineId }) => mineId)]);

describe('what became of mines since the day before', () => {
  test('is told in the order in which a closure goes on', () => {
    expect(
      becameIn(
        changed('A', 'licensed', 'reopened', ['reopened']),
        changed('B', 'closed', 'inspected', ['moved']),
        changed('C', 'operating', 'closed', ['closed']),
        changed('D', 'inspected', 'licensed', ['moved']),
      ),
    ).toEqual([
      ['closed', 'C'],
      ['inspected', 'B'],
      ['licensed', 'D'],
      ['reopened', 'A'],
    ]);
  });

  test('tells both of a mine that was closed and passed its inspection within the day', () => {
    expect(becameIn(changed('A', 'operating', 'inspected', ['closed', 'moved']))).toEqual([
      ['closed', 'A'],
      ['inspected', 'A'],
    ]);
  });

  test('tells of one that was set back, and not of steps that leave it where it stands', () => {
    expect(
      becameIn(changed('A', 'licensed', 'closed', ['moved']), changed('B', 'closed', 'closed', ['moved'])),
    ).toEqual([['setBack', 'A']]);
  });

  test('tells a mine that reopened and is closed again in both ways, and does not take it for set back', () => {
    expect(becameIn(changed('A', 'licensed', 'closed', ['closed', 'reopened', 'moved']))).toEqual([
      ['closed', 'A'],
      ['reopened', 'A'],
    ]);
  });
});

test('a report is as of the full hour, and numbered by it in Beijing time', () => {
  const hour = hourOf(new Date('2018-11-20T09:41:12.345+08:00'));
  expect(hour).toBe('2018-11-20T01:00:00.000Z');
  expect(reportNumber('november-2018', hour)).toBe('november-2018/D/20181120-0900');
});

test('that there is none is said in a sentence, not by a nought', async () => {
  const overdue = async (language: 'en' | 'zh-CN') => {
    const t = await inLanguage(language);
    return [0, 1, 2].map((count) => t('daily.overdue', { count }));
  };
  expect(await overdue('en')).toEqual([
    'None of these mines is past a deadline.',
    '1 of these mines is past a deadline.',
    '2 of these mines are past a deadline.',
  ]);
  expect((await overdue('zh-CN'))[0]).toBe('上述矿场均无事项逾期。');
});
