import { describe, expect, test } from '@jest/globals';
import type { CourseAnswer } from '../src/api/answers.ts';
import { burnDown, daysToAsk, eventsUntil, quietSince } from '../src/campaigns/follow/burn-down.ts';
import { stragglersAmong } from '../src/campaigns/follow/straggling.ts';
import { shiftDay } from '../src/language/dates.ts';
import { aMine } from './a-mine.ts';

type Day = CourseAnswer['days'][number];

function day(index: number, fields: Partial<Day> = {}): Day {
  const on = shiftDay('2018-11-05', index);
  const nothing = { closed: 0, reopened: 0, withdrawn: 0, quashed: 0, decommissioned: 0 };
  const standing = { closed: fields.shut ?? 0, inspected: 0, licensed: 0 };
  return { day: on, at: `${on}T23:59:59.999+08:00`, shut: 0, ...nothing, standing, ...fields };
}

describe('a campaign as it burns down', () => {
  test('adds up what is over, in whichever way it ended', () => {
    const days = [
      day(0, { shut: 3, closed: 3 }),
      day(1, { shut: 2, reopened: 1, standing: { closed: 1, inspected: 1, licensed: 0 } }),
      day(2, { shut: 1, quashed: 1, standing: { closed: 0, inspected: 0, licensed: 1 } }),
    ];
    expect(burnDown(days)).toEqual([
      { day: '2018-11-05', closed: 3, inspected: 0, licensed: 0, over: 0 },
      { day: '2018-11-06', closed: 1, inspected: 1, licensed: 0, over: 1 },
      { day: '2018-11-07', closed: 0, inspected: 0, licensed: 1, over: 2 },
    ]);
    expect(quietSince(days)).toBeUndefined();
  });

  test('leaves a long quiet end out and says since when it is quiet', () => {
    const quiet = Array.from({ length: 40 }, (_, index) => day(index + 2, { shut: 1 }));
    const days = [day(0, { shut: 1, closed: 1 }), day(1, { shut: 1, becameInspected: 1 }), ...quiet];
    expect(burnDown(days)).toHaveLength(7);
    expect(quietSince(days)).toBe('2018-11-06');
  });

  test('asks for three years at most, from the opening on', () => {
    const opening = '2018-11-05T00:00:00+08:00';
    expect(daysToAsk(opening, '2018-11-25')).toEqual({ from: '2018-11-05', to: '2018-11-25' });
    expect(daysToAsk(opening, '2026-11-25')).toEqual({ from: '2018-11-05', to: '2021-11-05' });
  });

  test('is marked by what happened to it until the day that is looked at', () => {
    const by = { role: 'supervisor' as const, office: 'energy' };
    const campaign = {
      openedAt: '2018-11-05T00:00:00+08:00',
      extensions: [{ at: '2018-11-20T10:00:00+08:00', reason: 'Not done yet', by }],
      closed: { at: '2018-12-20T10:00:00+08:00', reason: 'Done', by },
    };
    expect(eventsUntil(campaign, '2018-11-30')).toEqual([
      { day: '2018-11-05', what: 'opened' },
      { day: '2018-11-20', what: 'extended' },
    ]);
  });
});

describe('stragglers', () => {
  const closedFor = (
    mineId: string,
    days: number,
    lastChange: { type: 'NoteAdded' | 'DeadlinePassed'; on: string },
  ) => {
    const { closure } = aMine();
    return aMine(
      {},
      {
        mineId,
        closure: closure && { ...closure, days },
        lastChange: { type: lastChange.type, occurredAt: `${lastChange.on}T10:00:00+08:00` },
        asOf: '2018-11-25T12:00:00+08:00',
      },
    );
  };
  const among = (...mines: ReturnType<typeof aMine>[]) => stragglersAmong(mines).map(({ mine }) => mine.mineId);

  test('are shut mines in whose case nothing has happened for a week, the ones shut longest first', () => {
    expect(
      among(
        closedFor('quiet', 14, { type: 'NoteAdded', on: '2018-11-18' }),
        closedFor('busy', 20, { type: 'NoteAdded', on: '2018-11-19' }),
        closedFor('longest', 20, { type: 'NoteAdded', on: '2018-11-10' }),
      ),
    ).toEqual(['longest', 'quiet']);
  });

  test('stay stragglers when a deadline passes', () => {
    expect(among(closedFor('late', 14, { type: 'DeadlinePassed', on: '2018-11-25' }))).toEqual(['late']);
  });

  test('are no more once they may run', () => {
    const reopened = { ...closedFor('open', 14, { type: 'NoteAdded', on: '2018-11-01' }), shut: false };
    expect(among(reopened)).toEqual([]);
  });
});
