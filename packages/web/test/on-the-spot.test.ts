import { describe, expect, test } from '@jest/globals';
import type { Entries } from '../src/case/form/field.ts';
import { composeInspection, type Ending } from '../src/on-the-spot/compose-inspection.ts';
import { byServerClock } from '../src/outbox/device-clock.ts';
import { closedMine, closedMineBut } from './a-closed-mine.ts';

const now = '2018-11-19T02:00:00.000Z';
const begun = '2018-11-19T01:00:00.000Z';
const allPassed: Entries = {
  '/started': begun,
  '/inspectorsPresent': '2',
  '/checks/TAX/outcome': 'pass',
  '/checks/TAX/at': '2018-11-19T01:40:00.000Z',
  '/checks/REAL_NAME_PRODUCERS/outcome': 'pass',
  '/checks/REAL_NAME_PRODUCERS/at': '2018-11-19T01:20:00.000Z',
  '/checks/REAL_NAME_CUSTOMERS/outcome': 'not-applicable',
  '/checks/REAL_NAME_CUSTOMERS/at': '2018-11-19T00:10:00.000Z',
  '/ownerSide': 'absent',
};
const composed = (entries: Entries, mine = closedMine, ending: Ending = 'result') =>
  composeInspection(mine, entries, {
    ending,
    now,
    inspectionId: 'I-1',
    leastPresent: 2,
    photosOf: (description) => `Photos: ${description}.pdf`,
  });

describe('an inspection on the spot', () => {
  test('is passed when no check failed and nothing was found, in the order in which it was done', () => {
    const { events, faults } = composed(allPassed);
    expect(faults).toEqual([]);
    expect(events.map(({ type, occurredAt }) => [type, occurredAt.slice(11, 16)])).toEqual([
      ['InspectionStarted', '01:00'],
      // Ticked before the beginning was pressed: nothing of an inspection is earlier than it.
      ['CheckRecorded', '01:00'],
      ['CheckRecorded', '01:20'],
      ['CheckRecorded', '01:40'],
      ['InspectionPassed', '02:00'],
    ]);
    expect(events.at(-1)?.data).toEqual({ inspectionId: 'I-1', ownerSide: 'absent' });
  });

  test('is not passed when something was found, and its photos follow the finding they are of', () => {
    const { events, result } = composed({
      ...allPassed,
      '/findings': ['F-1'],
      '/findings/F-1/description': 'Not metered',
      '/findings/F-1/dueOn': '2018-12-03',
      '/findings/F-1/photos': { file: 'p', name: '2 photos.pdf', bytes: 9, pictures: ['a', 'b'] },
      '/findings/F-1/at': '2018-11-19T01:45:00.000Z',
    });
    expect(result).toMatchObject({ passed: false, open: 1 });
    expect(events.slice(-3).map(({ type }) => type)).toEqual(['FindingRaised', 'DocumentAttached', 'InspectionFailed']);
    expect(events.at(-2)?.data).toMatchObject({ document: { name: 'Photos: Not metered.pdf' }, visibility: 'owner' });
  });

  test('asks for a finding where a check failed, and for whatever was left out', () => {
    const { faults } = composed({
      ...allPassed,
      '/checks/TAX/outcome': 'fail',
      '/inspectorsPresent': '1',
      '/started': '',
    });
    expect(faults).toEqual([
      { pointer: '/started', code: 'not-begun' },
      { pointer: '/inspectorsPresent', code: 'too-small' },
      { pointer: '/findings', code: 'finding-needed' },
    ]);
  });

  test('that is abandoned puts on record what was looked at so far and why it ended, and asks for no more', () => {
    const soFar: Entries = {
      '/started': begun,
      '/inspectorsPresent': '2',
      '/checks/TAX/outcome': 'fail',
      '/checks/TAX/at': '2018-11-19T01:40:00.000Z',
    };
    const why = 'The power went off in the whole district.';
    const { events, faults } = composed({ ...soFar, '/abandoned': why }, closedMine, 'abandoned');
    expect(faults).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual(['InspectionStarted', 'CheckRecorded', 'InspectionAbandoned']);
    expect(events.at(-1)?.data).toEqual({ inspectionId: 'I-1', reason: why });
    expect(composed(soFar, closedMine, 'abandoned').faults).toEqual([{ pointer: '/abandoned', code: 'required' }]);
  });

  test('goes on where it was begun already', () => {
    const running = { inspectionId: 'I-0', startedAt: begun, reinspection: false };
    const inspections = { ...closedMine.detail.inspections, running };
    const { events } = composed(
      allPassed,
      closedMineBut({ state: { operation: 'closed.inspecting' } }, { inspections }),
    );
    expect(events.map(({ type }) => type)).not.toContain('InspectionStarted');
  });
});

describe('a wrong clock', () => {
  const deviceNow = Date.parse('2018-11-19T05:00:00Z');
  const threeHours = 3 * 3600_000;

  test('is corrected by as much as it was wrong', () => {
    expect(byServerClock('2018-11-19T04:00:00.000Z', threeHours, deviceNow, threeHours)).toBe(
      '2018-11-19T01:00:00.000Z',
    );
  });

  test('never leads into the future of the server', () => {
    expect(byServerClock('2018-11-19T04:59:59.900Z', threeHours, deviceNow, threeHours)).toBe(
      '2018-11-19T01:59:59.000Z',
    );
    expect(byServerClock('2018-11-19T05:00:00.000Z', 0, deviceNow, threeHours)).toBe('2018-11-19T01:59:59.000Z');
  });

  test('is left alone where the difference is less than can be measured', () => {
    expect(byServerClock('2018-11-19T04:00:00.000Z', 900, deviceNow, 900)).toBe('2018-11-19T04:00:00.000Z');
  });
});
