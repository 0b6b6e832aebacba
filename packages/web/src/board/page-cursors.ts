import { type BoardSearch, firstPage } from './board-search.ts';

/** Where the pages seen on this tab begin, by the filters they belong to. The API's cursors only lead forward. */
const seen = new Map<string, string>();

function keyOf(search: BoardSearch, page: number): string {
  return JSON.stringify([firstPage(search), page]);
}

/** Remembers where a page begins. */
export function rememberCursor(search: BoardSearch, page: number, cursor: string): void {
  seen.set(keyOf(search, page), cursor);
}

/** Where the page before this one begins; undefined if it was not seen on this tab. */
export function cursorBefore(search: BoardSearch, page: number): string | undefined {
  return seen.get(keyOf(search, page - 1));
}
