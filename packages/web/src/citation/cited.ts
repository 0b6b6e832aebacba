import type { Query } from '../api/client.ts';

const API = '/v1/citation?';

/** The query that a figure is answered at, as citations name it: what is undefined or empty is left out. */
export function citedQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** A query as it can be read best and still asks the same. */
export function readable(query: string): string {
  return query
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll(/(?:%[89A-F][0-9A-F])+/g, decodeURIComponent);
}

/** Where the page shows a citation: the link of the API holds all of it. */
export function pageOfCitation(link: string): string {
  return link.startsWith(API) ? `/citation?${link.slice(API.length)}` : link;
}

/** What is cited, and what it is narrowed by, from the query of a citation. */
export function partsOf(query: string): {
  readonly path: string;
  readonly filters: readonly (readonly [string, string])[];
} {
  const [path = '', parameters = ''] = query.split('?', 2);
  const instants = new Set(['asOf', 'knownAt', 'sort', 'limit', 'cursor', 'total', 'explain', 'groupBy']);
  return { path, filters: [...new URLSearchParams(parameters)].filter(([name]) => !instants.has(name)) };
}

/** What kind of answer a figure stands in. */
export function sourceOf(path: string): 'mines' | 'closures' | 'statistics' | 'course' | 'mine' {
  switch (path) {
    case '/v1/mines':
      return 'mines';
    case '/v1/closures':
      return 'closures';
    case '/v1/closures/statistics':
      return 'statistics';
    case '/v1/closures/course':
      return 'course';
    default:
      return 'mine';
  }
}
