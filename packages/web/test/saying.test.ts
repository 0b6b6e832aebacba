import { expect, test } from '@jest/globals';
import { daysText, exactDuration } from '../src/language/durations.ts';
import { wordsIn } from '../src/language/words-in.ts';
import { inLanguage } from './in-language.ts';

const english = await inLanguage('en');
const chinese = await inLanguage('zh-CN');
const day = 86_400_000;

test('days closed read as a person says them', () => {
  expect([daysText(6, english), daysText(1, english), daysText(0, english)]).toEqual([
    '6 days',
    '1 day',
    'under 1 day',
  ]);
  expect([daysText(6, chinese), daysText(1, chinese), daysText(0, chinese)]).toEqual(['6天', '1天', '不到1天']);
});

test('the exact length is given to the minute', () => {
  expect(exactDuration(6 * day + 3 * 3_600_000 + 61_000, english)).toBe('6 days 3 hours 1 minute');
  expect(exactDuration(6 * day + 3 * 3_600_000, chinese)).toBe('6天3小时');
  expect(exactDuration(10_000, english)).toBe('0 minutes');
});

test('a reason names what it is about in the words of the language, not by its code', () => {
  const reason = {
    code: 'requirement-missing',
    detail: 'Licences: no evidence has been sent.',
    who: 'owner',
    about: 'LICENCES',
  } as const;
  expect(wordsIn(english).reason(reason)).toBe('Licences: no evidence has been sent.');
  expect(wordsIn(chinese).reason(reason)).toBe('许可证照：尚未提交材料。');
});

test('a step that does not exist names the state by its words', () => {
  const reason = {
    code: 'no-such-step',
    detail: 'ClosureOrdered is not possible while the mine’s operation is closed.remediating.',
    who: 'nobody',
    about: 'closed.remediating',
  } as const;
  expect(wordsIn(english).reason(reason)).toBe('Not possible while the case stands at “faults being made good”.');
  expect(wordsIn(chinese).reason(reason)).toBe('案件处于“整改中”，不能办理此事项。');
});

test('each reason says whose turn it is', () => {
  const { turn } = wordsIn(english);
  expect(turn({ code: 'x', detail: '', who: 'licensing', office: 'power' })).toBe(
    'Next: licensing officer, power office',
  );
  expect(turn({ code: 'x', detail: '', who: 'owner' })).toBe('Next: owner');
  expect(turn({ code: 'x', detail: '', who: 'nobody' })).toBe('Nobody can change this');
});

test('a reason or office that has no words yet is shown as the server said it', () => {
  expect(wordsIn(chinese).reason({ code: 'brand-new', detail: 'Something new.' })).toBe('Something new.');
  expect(wordsIn(chinese).office('Energy Bureau of Example County')).toBe('Energy Bureau of Example County');
});

test('what the source does not state is said to be not stated', () => {
  expect(wordsIn(english).stated('not stated')).toBe('not stated');
  expect(wordsIn(chinese).stated('not stated')).toBe('未载明');
  expect(wordsIn(chinese).stated('local authorities')).toBe('地方主管部门');
});

test('names follow one another as a sentence does', () => {
  expect(wordsIn(english).list(['a', 'b', 'c'])).toBe('a, b and c');
  expect(wordsIn(chinese).list(['甲', '乙', '丙'])).toBe('甲、乙和丙');
  expect([wordsIn(english).list(['a']), wordsIn(english).list([])]).toEqual(['a', '']);
});
