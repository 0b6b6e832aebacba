import { expect, test } from '@jest/globals';
import { shiftMonth, weeksOf } from '../src/case/file/month.ts';

const month = (name: string, length: number) =>
  Array.from({ length }, (_, index) => ({ day: `${name}-${String(index + 1).padStart(2, '0')}` }));
const inShort = (weeks: ReturnType<typeof weeksOf>) =>
  weeks.map((week) => week.map((day) => day?.day.slice(8) ?? '').join(' '));

test('a month is laid out in weeks from Monday to Sunday', () => {
  expect(inShort(weeksOf(month('2018-11', 30)))).toEqual([
    '   01 02 03 04',
    '05 06 07 08 09 10 11',
    '12 13 14 15 16 17 18',
    '19 20 21 22 23 24 25',
    '26 27 28 29 30  ',
  ]);
  expect(inShort(weeksOf(month('2021-02', 28)))[0]).toBe('01 02 03 04 05 06 07');
  expect(weeksOf([])).toEqual([]);
});

test('the month after December is January of the next year', () => {
  expect(shiftMonth('2018-12', 1)).toBe('2019-01');
  expect(shiftMonth('2018-01', -1)).toBe('2017-12');
});
