import { readCursor, writeCursor } from '../cursor.ts';
import type { EventList } from '../list-answers.ts';
import type { EventAnswer } from './event-answer.ts';
import type { HistoryQuery } from './history-query.ts';

/**
 * One page of a mine's history, as `describeHistory` gives it.
 * @throws InvalidCursor, ForeignCursor
 */
export function pageOfHistory(
  history: readonly EventAnswer[],
  { order, limit, cursor }: Pick<HistoryQuery, 'order' | 'limit' | 'cursor'>,
  storeId: string,
): EventList {
  const of = `history/${history[0]?.mineId}/${order}`;
  const [after] = cursor === undefined ? [] : readCursor(cursor, { store: storeId, of }).after;
  const inOrder = order === 'asc' ? history : history.toReversed();
  const isFurther = ({ revision }: EventAnswer) =>
    order === 'asc' ? revision > Number(after) : revision < Number(after);
  const left = after === undefined ? inOrder : inOrder.filter(isFurther);
  const items = left.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    ...(last && left.length > limit && { next: writeCursor({ store: storeId, of, now: '', after: [last.revision] }) }),
    total: history.length,
  };
}
