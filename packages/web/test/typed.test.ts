import { describe, expect, test } from '@jest/globals';
import { typedDay, typedMoment, typedTime } from '../src/language/typed.ts';

describe('a day that is typed', () => {
  test.each([
    '2018-11-05',
    '2018/11/5',
    '2018.11.5',
    '20181105',
    '5 Nov 2018',
    '5 november 2018',
    'Nov 5, 2018',
    '2018年11月5日',
    '2018 年 11 月 5 日',
    '２０１８年１１月５日',
    ' 2018-11-05 ',
  ])('%s is understood', (typed) => {
    expect(typedDay(typed)).toBe('2018-11-05');
  });

  test.each(['2018-11-31', '5 Nev 2018', '5/11/2018', 'XJ-0005', '', '2018'])('“%s” is none', (typed) => {
    expect(typedDay(typed)).toBeNull();
  });
});

describe('a time of day that is typed', () => {
  test.each(['09:30', '9:30', '0930', '9.30', '９：３０', '9时30分', '9点30分'])('%s is understood', (typed) => {
    expect(typedTime(typed)).toBe('09:30');
  });

  test.each(['24:00', '12:60', '9', 'noon', ''])('“%s” is none', (typed) => {
    expect(typedTime(typed)).toBeNull();
  });
});

describe('a day that may have its time', () => {
  test.each(['5 Nov 2018, 14:30', '2018年11月5日 14:30', '2018-11-05T14:30', '2018-11-05 14.30'])(
    '%s is an instant of Beijing',
    (typed) => {
      expect(typedMoment(typed)).toBe('2018-11-05T14:30:00+08:00');
    },
  );

  test('alone it stays a day, and what already is an instant is not read anew', () => {
    expect(typedMoment('5 Nov 2018')).toBe('2018-11-05');
    expect(typedMoment('2018-11-05T14:30:00Z')).toBeNull();
    expect(typedMoment('soon')).toBeNull();
  });
});
