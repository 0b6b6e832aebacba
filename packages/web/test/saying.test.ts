import { expect, test } from '@jest/globals';
import { proceduresAfter, shippedProcedures, strict1, wordingsOf } from '@rectify/engine/rectification';
import { noWordings, titlesIn, type Words, withCase, wordsIn } from '@rectify/words';
import { daysText, exactDuration } from '../src/language/durations.ts';
import { aFinding, aMine } from './a-mine.ts';
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
  expect(wordsIn(english).reason(reason)).toBe('Not possible while the case stands at “making faults good”.');
  expect(wordsIn(chinese).reason(reason)).toBe('案件处于“整改中”，不能办理此事项。');
});

test('no direction and no appeal are told apart by the region that finds no step', () => {
  const reason = { code: 'no-such-step', detail: '', who: 'nobody', about: 'none' } as const;
  const { reason: say } = wordsIn(english);
  expect(say(reason, 'power')).toBe('Not possible while the case stands at “no power direction”.');
  expect(say(reason, 'appeal')).toBe('Not possible while the case stands at “no appeal”.');
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

test('the standard that the source quotes is quoted in the language of the reader', () => {
  expect(wordsIn(english).stated('state-of-the-art')).toBe('state-of-the-art');
  expect(wordsIn(chinese).stated('state-of-the-art')).toBe('最先进');
});

test('names follow one another as a sentence does', () => {
  expect(wordsIn(english).list(['a', 'b', 'c'])).toBe('a, b and c');
  expect(wordsIn(chinese).list(['甲', '乙', '丙'])).toBe('甲、乙和丙');
  expect([wordsIn(english).list(['a']), wordsIn(english).list([])]).toEqual(['a', '']);
});

test('what a procedure calls its codes is what the page calls them', () => {
  const wordings = wordingsOf(
    proceduresAfter(shippedProcedures, {
      type: 'ProcedurePublished',
      data: { procedure: strict1 },
      occurredAt: '2018-12-01T00:00:00Z',
    }),
  );
  const said = ({ office, subject, option }: Words) => [
    office('fire-rescue'),
    office('tax'),
    subject('FIRE_SAFETY'),
    option('groundsCode', 'POWER_OUTAGE'),
    option('findingCode', 'OTHER'),
    office('not stated'),
  ];
  expect(said(wordsIn(english, titlesIn(wordings, 'en')))).toEqual([
    'fire and rescue office',
    'tax office',
    'Fire safety',
    'Strict inspection after a power outage',
    'Other',
    'office not stated',
  ]);
  expect(said(wordsIn(chinese, titlesIn(wordings, 'zh-CN'))).slice(0, 3)).toEqual([
    '消防救援机构',
    '税务部门',
    '消防安全',
  ]);
});

test('a case calls its codes as its own procedure does, whatever others call them', () => {
  const mine = aMine({
    offices: { tax: { en: 'revenue office', 'zh-CN': '税务所' } },
    checks: aMine().detail.checks.map((check) => ({ ...check, title: { en: 'Revenue', 'zh-CN': '税收' } })),
  });
  const { office, subject } = wordsIn(english, titlesIn(withCase(wordingsOf(shippedProcedures), mine.detail), 'en'));
  expect([office('tax'), subject('TAX'), office('power')]).toEqual(['revenue office', 'Revenue', 'power office']);
});

test('a reason that is about a finding says what was found, where that is known, and no more of it than a sentence bears', () => {
  const reason = (about: string) => ({ code: 'finding-open', detail: 'Finding F1 is open.', about });
  const said = (language: 'en' | 'zh-CN', description: string) =>
    wordsIn(
      language === 'en' ? english : chinese,
      titlesIn(noWordings, language, [{ ...aFinding, description }]),
    ).reason(reason('F1'));
  expect(said('en', 'East hall not metered.')).toBe('Finding “East hall not metered.” is open.');
  expect(said('zh-CN', '东厅未单独计量')).toBe('问题“东厅未单独计量”尚未销号。');
  expect(said('en', 'x'.repeat(200))).toBe(`Finding “${'x'.repeat(79)}…” is open.`);
  expect(wordsIn(english, titlesIn(noWordings, 'en', [aFinding])).reason(reason('F9'))).toBe('Finding F9 is open.');
});
