import { firstPage, type Paged } from './paged.ts';

/** Where the pages seen on this tab begin, by the list and the filters they belong to. The API's cursors only lead forward. */
const seen = new Map<string, string>();

function keyOf(list: string, search: Paged, page: number): string {
  return JSON.stringify([list, firstPage(search), page]);
}

/** Remembers where a page of a list begins. */
export function rememberCursor(list: string, search: Paged, page: number, cursor: string): void {
  seen.set(keyOf(list, search, page), cursor);
}

/** Where the page before this one begins; undefined if it was not seen on this tab. */
export function cursorBefore(list: string, search: Paged, page: number): string | undefined {
  return seen.get(keyOf(list, search, page - 1));
}
