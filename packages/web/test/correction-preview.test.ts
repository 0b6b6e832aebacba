import { describe, expect, test } from '@jest/globals';
import type { ClosureAnswer, PreviewAnswer } from '../src/api/answers.ts';
import { figuresMoved } from '../src/case/correction/figures-moved.ts';
import { saidOfPreview } from '../src/case/correction/said-of-preview.ts';
import { speechIn } from '../src/case/speech.ts';
import { aMine } from './a-mine.ts';
import { inLanguage } from './in-language.ts';

const english = speechIn(await inLanguage('en'), 'en', '2018-11-20');
const chinese = speechIn(await inLanguage('zh-CN'), 'zh-CN', '2018-11-20');
const nothingReferred = () => null;
const day = 86_400_000;

function aClosure(fields: Partial<ClosureAnswer>): ClosureAnswer {
  const { closure } = aMine();
  if (!closure) throw new Error('The mine is closed.');
  return { ...closure, ...fields };
}

const { status, state, cycle, shut, mayOperate, waitingOn, waitingOnOffice, openFindings, requirements, flags } =
  aMine();
const standing: PreviewAnswer['before'] = {
  ...{ status, state, cycle, shut, mayOperate, waitingOn, waitingOnOffice, openFindings, requirements, flags },
  deadlines: [],
};

const order = (occurredAt: string) => ({
  eventId: 'e-1',
  type: 'ClosureOrdered' as const,
  data: { grounds: 'Strict inspection', authority: 'local authorities', legalBasis: 'not stated' },
  occurredAt,
  occurredAtPrecision: 'day' as const,
  transition: null,
});
const fifth = '2018-11-05T00:00:00+08:00';
const sixth = '2018-11-06T00:00:00+08:00';

/** The closing day of a closure that is over, corrected from the 5th to the 6th. */
const corrected: PreviewAnswer = {
  type: 'FactCorrected',
  needsApproval: true,
  possible: true,
  reasons: [],
  impossible: [],
  dependents: null,
  changes: [{ eventId: 'e-1', type: 'ClosureOrdered', kind: 'corrected', before: order(fifth), after: order(sixth) }],
  closures: [
    {
      eventId: 'e-1',
      before: aClosure({ since: fifth, milliseconds: 15 * day, days: 15, notAllowedToRun: 'P15D' }),
      after: aClosure({ since: sixth, milliseconds: 14 * day, days: 14, notAllowedToRun: 'P14D' }),
    },
  ],
  before: standing,
  after: standing,
  at: '2018-11-20T00:00:00+08:00',
};

describe('a preview says only what would be otherwise, before and after', () => {
  test('in English', () => {
    expect(saidOfPreview(corrected, english, nothingReferred)).toEqual({
      facts: [
        {
          eventId: 'e-1',
          fact: '5 Nov 2018 · Closing ordered',
          becomes: null,
          rows: [{ label: 'When', before: '5 Nov 2018', after: '6 Nov 2018' }],
        },
      ],
      elsewhere: null,
      closures: [
        {
          eventId: 'e-1',
          title: 'Closure 1',
          rows: [
            { label: 'Shut since', before: '5 Nov 2018', after: '6 Nov 2018' },
            { label: 'Lasted', before: '15 days', after: '14 days' },
          ],
        },
      ],
      standing: [],
      deadlines: [],
    });
  });

  test('in Chinese', () => {
    const { closures } = saidOfPreview(corrected, chinese, nothingReferred);
    expect(closures).toMatchObject([
      {
        title: '第1次停产',
        rows: [
          { before: '2018年11月5日', after: '2018年11月6日' },
          { before: '15天', after: '14天' },
        ],
      },
    ]);
  });

  test('of a closure that never was, of the state and of what is due', () => {
    const due = {
      rule: 'first-inspection',
      dueOn: '2018-11-19',
      originalDueOn: '2018-11-19',
      party: 'authority' as const,
      office: 'tax',
      subject: null,
      overdue: false,
    };
    const said = saidOfPreview(
      {
        ...corrected,
        changes: [
          { eventId: 'e-1', type: 'ClosureOrdered', kind: 'voided', before: order(fifth), after: null },
          { eventId: 'e-2', type: 'NoteAdded', kind: 'led-elsewhere', before: null, after: null },
        ],
        closures: [{ eventId: 'e-1', before: aClosure({ since: fifth, days: 15 }), after: null }],
        before: {
          ...standing,
          deadlines: [{ ...aMine().detail.deadlines[0], ...due }] as PreviewAnswer['before']['deadlines'],
        },
        after: {
          ...standing,
          state: { ...standing.state, operation: 'operating' },
          mayOperate: true,
          waitingOn: 'nobody',
          waitingOnOffice: null,
        },
      },
      english,
      nothingReferred,
    );
    expect(said.facts).toMatchObject([{ becomes: 'was never true', rows: [] }]);
    expect(said.elsewhere).toBe('One later fact leads elsewhere: note added.');
    expect(said.closures).toMatchObject([
      { rows: [{ label: 'Shut', before: 'since 5 Nov 2018, 15 days so far', after: 'no closure' }] },
    ]);
    expect(said.standing).toEqual([
      { label: 'Operation', before: 'waiting for an inspection', after: 'operating' },
      { label: 'May run', before: 'no', after: 'yes' },
      { label: 'Waiting on', before: 'tax office', after: 'nobody' },
    ]);
    expect(said.deadlines).toEqual([{ label: 'first inspection', before: '19 Nov 2018', after: 'not due' }]);
  });

  test('exactly, where the days are the same', () => {
    const [closure] = corrected.closures;
    const hours = { since: fifth, days: 15, milliseconds: 15 * day - 3_600_000, notAllowedToRun: 'P14DT23H' };
    const preview = { ...corrected, closures: closure?.before ? [{ ...closure, after: aClosure(hours) }] : [] };
    expect(saidOfPreview(preview, english, nothingReferred).closures[0]?.rows).toEqual([
      { label: 'Lasted', before: '15 days', after: '14 days 23 hours' },
    ]);
  });
});

describe('the figures that move with a correction', () => {
  const closures = (before: Partial<ClosureAnswer> | null, after: Partial<ClosureAnswer> | null) =>
    figuresMoved(
      {
        ...corrected,
        closures: [{ eventId: 'e-1', before: before && aClosure(before), after: after && aClosure(after) }],
      },
      english,
    );
  const eighth = '2018-11-08T09:00:00+08:00';

  test('are the days at whose end one mine more or fewer was shut, and how long its closure counts', () => {
    expect(closures({ since: fifth, until: null, days: 15 }, { since: eighth, until: null, days: 12 })).toEqual([
      'Mines shut at the end of each day from 5 Nov 2018 to 7 Nov 2018: one fewer.',
      'How long closures last: closure 1 of this mine counts 12 days, not 15 days.',
    ]);
    expect(closures({ since: fifth, until: sixth, days: 1 }, { since: fifth, until: eighth, days: 3 })).toEqual([
      'Mines shut at the end of each day from 6 Nov 2018 to 7 Nov 2018: one more.',
      'How long closures last: closure 1 of this mine counts 3 days, not 1 day.',
    ]);
    expect(
      closures({ since: fifth, until: sixth, days: 1 }, { since: fifth, until: '2018-11-07T01:00:00+08:00', days: 1 }),
    ).toEqual(['Mines shut at the end of 6 Nov 2018: one more.']);
  });

  test('are of one closure fewer where it never was', () => {
    expect(closures({ since: fifth, until: null }, null)).toEqual([
      'Mines shut at the end of each day since 5 Nov 2018: one fewer.',
      'Closures: 1 fewer.',
    ]);
  });

  test('are none where nothing moves, or where a fact is only added', () => {
    expect(closures({ since: fifth }, { since: fifth })).toEqual([]);
    const added = { ...corrected, changes: corrected.changes.map((change) => ({ ...change, kind: 'added' as const })) };
    expect(figuresMoved(added, english)).toEqual([]);
  });
});
