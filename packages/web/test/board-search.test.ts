import { describe, expect, test } from '@jest/globals';
import {
  boardSearch,
  filtersOf,
  isFiltered,
  sortedBy,
  sortIn,
  toggled,
  withoutFilters,
} from '../src/board/board-search.ts';
import { columnsIn, columnsText } from '../src/board/columns.ts';
import { renamed, viewsIn, without, withView } from '../src/board/views/kept-views.ts';
import type { ClosuresSearch } from '../src/closures/closures-search.ts';
import { cursorBefore, rememberCursor } from '../src/paging/page-cursors.ts';
import { parseSearch, writeSearch } from '../src/url-search.ts';

describe('the address of the board', () => {
  test('reads as a person would write it, and comes back the same', () => {
    const search = { status: 'closed,inspected', q: '示例 & co', sort: '-days', asOf: '2018-11-11' };
    const written = writeSearch({ ...search, cursor: undefined });
    expect(written).toBe('?status=closed,inspected&q=%E7%A4%BA%E4%BE%8B+%26+co&sort=-days&asOf=2018-11-11');
    expect(parseSearch(written.slice(1))).toEqual(search);
    expect(writeSearch({})).toBe('');
  });

  test('leaves out what it does not know instead of failing', () => {
    expect(boardSearch.parse({ sort: 'colour', page: 'x', overdue: 'maybe', status: 'closed' })).toEqual({
      status: 'closed',
    });
  });
});

describe('sorting', () => {
  test('the most pressing come first unless asked otherwise', () => {
    expect(sortIn({})).toEqual({ column: 'nextDeadline', descending: false });
  });

  test('pressing a column sorts by it, pressing it again turns it round', () => {
    const once = sortedBy({ q: 'a' }, 'days');
    expect(once).toMatchObject({ sort: 'days', q: 'a' });
    expect(sortedBy(once, 'days').sort).toBe('-days');
    expect(sortedBy({ sort: '-nextDeadline' }, 'nextDeadline').sort).toBeUndefined();
  });
});

describe('filters', () => {
  test('a status is added and taken away again', () => {
    expect(toggled(undefined, 'closed')).toBe('closed');
    expect(toggled('closed', 'inspected')).toBe('closed,inspected');
    expect(toggled('closed,inspected', 'closed')).toBe('inspected');
    expect(toggled('closed', 'closed')).toBeUndefined();
  });

  test('an office that a mine waits on is asked for as an office, the owner as a party', () => {
    expect(filtersOf({ waitingOn: 'tax' })).toMatchObject({ office: 'tax', waitingOn: undefined });
    const saved = { campaign: 'winter', assignee: 'li.wei', state: 'closed.remediating', shut: 'true', cycle: '2' };
    expect(filtersOf(boardSearch.parse(saved))).toMatchObject(saved);
    expect(filtersOf({ waitingOn: 'owner' })).toMatchObject({ office: undefined, waitingOn: 'owner' });
  });

  test('clearing them keeps the order of the list and its columns', () => {
    const cleared = withoutFilters({
      status: 'closed',
      q: 'x',
      waitingOn: 'tax',
      overdue: 'true',
      region: 'CN-XJ',
      sort: '-days',
      columns: 'name,operator',
    });
    expect(isFiltered(cleared)).toBe(false);
    expect(cleared.sort).toBe('-days');
    expect(cleared.columns).toBe('name,operator');
  });
});

test('the page before is known for the same list, filters and order only', () => {
  const closed: ClosuresSearch = { status: 'closed' };
  const inspected: ClosuresSearch = { status: 'inspected' };
  rememberCursor('closures', closed, 2, 'second');
  expect(cursorBefore('closures', { ...closed, page: 3, cursor: 'third' }, 3)).toBe('second');
  expect(cursorBefore('closures', { ...inspected, page: 3 }, 3)).toBeUndefined();
  expect(cursorBefore('work', { ...closed, page: 3 }, 3)).toBeUndefined();
});

describe('columns', () => {
  test('stand in their own order, whatever the address says, and the mine is always among them', () => {
    expect(columnsIn('operator,status', { short: false })).toEqual(['status', 'name', 'operator']);
    expect(columnsIn('nothing', { short: false })).toEqual(['name']);
    expect(columnsText(['operator', 'name', 'status'])).toBe('status,name,operator');
  });

  test('the usual ones need no word in the address, and are fewer where there is little room', () => {
    const usual = columnsIn(undefined, { short: false });
    expect(columnsText(usual)).toBeUndefined();
    expect(usual).toContain('lastChange');
    expect(columnsIn(undefined, { short: true })).not.toContain('lastChange');
  });
});

describe('views', () => {
  const shut = { name: 'Shut', search: { shut: 'true' as const } };
  const late = { name: 'Late', search: { overdue: 'true' as const } };

  test('are kept under their names, of which each is one view', () => {
    expect(withView([shut, late], { name: 'Shut', search: { status: 'closed' } })).toEqual([
      { name: 'Shut', search: { status: 'closed' } },
      late,
    ]);
    expect(renamed([shut, late], 'Shut', 'Late')).toEqual([{ ...shut, name: 'Late' }]);
    expect(without([shut, late], 'Shut')).toEqual([late]);
  });

  test('come back from what the device keeps, and are none where that cannot be read', () => {
    expect(viewsIn(JSON.stringify([shut]))).toEqual([shut]);
    expect(viewsIn(null)).toEqual([]);
    expect(viewsIn('{')).toEqual([]);
    expect(viewsIn('[{"search":{}}]')).toEqual([]);
  });
});
