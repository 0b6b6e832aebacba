import type { Query } from '../../api/client.ts';
import { citedQuery, readable } from '../../citation/cited.ts';

/** What every answer says of itself. */
export interface AboutAnswer {
  readonly asOf: string;
  readonly knownAt: string;
  readonly position: string | null;
}

/** What a picture was drawn from: the query of the API, and what its answer says of itself. */
export interface Origin {
  readonly path: string;
  readonly query: Query;
  readonly about: AboutAnswer;
}

/** The query that answers the same again: as of and as known at the instants of the answer. It stays one however readable it is made. */
export function repeatable({ path, query, about: { asOf, knownAt } }: Origin): string {
  return readable(citedQuery(path, { ...query, asOf, knownAt }));
}
