import { describe, expect, test } from '@jest/globals';
import { citedQuery, pageOfCitation, partsOf, sourceOf } from '../src/citation/cited.ts';
import {
  closureFiltersOf,
  closureSortIn,
  closuresSearch,
  closuresSortedBy,
  withoutClosureFilters,
} from '../src/closures/closures-search.ts';
import { countedIn } from '../src/statistics/counted-in.ts';

describe('the address of the list of closures', () => {
  test('takes the filters of the API, and leaves out what it does not know', () => {
    const search = closuresSearch.parse({ ongoing: 'maybe', grounds: 'power, water', page: '3', sort: 'colour' });
    expect(closureFiltersOf(search)).toEqual({ grounds: 'power, water' });
    expect(search.page).toBe(3);
  });

  test('the latest come first unless a column is pressed, which begins at the first page', () => {
    expect(closureSortIn({})).toEqual({ column: 'since', descending: true });
    const once = closuresSortedBy({ cursor: 'c', page: 3, q: 'a' }, 'days');
    expect(once).toMatchObject({ sort: 'days', q: 'a', cursor: undefined, page: undefined });
    const twice = closuresSortedBy(once, 'days');
    expect(twice.sort).toBe('-days');
    expect(closuresSortedBy(closuresSortedBy(twice, 'since'), 'since').sort).toBeUndefined();
  });

  test('clearing the filters keeps the order', () => {
    expect(closureFiltersOf(withoutClosureFilters({ outcome: 'quashed', ongoing: 'false', sort: 'days' }))).toEqual({});
    expect(withoutClosureFilters({ q: 'a', sort: 'days' }).sort).toBe('days');
  });
});

describe('a figure of the statistics leads to what it counts', () => {
  test('to closures, with its filters, at the times that the page goes on to look at', () => {
    const explained =
      '/v1/closures?region=CN-XJ&ongoing=true&without=campaign&without=origin&total=exact&asOf=a&knownAt=b';
    const { to, search } = countedIn(explained);
    expect(to).toBe('/closures');
    expect(JSON.parse(JSON.stringify(search))).toEqual({
      region: 'CN-XJ',
      ongoing: 'true',
      without: 'campaign,origin',
    });
  });

  test('to those that were watched on a day after the closing, as it was told', () => {
    const { search } = countedIn('/v1/closures?total=exact&asOf=a&knownAt=b&watchedOn=7.5&resolution=day');
    expect(JSON.parse(JSON.stringify(search))).toEqual({ watchedOn: '7.5', resolution: 'day' });
  });

  test('to stays in a state, with the filters of their closures', () => {
    const { to, search } = countedIn(
      '/v1/closures/stays?region=CN-XJ&stay=closed.remediating&goesOn=true&total=exact&asOf=a&knownAt=b',
    );
    expect(to).toBe('/stays');
    expect(JSON.parse(JSON.stringify(search))).toEqual({
      region: 'CN-XJ',
      stay: 'closed.remediating',
      goesOn: 'true',
    });
  });

  test('to mines, where an office that is waited for is one whom they wait on', () => {
    const { to, search } = countedIn('/v1/mines?status=closed&office=tax&total=exact&asOf=a&knownAt=b');
    expect(to).toBe('/mines');
    expect(search).toMatchObject({ status: 'closed', waitingOn: 'tax' });
  });
});

describe('a citation', () => {
  test('names the answer and what narrows it, without what is not asked', () => {
    expect(citedQuery('/v1/closures', { ongoing: 'true', q: undefined, region: '' })).toBe('/v1/closures?ongoing=true');
    expect(citedQuery('/v1/mines/XJ-1', {})).toBe('/v1/mines/XJ-1');
  });

  test('has an address on the page that holds all of its link', () => {
    expect(pageOfCitation('/v1/citation?query=%2Fv1%2Fmines&figure=%2Ftotal')).toBe(
      '/citation?query=%2Fv1%2Fmines&figure=%2Ftotal',
    );
  });

  test('is said by what it is of, and its filters without its times', () => {
    const { path, filters } = partsOf('/v1/closures?region=CN-XJ&asOf=2018-11-11T00%3A00%3A00%2B08%3A00');
    expect([sourceOf(path), filters]).toEqual(['closures', [['region', 'CN-XJ']]]);
    expect(sourceOf('/v1/mines/XJ-0001')).toBe('mine');
  });
});
