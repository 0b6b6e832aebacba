/** A page of a list, with the cursor of the next one. */
interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** The most items that a page holds. */
export const PAGE_LIMIT = '500';

/** All items of a list that is answered in pages. */
export async function allPages<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const { items: more, next } = await page(cursor);
    items.push(...more);
    cursor = next;
  } while (cursor !== undefined);
  return items;
}
