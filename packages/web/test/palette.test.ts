import { describe, expect, test } from '@jest/globals';
import { matching, type PaletteCommand } from '../src/palette/command.ts';
import { typedDay } from '../src/palette/typed-day.ts';

describe('a day that is typed', () => {
  test.each([
    ['2018-11-05', '2018-11-05'],
    ['2018/11/5', '2018-11-05'],
    ['5 Nov 2018', '2018-11-05'],
    ['5 november 2018', '2018-11-05'],
    ['2018年11月5日', '2018-11-05'],
  ])('%s is understood', (typed, day) => {
    expect(typedDay(typed)).toBe(day);
  });

  test.each(['2018-11-31', '5 Nev 2018', 'XJ-0005', '', '2018'])('“%s” is none', (typed) => {
    expect(typedDay(typed)).toBeNull();
  });
});

test('commands are found by words of their text or note, in any order', () => {
  const command = (text: string, note?: string): PaletteCommand => ({
    id: text,
    group: 'actions',
    text,
    ...(note && { note }),
    run: () => {},
  });
  const commands = [command('Schedule an inspection'), command('Order closing', 'a second person has to grant it')];
  expect(matching(commands, 'INSPECTION sch').map(({ id }) => id)).toEqual(['Schedule an inspection']);
  expect(matching(commands, 'second').map(({ id }) => id)).toEqual(['Order closing']);
  expect(matching(commands, ' ')).toEqual(commands);
  expect(matching(commands, 'reopening')).toEqual([]);
});
