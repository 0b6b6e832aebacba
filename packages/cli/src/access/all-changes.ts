import type { ChangesAnswer } from '@rectify/projections';

/** All mines that changed as one answer, of a list that is answered in pages. */
export async function allChanges(page: (cursor: string | undefined) => Promise<ChangesAnswer>): Promise<ChangesAnswer> {
  let { next, ...all } = await page(undefined);
  while (next !== undefined) {
    const further = await page(next);
    all = { ...all, items: [...all.items, ...further.items] };
    next = further.next;
  }
  return all;
}
