import { Icon } from './icon.tsx';
import classes from './sort-head.module.css';

/** The order of a table by one of its columns. */
interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** The head of a column by which a table can be sorted: it says which way it is, and is pressed for another. */
export function SortHead({
  column,
  order,
  onSort,
  children,
}: {
  readonly column: string;
  readonly order: Order;
  readonly onSort: () => void;
  readonly children: string;
}) {
  const sorted = order.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" abbr={children} data-column={column} aria-sort={column === order.column ? sorted : undefined}>
      <button type="button" className={classes.sort} onClick={onSort}>
        {children}
        <Icon grid={8} fill="currentColor" stroke="none">
          <path d="M4 1 7.5 7h-7Z" />
        </Icon>
      </button>
    </th>
  );
}
