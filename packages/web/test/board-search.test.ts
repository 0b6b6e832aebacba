import { describe, expect, test } from '@jest/globals';
import {
  type BoardSearch,
  boardSearch,
  filtersOf,
  isFiltered,
  sortedBy,
  sortIn,
  toggled,
  withoutFilters,
} from '../src/board/board-search.ts';
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

  test('pressing a column sorts by it, pressing it again turns it round, and both begin at the first page', () => {
    const once = sortedBy({ cursor: 'c', page: 3, q: 'a' }, 'days');
    expect(once).toMatchObject({ sort: 'days', q: 'a', cursor: undefined, page: undefined });
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

  test('clearing them keeps the order of the list', () => {
    const cleared = withoutFilters({
      status: 'closed',
      q: 'x',
      waitingOn: 'tax',
      overdue: 'true',
      region: 'CN-XJ',
      sort: '-days',
      page: 2,
    });
    expect(isFiltered(cleared)).toBe(false);
    expect(cleared.sort).toBe('-days');
    expect(cleared.page).toBeUndefined();
  });
});

test('the page before is known for the same list, filters and order only', () => {
  const closed: BoardSearch = { status: 'closed' };
  const inspected: BoardSearch = { status: 'inspected' };
  rememberCursor('mines', closed, 2, 'second');
  expect(cursorBefore('mines', { ...closed, page: 3, cursor: 'third' }, 3)).toBe('second');
  expect(cursorBefore('mines', { ...inspected, page: 3 }, 3)).toBeUndefined();
  expect(cursorBefore('work', { ...closed, page: 3 }, 3)).toBeUndefined();
});
