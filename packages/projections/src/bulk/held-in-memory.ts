import { FOREVER, type Held, type KnowledgeTable, type KnownRow } from '../as-of/knowledge.ts';
import type { HeldVersions } from '../as-of/mine-versions.ts';

/** What is held of one mine in one table, kept in memory until it is written. */
export interface HeldInMemory extends Held {
  readonly rows: readonly KnownRow[];
}

/** Nothing held yet. */
export function heldInMemory({ key }: KnowledgeTable): HeldInMemory {
  return keeping(key, []);
}

/** The versions of one mine, kept in memory until they are written, with the texts that it is found by. */
export interface VersionsInMemory extends HeldInMemory, HeldVersions {
  readonly texts: ReadonlySet<string>;
}

/** No versions yet. */
export function versionsInMemory({ key }: KnowledgeTable): VersionsInMemory {
  const rows: KnownRow[] = [];
  const texts = new Set<string>();
  return {
    texts,
    foundBy: (words) => texts.add(words),
    ...keeping(key, rows),
    last: () => rows.findLast(({ known_to, next_from }) => known_to === FOREVER && next_from === FOREVER),
    follow(last, nextFrom, nextKnown) {
      rows[rows.lastIndexOf(last)] = { ...last, next_from: nextFrom, next_known: nextKnown };
    },
    procedures: () => [
      ...new Set(rows.flatMap(({ known_to, procedure }) => (known_to === FOREVER ? String(procedure) : []))),
    ],
  };
}

function keeping(key: string, rows: KnownRow[]): HeldInMemory {
  return {
    rows,
    open: () =>
      rows.filter(({ known_to }) => known_to === FOREVER).sort((a, b) => ((a[key] ?? 0) < (b[key] ?? 0) ? -1 : 1)),
    put(row) {
      // Rows come in the order in which they become known, so that only the last ones can be known since the same instant.
      const since = rows.findLastIndex(({ known_from }) => known_from < row.known_from) + 1;
      const place = rows.slice(since).findIndex((one) => one[key] === row[key]);
      if (place === -1) rows.push(row);
      else rows[since + place] = row;
    },
    end(row, known) {
      const place = rows.lastIndexOf(row);
      if (row.known_from === known) rows.splice(place, 1);
      else rows[place] = { ...row, known_to: known };
    },
  };
}
