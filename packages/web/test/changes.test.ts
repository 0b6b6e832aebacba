import { describe, expect, test } from '@jest/globals';
import { asOfFrom } from '../src/as-of/as-of.ts';
import { changesQueryOf, changesSearch, daysIn } from '../src/changes/changes-search.ts';
import { eventfulDays, highestDay } from '../src/statistics/course-search.ts';

const today = '2026-03-01';

describe('the days between which changes are looked for', () => {
  test('are the week until the day that the page looks at, or until today', () => {
    expect(daysIn({}, asOfFrom({ asOf: '2018-11-11' }, null), today)).toEqual({ from: '2018-11-05', to: '2018-11-11' });
    expect(daysIn({}, asOfFrom({}, null), today)).toEqual({ from: '2026-02-23', to: today });
  });

  test('for what became known, the week until it is known by', () => {
    const at = asOfFrom({ asOf: '2018-11-11', knownAt: '2018-11-19' }, null);
    expect(daysIn({ axis: 'knowledge' }, at, today)).toEqual({ from: '2018-11-13', to: '2018-11-19' });
  });

  test('are those of the address, both whole', () => {
    const search = changesSearch.parse({ from: '2018-11-05', to: '2018-11-06', kind: 'closed' });
    const days = daysIn(search, asOfFrom({}, null), today);
    expect(changesQueryOf(search, days, { knownAt: 'then' }, today)).toMatchObject({
      axis: 'world',
      from: '2018-11-04T23:59:59.999+08:00',
      to: '2018-11-06T23:59:59.999+08:00',
      knownAt: 'then',
      kind: 'closed',
    });
  });

  test('each axis goes by the other time of the page, and today lasts until now', () => {
    const search = changesSearch.parse({ axis: 'knowledge', from: '2026-02-28', to: today });
    const query = changesQueryOf(search, { from: '2026-02-28', to: today }, { asOf: 'a', knownAt: 'b' }, today);
    expect(query).toMatchObject({ axis: 'knowledge', to: undefined, asOf: 'a' });
    expect(query).not.toHaveProperty('knownAt');
  });
});

describe('the course', () => {
  const quiet = { at: '', closed: 0, reopened: 0, withdrawn: 0, quashed: 0, decommissioned: 0 };
  const days = [
    { ...quiet, day: '2018-11-04', shut: 0 },
    { ...quiet, day: '2018-11-05', shut: 2, closed: 2 },
    { ...quiet, day: '2018-11-06', shut: 2 },
    { ...quiet, day: '2018-11-07', shut: 1, quashed: 1 },
    { ...quiet, day: '2018-11-08', shut: 1 },
  ];

  test('is told by the days on which something changed and the last one, the latest first', () => {
    expect(eventfulDays(days).map(({ day }) => day)).toEqual(['2018-11-08', '2018-11-07', '2018-11-05']);
  });

  test('was highest on the first day with most shut; on none where none was', () => {
    expect(highestDay(days)?.day).toBe('2018-11-05');
    expect(highestDay(days.slice(0, 1))).toBeUndefined();
  });
});
