import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { LoggedEvent } from './log.ts';

/** Which events a reader of `$all` gets, and after how many that were looked at a subscription says how far it is. */
export interface Filter {
  readonly passes: (event: LoggedEvent) => boolean;
  readonly checkpointEvery: number;
}

const SEARCH_WINDOW = 32;

/** The filter of a request; undefined when it has none. */
export function filterOf(options: ReadReq.Options): Filter | undefined {
  const filter = options.getFilter();
  if (filter === undefined) return undefined;
  const window = filter.hasMax() ? filter.getMax() : SEARCH_WINDOW;
  const checkpointEvery = window * Math.max(1, filter.getCheckpointintervalmultiplier());
  const byStream = matches(filter.getStreamIdentifier());
  const byType = matches(filter.getEventType());
  return { checkpointEvery, passes: ({ stream, type }) => byStream(stream) && byType(type) };
}

function matches(expression: ReadReq.Options.FilterOptions.Expression | undefined): (name: string) => boolean {
  if (expression === undefined) return () => true;
  const regex = expression.getRegex();
  if (regex !== '') {
    const compiled = new RegExp(regex);
    return (name) => compiled.test(name);
  }
  const prefixes = expression.getPrefixList();
  return (name) => prefixes.some((prefix) => name.startsWith(prefix));
}
