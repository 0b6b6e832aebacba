import { milliseconds } from '@rectify/engine/rectification';
import { paged } from '../cursor.ts';
import type { EventList } from '../list-answers.ts';
import type { EventAnswer } from './event-answer.ts';
import type { HistoryQuery } from './history-query.ts';

/**
 * One page of a mine's history, as `describeHistory` gives it in the same view.
 * @throws InvalidCursor, ForeignCursor
 */
export function pageOfHistory(
  history: readonly EventAnswer[],
  { view, order, limit, cursor }: Pick<HistoryQuery, 'view' | 'order' | 'limit' | 'cursor'>,
  storeId: string,
): EventList {
  const of = `history/${history[0]?.mineId}/${view}/${order}`;
  const list = paged({ store: storeId, of }, cursor, '');
  const after = list.after?.map(Number);
  const inOrder = order === 'asc' ? history : history.toReversed();
  const left = after === undefined ? inOrder : inOrder.filter((event) => isFurther(placeOf(event, view), after, order));
  const items = left.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    ...list.next(last && left.length > limit ? placeOf(last, view) : undefined),
    total: history.length,
  };
}

/** What a view is sorted by. */
function placeOf({ occurredAt, revision }: EventAnswer, view: HistoryQuery['view']): number[] {
  return view === 'effective' ? [milliseconds(occurredAt), revision] : [revision];
}

function isFurther(place: readonly number[], after: readonly number[], order: HistoryQuery['order']): boolean {
  const apart = place.map((value, index) => value - (after[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return order === 'asc' ? apart > 0 : apart < 0;
}
